package cn.huying.knowledge.law;

/** What speaks for an article. How much each counts is fitted, see {@link Ranking}. */
enum Cue {
    /** It has the words of the question. */
    WORDS,
    /** It has the pairs of characters of the question. */
    PAIRS,
    /** It means what the question means. */
    MEANING,
    /** Other articles of its law fit as well. */
    LAW_TOO,
    /** The article before or after it fits as well. */
    NEIGHBOUR,
    /** How long it is; a definition of one line answers less than a rule with its conditions. */
    LENGTH,
    /** How often people's questions turn to its law. */
    CUSTOM
}
