package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.message.InboundMessage.Origin;
import java.time.Instant;

/** One message being handled: who sent it, its words, and where the conversation stood. */
record Hearing(Origin origin, String words, Step step, Instant now) {
    /** The same words with nothing open before them. */
    Hearing anew() {
        return new Hearing(origin, words, new Step.Idle(), now);
    }

    /** The same words with something else open before them. */
    Hearing at(Step other) {
        return new Hearing(origin, words, other, now);
    }

    /** Only a part of the message. */
    Hearing saying(String part) {
        return new Hearing(origin, part, step, now);
    }

    /** Says something and leaves the conversation where it was. */
    Turn stay(String text) {
        return Turn.say(text, step, Outcome.Kind.TALKED);
    }

    @Override
    public String toString() {
        return "Hearing[%s, %d characters, %s]".formatted(origin.inboxId(), words.length(), step);
    }
}
