package cn.huying.api.simulator.feed;

/** What the page hears of while it is open. */
public sealed interface SimulatorEvent {
    /** A line appeared in a chat. */
    record Said(PhoneEntry entry) implements SimulatorEvent {}

    /** The account is busy answering, or has ended. */
    record Typing(String openId, boolean busy) implements SimulatorEvent {}

    /** A resident follows the account now, or no longer. */
    record Followed(String openId, boolean follower) implements SimulatorEvent {}

    /** A robot wrote into a group. */
    record Posted(GroupPost post) implements SimulatorEvent {}

    /** A card appeared on a worker's phone, or changed there. */
    record Carded(WorkCard card) implements SimulatorEvent {}

    /** The bot and the platform exchanged something. */
    record Called(PlatformCall call) implements SimulatorEvent {}

    /**
     * A fault switch was turned, or a call met it.
     *
     * @param met how many calls met it since it was turned
     */
    record Switched(String host, String fault, int met) implements SimulatorEvent {}

    /** A mass send was carried out. Those whose phones are not watched are told nothing one by one. */
    record MassSent(int recipients, String text) implements SimulatorEvent {}

    /** Too much was missed to be replayed: load everything again. */
    record Missed() implements SimulatorEvent {}
}
