package cn.huying.knowledge.faq;

/** Where an answer comes from. Shown to the resident in one line. */
public sealed interface Source {
    /** As it is shown: {@code 《中华人民共和国民法典》第九百四十四条}. */
    String cite();

    /**
     * An article of a law.
     *
     * @param law the full name without 《》
     * @param article as printed in the law, {@code 第九百四十四条}
     * @param note what a reader should know beside it, or empty
     */
    record Article(String law, String article, String note) implements Source {
        @Override
        public String cite() {
            return "《" + law + "》" + article + inBrackets(note);
        }
    }

    /**
     * A policy, notice or service guide.
     *
     * @param issuer who published it
     * @param note what a reader should know beside it, or empty
     */
    record Policy(String policy, String issuer, String note) implements Source {
        @Override
        public String cite() {
            return issuer + "《" + policy + "》" + inBrackets(note);
        }
    }

    private static String inBrackets(String note) {
        return note.isEmpty() ? "" : "（" + note + "）";
    }
}
