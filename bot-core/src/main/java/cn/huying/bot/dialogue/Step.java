package cn.huying.bot.dialogue;

import java.util.List;

/** Where a conversation stands: what the bot last asked, and therefore how the next message is to be read. */
public sealed interface Step {
    /** Nothing is open. */
    record Idle() implements Step {}

    /** Up to three questions were offered; a number picks one. The words are kept in case none fits and the matter is to be registered. */
    record ChoosingAnswer(List<String> entries, String words) implements Step {}

    /** No answer was found and registering was offered. */
    record OfferedToRegister(String words) implements Step {}

    /** The matter is still missing. */
    record AskedWhat(Draft draft) implements Step {}

    /** The place is still missing. */
    record AskedWhere(Draft draft) implements Step {}

    /** Several places fit; a number picks one. Places as in {@link Draft#place()}. */
    record ChoosingPlace(Draft draft, List<String> places) implements Step {}

    /** Everything is there; waits for 确认. */
    record Confirming(Draft draft) implements Step {}

    /** Several homes fit; a number picks one. */
    record ChoosingHome(List<String> places) implements Step {}

    /** An emergency was alerted without a place; whatever comes next is first read as the place. */
    record AskedWhereUrgently(String request) implements Step {}

    /** A long answer was cut; 继续 gives the rest. */
    record Reading(String rest) implements Step {}

    /** A resolved request waits for the resident's word: solved? satisfied? */
    record AskedSatisfied(String request) implements Step {}
}
