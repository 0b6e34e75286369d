package cn.huying.api.console.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: after five wrong passwords for a name, none is even looked at for a minute, then two, up to a quarter of an hour.
 * Known to this replica only, so guessing through several of them is that many times as fast, and no faster.
 */
public final class SignInThrottle {
    static final int FREE = 5;
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 4;
    private static final int MOST_NAMES = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(MOST_NAMES)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Clock clock;

    private record Failures(int count, Instant last) {
        Instant until() {
            int over = Math.clamp(count - FREE, 0, DOUBLINGS);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << over);
            return count < FREE ? last : last.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
    }

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    boolean mayTry(String name) {
        Failures known = failures.getIfPresent(name);
        return known == null || !clock.instant().isBefore(known.until());
    }

    void failed(String name) {
        failures.asMap()
                .merge(name, new Failures(1, clock.instant()), (old, one) -> new Failures(old.count + 1, one.last));
    }

    void succeeded(String name) {
        failures.invalidate(name);
    }
}
