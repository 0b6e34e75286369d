package cn.huying.bot.dialogue;

import cn.huying.bot.message.Reply;

/** What handling a message came to: the words, and where the conversation stands then. */
public record Turn(Reply reply, Step next) {
    static Turn say(String text, Step next) {
        return new Turn(new Reply.Text(text), next);
    }

    static Turn say(String text) {
        return say(text, new Step.Idle());
    }
}
