package cn.huying.knowledge.index;

/** What one field says about every entry, by the entry's place in the list. */
final class EntryScores {
    private final float selfOfQuestion;
    private final float[] squares;
    private final float[] coverages;
    private final float[] middles;

    EntryScores(int entries, float selfOfQuestion) {
        this.selfOfQuestion = selfOfQuestion;
        this.squares = new float[entries];
        this.coverages = new float[entries];
        this.middles = new float[entries];
    }

    /** Keeps a text's score if it is the best of its entry so far. */
    void offer(int entry, float score, float selfOfText) {
        squares[entry] = Math.max(squares[entry], score * score / (selfOfText * selfOfQuestion));
        coverages[entry] = Math.max(coverages[entry], score / selfOfQuestion);
        middles[entry] += score / (float) Math.sqrt(selfOfText * selfOfQuestion);
    }

    /**
     * How alike the question and the middle of all the entry's texts are, 0 to 1: one text may be alike by chance.
     *
     * @param length of the sum of the entry's texts, each of length 1
     */
    double middle(int entry, float length) {
        return length == 0 ? 0 : Math.min(1, middles[entry] / length);
    }

    /** How alike the question and the entry's most alike text are, 0 to 1. */
    double cosine(int entry) {
        return Math.min(1, Math.sqrt(squares[entry]));
    }

    /** How much of the question occurs in one text of the entry, 0 to 1. */
    double coverage(int entry) {
        return Math.min(1, coverages[entry]);
    }
}
