package cn.huying.api.wechat;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

/** What the official account's error codes mean for one send. A code says that nothing was sent. */
final class ErrorTable {
    private static final Duration NEW_TOKEN = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHORTEST_BACK_OFF_MILLIS = 1_000;
    private static final int LONGEST_BACK_OFF_MILLIS = 10_000;

    private final Clock clock;
    private final ZoneId zone;
    private final RandomGenerator random;

    /** @param zone of the platform's quota days */
    ErrorTable(Clock clock, ZoneId zone, RandomGenerator random) {
        this.clock = clock;
        this.zone = zone;
        this.random = random;
    }

    DeliveryResult of(int code) {
        return switch (code) {
            case -1 -> retry(backOff(), code);
            case 40001, 40014, 42001 -> retry(NEW_TOKEN, code);
            case 45009 -> retry(untilTomorrow(), code);
            case 45011 -> retry(untilNextMinute(), code);
            case 45066 -> retry(MINUTE, code);
            case 45065 -> new DeliveryResult.Delivered("");
            case 43004, 43101, 45015, 45047, 48002 -> new DeliveryResult.Unreachable(code);
            case 40013, 40125, 40164, 48001, 50002 -> new DeliveryResult.ChannelDown(code);
            // 40003, 40037, 45067, 47003 and every code not known here: sending the same again cannot help
            default -> new DeliveryResult.Refused(code);
        };
    }

    private static DeliveryResult retry(Duration pause, int code) {
        return new DeliveryResult.RetryAfter(pause, code);
    }

    private Duration backOff() {
        return Duration.ofMillis(random.nextInt(SHORTEST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS));
    }

    private Duration untilTomorrow() {
        ZonedDateTime tomorrow = LocalDate.now(clock.withZone(zone)).plusDays(1).atStartOfDay(zone);
        return Duration.between(clock.instant(), tomorrow.toInstant()).plus(backOff());
    }

    private Duration untilNextMinute() {
        long second = clock.instant().getEpochSecond();
        return Duration.ofSeconds(MINUTE.toSeconds() - second % MINUTE.toSeconds());
    }
}
