package cn.huying.bot.intent;

/** What residents put between the parts of a sentence, blanks among them. */
final class Clauses {
    private static final String ENDS = "，。；！？、,;!?\n ";

    private Clauses() {}

    static boolean endsAt(String text, int at) {
        return ENDS.indexOf(text.charAt(at)) >= 0;
    }

    /** Without what ends the clause before it. */
    static String begun(String words) {
        int from = 0;
        while (from < words.length() && endsAt(words, from)) {
            from++;
        }
        return words.substring(from);
    }
}
