package cn.huying.api.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * One exchange between the bot and the platform, fit to be shown: secrets, tokens and openids are masked.
 *
 * @param code what it came to: the platform's errcode, or the HTTP status of a callback (0 when there was no answer)
 * @param detail the body and what is worth knowing beside it
 */
public record PlatformCall(
        long id, Instant at, Direction direction, String method, String path, int code, String message, String detail) {
    /** Seen from the platform. */
    public enum Direction {
        RECEIVED,
        CALLBACK
    }

    /** Whether it ended as its caller wished. */
    @JsonProperty
    public boolean fine() {
        return switch (direction) {
            case RECEIVED -> code == 0;
            case CALLBACK -> code == 200;
        };
    }
}
