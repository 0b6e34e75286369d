package cn.huying.bot.dialogue;

import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Reply;
import java.util.function.UnaryOperator;

/** What handling a message came to: the words, where the conversation stands then, and what it is counted as. */
public record Turn(Reply reply, Step next, Outcome outcome) {
    public static Turn say(String text, Step next, Outcome outcome) {
        return new Turn(new Reply.Text(text), next, outcome);
    }

    public static Turn say(String text, Step next, Outcome.Kind kind) {
        return say(text, next, Outcome.of(kind));
    }

    /** Talks, with nothing left open. */
    public static Turn say(String text) {
        return say(text, new Step.Idle(), Outcome.Kind.TALKED);
    }

    /** Says what one passive reply carries and keeps the rest for 继续. */
    public static Turn sayInParts(String text, String continuationHint, Outcome.Kind kind) {
        PassiveText fitted = PassiveText.fit(text, continuationHint);
        Step next = fitted.rest().isEmpty() ? new Step.Idle() : new Step.Reading(fitted.rest());
        return say(fitted.part(), next, kind);
    }

    /** The same turn in other words. */
    public Turn saying(UnaryOperator<String> other) {
        return switch (reply) {
            case Reply.Silence silence -> this;
            case Reply.Text(String text) -> say(other.apply(text), next, outcome);
        };
    }

    /** The same turn with the conversation somewhere else. */
    public Turn then(Step other) {
        return new Turn(reply, other, outcome);
    }

    public static Turn silence(Step step) {
        return new Turn(new Reply.Silence(), step, Outcome.of(Outcome.Kind.SILENT));
    }
}
