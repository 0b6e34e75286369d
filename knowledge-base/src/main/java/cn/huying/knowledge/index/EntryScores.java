package cn.huying.knowledge.index;

/** What one field says about every entry, by the entry's place in the list. */
final class EntryScores {
    private final float selfOfQuestion;
    private final float[] squares;
    private final float[] coverages;

    EntryScores(int entries, float selfOfQuestion) {
        this.selfOfQuestion = selfOfQuestion;
        this.squares = new float[entries];
        this.coverages = new float[entries];
    }

    /** Keeps a text's score if it is the best of its entry so far. */
    void offer(int entry, float score, float selfOfText) {
        squares[entry] = Math.max(squares[entry], score * score / (selfOfText * selfOfQuestion));
        coverages[entry] = Math.max(coverages[entry], score / selfOfQuestion);
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
