package cn.huying.bot.alert;

import java.time.Instant;
import java.util.List;

/**
 * One message of an issuing authority, as far as it is used here.
 *
 * @param status as the standard names it; only {@code Actual} is meant for people
 * @param references the messages this one replaces or lifts; empty for a first one
 * @param senderName the authority as residents know it, may be empty
 * @param instruction what to do, may be empty
 * @param areas the places as the authority names them
 */
public record Alert(
        AlertId id,
        Instant sent,
        String status,
        Kind kind,
        List<AlertId> references,
        String event,
        Colour colour,
        Instant effective,
        Instant expires,
        String senderName,
        String headline,
        String description,
        String instruction,
        List<Area> areas) {
    /** What a message does to the ones before it. */
    public enum Kind {
        ALERT,
        /** Replaces what it refers to. */
        UPDATE,
        /** Lifts what it refers to. */
        CANCEL
    }

    public Alert {
        references = List.copyOf(references);
        areas = List.copyOf(areas);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
