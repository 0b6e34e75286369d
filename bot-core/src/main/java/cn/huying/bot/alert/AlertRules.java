package cn.huying.bot.alert;

import cn.huying.bot.alert.Alert.Kind;
import cn.huying.bot.alert.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Which messages are acted on.
 *
 * @param senders the authorities whose messages count; empty means that whoever holds the key may name itself
 */
public record AlertRules(Set<String> senders) {
    /** A message this old was held up somewhere; what is still true will be repeated by the authority. */
    public static final Duration NEWS_FOR = Duration.ofHours(24);

    /** Longer than any warning holds that nobody renews. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    public AlertRules {
        senders = Set.copyOf(senders);
    }

    public Verdict judge(Alert alert, Instant now) {
        if (!senders.isEmpty() && !senders.contains(alert.id().sender())) {
            return new Verdict.Refused(Reason.UNKNOWN_SENDER);
        }
        if (!alert.status().equals("Actual")) {
            return new Verdict.Refused(Reason.NOT_ACTUAL);
        }
        if (alert.sent().isAfter(now.plus(CLOCKS_APART))) {
            return new Verdict.Refused(Reason.FROM_THE_FUTURE);
        }
        if (alert.kind() != Kind.ALERT && alert.references().isEmpty()) {
            return new Verdict.Refused(Reason.NO_REFERENCE);
        }
        if (alert.kind() != Kind.CANCEL && alert.expires().isAfter(now.plus(LONGEST))) {
            return new Verdict.Refused(Reason.ENDLESS);
        }
        return isStale(alert, now) ? new Verdict.Refused(Reason.STALE) : new Verdict.Accepted(alert);
    }

    /** A cancellation is welcome however late: what it lifts may still be running. */
    private static boolean isStale(Alert alert, Instant now) {
        return alert.kind() != Kind.CANCEL
                && (!alert.expires().isAfter(now) || alert.sent().plus(NEWS_FOR).isBefore(now));
    }
}
