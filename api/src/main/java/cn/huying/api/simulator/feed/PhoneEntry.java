package cn.huying.api.simulator.feed;

import java.time.Instant;

/**
 * One line of a chat as the phone shows it.
 *
 * @param detail what belongs to the kind: coordinates of a location, seconds of a voice message; else empty
 */
public record PhoneEntry(long id, String openId, Instant at, Source source, Kind kind, String text, String detail) {
    /** Who put it there. A reply answers a message of the resident; a push came by itself. */
    public enum Source {
        RESIDENT,
        REPLY,
        PUSH,
        NOTICE
    }

    /** How it is drawn. */
    public enum Kind {
        TEXT,
        LOCATION,
        PICTURE,
        VOICE,
        NOTICE
    }
}
