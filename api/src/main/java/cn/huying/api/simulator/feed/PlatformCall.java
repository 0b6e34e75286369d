package cn.huying.api.simulator.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One exchange between the bot and the platform, fit to be shown: secrets, tokens and openids are masked.
 *
 * @param code what it came to: the platform's errcode, or the HTTP status of a callback (0 when there was no answer, {@link #CUT} when the connection was cut)
 * @param detail the body and what is worth knowing beside it
 */
public record PlatformCall(
        long id, Instant at, Direction direction, String method, String path, int code, String message, String detail) {
    /** Seen from the platform. */
    public enum Direction {
        RECEIVED,
        CALLBACK
    }

    /** The connection ended before the answer arrived. */
    public static final int CUT = -100;

    /** What a call is about. */
    public enum Kind {
        MASS_SEND("/cgi-bin/message/mass/"),
        TEMPLATE("/cgi-bin/message/template/"),
        CUSTOMER("/cgi-bin/message/custom/"),
        CARD("/cgi-bin/message/send", "/cgi-bin/message/update_template_card"),
        GROUP("/cgi-bin/webhook/"),
        TOKEN("/cgi-bin/token", "/cgi-bin/stable_token", "/cgi-bin/gettoken"),
        OTHER;

        private final List<String> beginnings;

        Kind(String... beginnings) {
            this.beginnings = List.of(beginnings);
        }
    }

    /** Empty for what the platform sent to the bot. */
    @JsonProperty
    public Optional<Kind> kind() {
        return direction == Direction.CALLBACK
                ? Optional.empty()
                : Stream.of(Kind.values())
                        .filter(kind -> kind.beginnings.stream().anyMatch(path::startsWith))
                        .findFirst()
                        .or(() -> Optional.of(Kind.OTHER));
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
