package cn.huying.api.wecom;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What the group robot's error codes mean for one post. A code says that nothing was posted. */
final class RobotErrors {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHORTEST_BACK_OFF_MILLIS = 1_000;
    private static final int LONGEST_BACK_OFF_MILLIS = 5_000;

    private final RandomGenerator random;

    RobotErrors(RandomGenerator random) {
        this.random = random;
    }

    DeliveryResult of(int code) {
        return switch (code) {
            case -1, 45033 -> new DeliveryResult.RetryAfter(backOff(), code);
            case 45009 -> new DeliveryResult.RetryAfter(MINUTE, code);
            // the address is wrong, the robot was removed from the group or stopped; 60020: this machine is not
            // white-listed
            case 93000, 93004, 93008, 60020 -> new DeliveryResult.ChannelDown(code);
            default -> new DeliveryResult.Refused(code);
        };
    }

    private Duration backOff() {
        return Duration.ofMillis(random.nextInt(SHORTEST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS));
    }
}
