package cn.huying.bot.delivery.allowance;

import java.time.Instant;
import java.util.Optional;

/**
 * How many customer-service messages one resident may still be sent. The platform does not say how its two windows add up, so a message
 * counts in every window that is open: the account never sends more than the platform can have meant.
 */
public record Allowance(Window wrote, Window touched) {
    /** A window opened at a time, and how much of it is used up. */
    public record Window(Instant openedAt, int used) {
        static final Window NEVER = new Window(Instant.EPOCH, 0);

        boolean open(Opening kind, Instant now) {
            return !now.isAfter(openedAt.plus(kind.window()));
        }

        boolean has(Opening kind, Instant now) {
            return open(kind, now) && used < kind.messages();
        }

        Window spend(Opening kind, Instant now) {
            return open(kind, now) ? new Window(openedAt, used + 1) : this;
        }
    }

    public static Allowance none() {
        return new Allowance(Window.NEVER, Window.NEVER);
    }

    /** An opening no newer than the one known changes nothing: a message run again must not fill the allowance up again. */
    public Allowance opened(Opening kind, Instant at) {
        return switch (kind) {
            case WROTE -> at.isAfter(wrote.openedAt) ? new Allowance(new Window(at, 0), touched) : this;
            case TOUCHED -> at.isAfter(touched.openedAt) ? new Allowance(wrote, new Window(at, 0)) : this;
        };
    }

    /** What is left after one more message; empty when there is none left to send. */
    public Optional<Allowance> take(Instant now) {
        if (!wrote.has(Opening.WROTE, now) && !touched.has(Opening.TOUCHED, now)) {
            return Optional.empty();
        }
        return Optional.of(new Allowance(wrote.spend(Opening.WROTE, now), touched.spend(Opening.TOUCHED, now)));
    }
}
