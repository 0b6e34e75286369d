package cn.huying.bot.message;

/** What goes back to the resident. */
public sealed interface Reply {
    /** Nothing is said; the platform gets {@code success}. */
    record Silence() implements Reply {}

    /** Words for the resident. May be longer than a passive reply carries; the door cuts it and offers the rest. */
    record Text(String text) implements Reply {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }
}
