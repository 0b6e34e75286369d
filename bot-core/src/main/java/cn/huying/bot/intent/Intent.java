package cn.huying.bot.intent;

/** What a resident wants with one message. */
public sealed interface Intent {
    record Command(CommandKind kind) implements Intent {}

    /** A bare number, from 0 to 999: one of the choices shown before. */
    record Number(int value) implements Intent {}

    record SmallTalk(SmallTalkKind kind) implements Intent {}

    /** "我住幸福里3栋2单元". @param place the words after 我住 */
    record Bind(String place) implements Intent {}

    /**
     * A question.
     *
     * @param trouble whether it also tells of something wrong ("楼上漏水怎么办"): the answer should offer to register it
     */
    record Ask(String text, boolean trouble) implements Intent {}

    /** Something is wrong and wants doing. */
    record Report(String text) implements Intent {}

    /** Neither can be told from the words: try the answer first, then offer to register. */
    record Unclear(String text) implements Intent {}
}
