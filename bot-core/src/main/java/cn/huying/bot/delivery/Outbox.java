package cn.huying.bot.delivery;

import cn.huying.bot.delivery.Delivery.Failed;
import cn.huying.bot.delivery.Delivery.Failure;
import cn.huying.bot.delivery.Delivery.New;
import cn.huying.bot.delivery.Delivery.Sending;
import cn.huying.bot.delivery.Delivery.Sent;
import cn.huying.bot.delivery.Delivery.Unknown;
import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What happens to the entries of one aggregate's outbox. Pure: the aggregate's store makes each step atomic by its revision. */
public final class Outbox {
    /** Longer than any send may take, so that a lease runs out only when its owner died or was stopped. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    static final Duration NEWS_FOR = Duration.ofHours(24);
    /** How often something may be begun that may go out twice; then a person decides. */
    static final int MOST_BLIND_ATTEMPTS = 3;

    private static final int DOUBLINGS = 10;

    private Outbox() {}

    /**
     * An outbox after one entry was taken out for sending.
     *
     * @param entries as they are now; they may have changed though nothing was claimed
     */
    public record Claim(List<OutboxEntry> entries, Optional<OutboxEntry> claimed) {
        public Claim {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Takes the first entry that is due and has no earlier one of its lane outstanding. What a dead dispatcher left in mid-sending is
     * taken up again if it may go out twice, else it becomes {@link Unknown}.
     */
    public static Claim claim(List<OutboxEntry> entries, String owner, Instant now) {
        List<OutboxEntry> next = new ArrayList<>();
        Set<String> busy = new HashSet<>();
        Optional<OutboxEntry> claimed = Optional.empty();
        for (OutboxEntry entry : entries) {
            OutboxEntry known = afterLease(entry, now);
            boolean free = !busy.contains(known.target().lane());
            if (claimed.isEmpty()
                    && free
                    && known.delivery() instanceof New(int attempts, Instant at)
                    && !at.isAfter(now)) {
                known = known.with(new Sending(attempts + 1, owner, leaseFrom(now)));
                claimed = Optional.of(known);
            }
            if (!known.isListed()) {
                busy.add(known.target().lane());
            }
            next.add(known);
        }
        return new Claim(next, claimed);
    }

    /** In whole milliseconds, as stores keep it: an entry is settled by comparing it with the stored one. */
    private static Instant leaseFrom(Instant now) {
        return now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
    }

    private static OutboxEntry afterLease(OutboxEntry entry, Instant now) {
        if (!(entry.delivery() instanceof Sending(int attempts, String _, Instant until)) || until.isAfter(now)) {
            return entry;
        }
        return entry.with(uncertain(entry, attempts, now, "LEASE_RAN_OUT", now));
    }

    private static Delivery uncertain(OutboxEntry entry, int attempts, Instant now, String cause, Instant again) {
        return entry.mayGoOutTwice() && attempts < MOST_BLIND_ATTEMPTS
                ? new New(attempts, again)
                : new Unknown(attempts, now, cause);
    }

    /**
     * What becomes of a claimed entry.
     *
     * @param jitter from 0 to 1, so that what failed together is not tried again together
     */
    public static Delivery judge(OutboxEntry claimed, Attempt attempt, Instant now, double jitter) {
        int attempts = claimed.delivery().attempts();
        return switch (attempt) {
            case Attempt.Postponed(Duration pause) -> again(claimed, attempts - 1, pause, now);
            case Attempt.Answered(DeliveryResult.Delivered(String remoteId)) -> new Sent(attempts, remoteId);
            case Attempt.Answered(DeliveryResult.RetryAfter(Duration pause, int _)) ->
                again(claimed, attempts, longer(pause, pause(attempts, jitter)), now);
            case Attempt.Answered(DeliveryResult.ChannelDown(int _)) -> again(claimed, attempts, LONGEST_PAUSE, now);
            case Attempt.Answered(DeliveryResult.Unreachable(int code)) ->
                new Failed(attempts, now, Failure.UNREACHABLE, code);
            case Attempt.Answered(DeliveryResult.Refused(int code)) -> new Failed(attempts, now, Failure.REFUSED, code);
            case Attempt.Answered(DeliveryResult.Unknown(String cause)) ->
                uncertain(claimed, attempts, now, cause, now.plus(pause(attempts, jitter)));
        };
    }

    private static Delivery again(OutboxEntry entry, int attempts, Duration pause, Instant now) {
        Instant at = now.plus(pause);
        return at.isAfter(entry.since().plus(NEWS_FOR))
                ? new Failed(attempts, now, Failure.TOO_LATE, 0)
                : new New(attempts, at);
    }

    /** From {@link #FIRST_PAUSE}, doubling up to {@link #LONGEST_PAUSE}, anywhere between the first pause and that. */
    static Duration pause(int attempts, double jitter) {
        Duration most = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        Duration span = shorter(most, LONGEST_PAUSE).minus(FIRST_PAUSE);
        return FIRST_PAUSE.plusMillis((long) (span.toMillis() * jitter));
    }

    /** Puts the outcome in, unless the entry was meanwhile taken over: then the other's word counts and the outbox stays as it is. */
    public static List<OutboxEntry> settle(List<OutboxEntry> entries, OutboxEntry claimed, Delivery next) {
        return entries.stream()
                .flatMap(entry -> {
                    boolean ours =
                            entry.id().equals(claimed.id()) && entry.delivery().equals(claimed.delivery());
                    return !ours
                            ? Stream.of(entry)
                            : next instanceof Sent ? Stream.empty() : Stream.of(entry.with(next));
                })
                .toList();
    }

    /** When somebody has to look at this outbox again; empty when nothing is left to send. Whoever waits behind another waits as long. */
    public static Optional<Instant> nextDue(List<OutboxEntry> entries) {
        Set<String> busy = new HashSet<>();
        return entries.stream()
                .filter(entry -> !entry.isListed() && busy.add(entry.target().lane()))
                .flatMap(entry -> switch (entry.delivery()) {
                    case New(int _, Instant at) -> Stream.of(at);
                    case Sending(int _, String _, Instant leaseUntil) -> Stream.of(leaseUntil);
                    case Sent _, Unknown _, Failed _ -> Stream.<Instant>empty();
                })
                .min(Instant::compareTo);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
