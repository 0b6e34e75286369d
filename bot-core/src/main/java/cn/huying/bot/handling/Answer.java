package cn.huying.bot.handling;

/** What whoever tapped is answered with at once. */
public sealed interface Answer {
    /** The card gets its new face by itself. */
    record Shown() implements Answer {}

    /** Nothing was done: the words to put in the buttons' place. */
    record Told(String words) implements Answer {}

    /** From somebody, or about something, nobody here knows. */
    record Ignored() implements Answer {}
}
