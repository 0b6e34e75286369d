package cn.huying.bot.broadcast.audience;

import java.util.HashMap;
import java.util.Map;

/**
 * How sending went, in recipients.
 *
 * @param accepted taken by the platform, which has not reported yet
 * @param failed by reason: an error code, or one of the reasons below
 */
public record Tally(int accepted, int delivered, Map<String, Integer> failed, int unknown) {
    public static final Tally NONE = new Tally(0, 0, Map.of(), 0);

    /** The platform left them out: turned off, too many this month, or not of the account. */
    public static final String FILTERED = "FILTERED";

    /** The platform tried and could not. */
    public static final String NOT_DELIVERED = "NOT_DELIVERED";

    public Tally {
        failed = Map.copyOf(failed);
    }

    public static Tally accepted(int recipients) {
        return new Tally(recipients, 0, Map.of(), 0);
    }

    public static Tally failed(String reason, int recipients) {
        return recipients == 0 ? NONE : new Tally(0, 0, Map.of(reason, recipients), 0);
    }

    public static Tally unknown(int recipients) {
        return new Tally(0, 0, Map.of(), recipients);
    }

    public static Tally of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> new Tally(0, 1, Map.of(), 0);
            case Outcome.Failed(int code) -> failed(String.valueOf(code), 1);
            case Outcome.Unknown _ -> unknown(1);
        };
    }

    public Tally plus(Tally other) {
        Map<String, Integer> reasons = new HashMap<>(failed);
        other.failed.forEach((reason, n) -> reasons.merge(reason, n, Integer::sum));
        return new Tally(accepted + other.accepted, delivered + other.delivered, reasons, unknown + other.unknown);
    }

    public int failures() {
        return failed.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int total() {
        return accepted + delivered + failures() + unknown;
    }
}
