package cn.huying.bot.dialogue;

import java.util.Optional;

/**
 * What a message came to, for counting.
 *
 * @param group the taxonomy's group code of the matter, empty where none was recognised
 * @param missed what was asked and not answered well; for who mends the knowledge
 * @param judged what the resident said of an answer; for who mends the knowledge, too
 */
public record Outcome(Kind kind, String group, Optional<Missed> missed, Optional<Judged> judged) {
    /** In the order of how much was done. */
    public enum Kind {
        /** Nothing to say: an event. */
        SILENT,
        /** A greeting, help, a menu, a word on how to go on. */
        TALKED,
        ANSWERED,
        OFFERED_CHOICES,
        /** No answer; registering was offered. */
        NOT_FOUND,
        /** Recognised as a request, the matter or the place is missing. */
        ASKED_WHAT,
        ASKED_WHERE,
        /** Recognised as a request with everything there. */
        ASKED_TO_CONFIRM,
        REGISTERED,
        HANDED_TO_STAFF,
        EMERGENCY
    }

    public static Outcome of(Kind kind) {
        return of(kind, "");
    }

    public static Outcome of(Kind kind, String group) {
        return new Outcome(kind, group, Optional.empty(), Optional.empty());
    }

    public static Outcome missing(Kind kind, Missed missed) {
        return new Outcome(kind, "", Optional.of(missed), Optional.empty());
    }

    /** The same, with a question that was missed beside it. */
    public Outcome orMissing(Missed beside) {
        return new Outcome(kind, group, missed.or(() -> Optional.of(beside)), judged);
    }

    /** The same, with what was said of an answer. */
    public Outcome judging(Judged said) {
        return new Outcome(kind, group, missed, Optional.of(said));
    }
}
