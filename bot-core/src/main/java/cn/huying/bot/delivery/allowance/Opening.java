package cn.huying.bot.delivery.allowance;

import cn.huying.bot.message.InboundMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * What a resident did that lets the account write back, and how much. Both windows are kept a little shorter than the platform's, for the
 * clocks of two machines are never the same.
 */
public enum Opening {
    /** Wrote something. */
    WROTE(5, Duration.ofHours(48).minusMinutes(1)),
    /** Followed, scanned a code or tapped the menu. */
    TOUCHED(3, Duration.ofSeconds(55));

    private final int messages;
    private final Duration window;

    Opening(int messages, Duration window) {
        this.messages = messages;
        this.window = window;
    }

    public int messages() {
        return messages;
    }

    public Duration window() {
        return window;
    }

    /** The opening a message brings, if it brings one. */
    public static Optional<Opening> of(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text _,
                    InboundMessage.Voice _,
                    InboundMessage.Image _,
                    InboundMessage.Video _,
                    InboundMessage.Location _,
                    InboundMessage.Link _ -> Optional.of(WROTE);
            case InboundMessage.Subscribed _, InboundMessage.Scanned _, InboundMessage.MenuClicked _ ->
                Optional.of(TOUCHED);
            case InboundMessage.Unsubscribed _,
                    InboundMessage.LocationReported _,
                    InboundMessage.JobFinished _,
                    InboundMessage.Unsupported _ -> Optional.empty();
        };
    }
}
