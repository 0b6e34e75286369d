package cn.huying.knowledge;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.Optional;

/** Finds the answer to a resident's question. Safe to call from any thread; never blocks and never fails on any text. */
public interface KnowledgeBase {
    /** Only entries in force on the question's day and valid in one of its regions are ever found. */
    Finding find(Question question);

    /** An entry by its id, as it was shown among choices; empty when it is there no more. */
    Optional<Entry> entry(EntryId id);
}
