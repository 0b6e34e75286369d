package cn.huying.knowledge;

/** Finds the answer to a resident's question. Safe to call from any thread; never blocks and never fails on any text. */
public interface KnowledgeBase {
    /** Only entries in force on the question's day and valid in one of its regions are ever found. */
    Finding find(Question question);
}
