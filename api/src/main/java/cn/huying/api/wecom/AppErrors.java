package cn.huying.api.wecom;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What the application's documented error codes mean for one card. */
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
            case 81013 -> new DeliveryResult.Unreachable(code);
            // the secret, or a machine that is not white-listed
            case 40001, 60020 -> new DeliveryResult.ChannelDown(code);
            // what a code means that no document we have explains, only the platform knows: a task or a response code
            // sent
            // again is taken once, so asking again does no harm, and in the end a person looks
            default -> new DeliveryResult.Unknown("errcode " + code);
        };
    }

    private Duration backOff() {
        return Duration.ofMillis(random.nextInt(SHORTEST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS));
    }
}
