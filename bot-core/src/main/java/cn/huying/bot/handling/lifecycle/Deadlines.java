package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Due;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long each tier may take, and in which zone days are counted. Limits are elapsed time: a working hour is an hour, a working day a day.
 * A calendar of working days goes in here, behind the same questions.
 */
public final class Deadlines {
    private final Map<Tier, Limits> limits;
    private final ZoneId zone;

    /**
     * @param firstContact until a person has spoken with the resident
     * @param dispatch until a unit has signed for it; zero means at once
     */
    public record Limits(Duration firstContact, Duration dispatch, Duration resolve) {
        /** A unit that is not the right one says so early: within a quarter of what dispatching may take. */
        Duration forReturning() {
            return (dispatch.isZero() ? firstContact : dispatch).dividedBy(4);
        }

        /** From when on a stand-in is called. */
        Duration forSigning() {
            return dispatch.isZero() ? firstContact : dispatch;
        }
    }

    private Deadlines(Map<Tier, Limits> limits, ZoneId zone) {
        this.limits = new EnumMap<>(limits);
        this.zone = zone;
    }

    public static Deadlines standard(ZoneId zone) {
        Map<Tier, Limits> limits = new EnumMap<>(Tier.class);
        limits.put(Tier.P0, new Limits(Duration.ofMinutes(15), Duration.ZERO, Duration.ofHours(2)));
        limits.put(Tier.P1, new Limits(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(24)));
        limits.put(Tier.P2, new Limits(Duration.ofHours(4), Duration.ofHours(4), Duration.ofDays(3)));
        limits.put(Tier.P3, new Limits(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(7)));
        limits.put(Tier.P4, new Limits(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(15)));
        return new Deadlines(limits, zone);
    }

    /** The same with other limits for resolving, for example those of the taxonomy file. */
    public Deadlines resolvingWithin(Function<Tier, Duration> resolve) {
        Map<Tier, Limits> changed = new EnumMap<>(Tier.class);
        limits.forEach((tier, limit) ->
                changed.put(tier, new Limits(limit.firstContact(), limit.dispatch(), resolve.apply(tier))));
        return new Deadlines(changed, zone);
    }

    public Limits of(Tier tier) {
        return Optional.ofNullable(limits.get(tier)).orElseThrow();
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** When a request of the tier is due that was submitted then. */
    public Due due(Tier tier, Instant submittedAt) {
        Limits limit = of(tier);
        return new Due(
                submittedAt.plus(limit.firstContact()),
                submittedAt.plus(limit.dispatch()),
                submittedAt.plus(limit.resolve()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
