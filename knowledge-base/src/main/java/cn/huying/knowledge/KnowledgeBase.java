package cn.huying.knowledge;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.Optional;

/** Finds the answer to a resident's question. Safe to call from any thread; never waits for anything and never fails on any text. */
public interface KnowledgeBase {
    /**
     * With everything there is. May compute the question's meaning, which takes milliseconds: not for an event loop. Only entries in force on the
     * question's day and valid in one of its regions are ever found.
     */
    Finding find(Question question);

    /**
     * The same as {@link #find} where that is plain at once, in well under a millisecond; empty where it takes a closer look. The common case:
     * the very words, words that leave no doubt, a question that was asked before.
     */
    default Optional<Finding> glance(Question question) {
        return Optional.empty();
    }

    /** What can be said without a closer look, for when there is no time for one. */
    default Finding byWords(Question question) {
        return glance(question).orElseGet(Finding.Unknown::new);
    }

    /** An entry by its id, as it was shown among choices; empty when it is there no more. */
    Optional<Entry> entry(EntryId id);
}
