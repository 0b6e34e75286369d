package cn.huying.bot.message;

/** What accepting a message came to. */
public sealed interface Receipt {
    /** The first delivery: handling is ours, under the lease asked for. */
    record Accepted() implements Receipt {}

    /** It was accepted before. */
    record Duplicate(InboxEntry earlier) implements Receipt {}

    /** It was accepted and finished so long ago that its words are no longer kept. */
    record Forgotten() implements Receipt {}

    /**
     * The inbox is away; the message is durable elsewhere and will come into the inbox when that is back.
     *
     * @param meanwhile what the sender may be told until then: nothing was registered yet
     */
    record Kept(Reply meanwhile) implements Receipt {}
}
