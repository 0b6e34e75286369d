package cn.huying.bot.broadcast.audience;

/** What became of sending to one recipient, once and for all. */
public sealed interface Outcome {
    record Delivered() implements Outcome {}

    /** @param code the platform's, or its like where we knew before asking */
    record Failed(int code) implements Outcome {}

    /** It may have arrived. Never sent again: nothing would keep it from arriving twice. */
    record Unknown() implements Outcome {}
}
