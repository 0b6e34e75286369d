package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.town.DemoAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Access tokens as WeChat hands them out. The old door ({@code token}) rotates with every call and leaves the previous one valid for
 * five minutes; the stable door repeats the same token until five minutes before its end. Tokens of the two doors do not disturb each other.
 */
public final class FakeTokens {
    public static final Duration LIFE = Duration.ofHours(2);
    public static final Duration OVERLAP = Duration.ofMinutes(5);
    public static final int FORCED_PER_DAY = 20;
    public static final Duration FORCED_PAUSE = Duration.ofSeconds(30);
    private static final int TOKEN_BYTES = 114;

    private final DemoAccount account;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Instant> valid = new HashMap<>();
    private String rotating = "";
    private String stable = "";
    private LocalDate forcedDay = LocalDate.EPOCH;
    private int forcedToday;
    private Instant lastForced = Instant.MIN;

    public FakeTokens(DemoAccount account, Clock clock, RandomGenerator random) {
        this.account = account;
        this.clock = clock;
        this.random = random;
    }

    public Answer rotate(String appId, String secret) {
        return credentials(appId, secret, () -> {
            endSoon(rotating);
            rotating = issue();
            return Answer.token(rotating, LIFE.toSeconds());
        });
    }

    public Answer stable(String appId, String secret, boolean force) {
        return credentials(appId, secret, () -> force ? forced() : repeated());
    }

    /** {@link Answer#OK} when a call may be made with this token. */
    public Answer check(String token) {
        if (token.isEmpty()) {
            return Answer.error(41001, "access_token missing");
        }
        Instant end = valid.get(token);
        if (end == null) {
            return Answer.error(40001, "invalid credential, access_token is invalid or not latest");
        }
        return clock.instant().isBefore(end) ? Answer.OK : Answer.error(42001, "access_token expired");
    }

    private Answer credentials(String appId, String secret, Supplier<Answer> then) {
        if (!account.appId().equals(appId)) {
            return Answer.error(40013, "invalid appid");
        }
        return account.secret().equals(secret) ? then.get() : Answer.error(40125, "invalid appsecret");
    }

    private Answer repeated() {
        Duration left = left(stable);
        if (left.compareTo(OVERLAP) <= 0) {
            stable = issue();
            left = LIFE;
        }
        return Answer.token(stable, left.toSeconds());
    }

    private Answer forced() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        if (!today.equals(forcedDay)) {
            forcedDay = today;
            forcedToday = 0;
        }
        if (forcedToday == FORCED_PER_DAY) {
            return Answer.error(45009, "reach max api daily quota limit");
        }
        if (now.isBefore(lastForced.plus(FORCED_PAUSE))) {
            return Answer.error(45011, "api minute-quota reach limit, must slower, retry next minute");
        }
        forcedToday++;
        lastForced = now;
        valid.remove(stable);
        stable = issue();
        return Answer.token(stable, LIFE.toSeconds());
    }

    private Duration left(String token) {
        Instant end = valid.get(token);
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    }

    private void endSoon(String token) {
        Instant soon = clock.instant().plus(OVERLAP);
        valid.computeIfPresent(token, (_, end) -> end.isBefore(soon) ? end : soon);
    }

    private String issue() {
        Instant now = clock.instant();
        valid.values().removeIf(end -> end.plus(LIFE).isBefore(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = "87_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        valid.put(token, now.plus(LIFE));
        return token;
    }
}
