package cn.huying.api.wecom;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What the application's error codes mean for one card. A code says that nothing was sent. */
final class AppErrors {
    private static final Duration NEW_TOKEN = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHORTEST_BACK_OFF_MILLIS = 1_000;
    private static final int LONGEST_BACK_OFF_MILLIS = 5_000;

    private final RandomGenerator random;

    AppErrors(RandomGenerator random) {
        this.random = random;
    }

    DeliveryResult of(int code) {
        return switch (code) {
            case -1, 45033 -> new DeliveryResult.RetryAfter(backOff(), code);
            case 40014, 42001 -> new DeliveryResult.RetryAfter(NEW_TOKEN, code);
            case 45009 -> new DeliveryResult.RetryAfter(MINUTE, code);
            // nobody of that id, or nobody the application may write to
            case 40003, 60111, 81013 -> new DeliveryResult.Unreachable(code);
            // wrong corp, secret or agent, no permission, a machine that is not white-listed
            case 40001, 40013, 40056, 48002, 50001, 60011, 60020, 301002 -> new DeliveryResult.ChannelDown(code);
            default -> new DeliveryResult.Refused(code);
        };
    }

    private Duration backOff() {
        return Duration.ofMillis(random.nextInt(SHORTEST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS));
    }
}
