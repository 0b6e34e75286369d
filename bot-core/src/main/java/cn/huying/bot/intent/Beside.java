package cn.huying.bot.intent;

/**
 * Two things in one message, each to be heard for itself: 3栋下水道堵了，另外问一下居住证怎么办. Prints how long the words are, never the words.
 *
 * @param first what is done about first: what is wrong, or the first of two questions
 * @param question what is asked beside it
 * @param marked whether a word lists them, 另外; else only their sentences are apart
 */
public record Beside(String first, String question, boolean marked) {
    @Override
    public String toString() {
        return "Beside[" + first.length() + ", " + question.length() + " characters]";
    }
}
