package cn.huying.api.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppErrorsTest {
    private final AppErrors errors = new AppErrors(new Random(20261121));

    @RepeatedTest(20)
    void aBusyPlatformShouldBeAskedAgainAfterAFewSecondsNotAllAtOnce() {
        assertThat(errors.of(-1)).isInstanceOfSatisfying(DeliveryResult.RetryAfter.class, later -> {
            assertThat(later.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
            assertThat(later.code()).isEqualTo(-1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40014, 42001})
    void aStaleTokenShouldGetTimeToBeRenewed(int code) {
        assertThat(errors.of(code)).isEqualTo(new DeliveryResult.RetryAfter(Duration.ofSeconds(30), code));
    }

    @Test
    void tooManyCallsShouldWaitAMinute() {
        assertThat(errors.of(45009)).isEqualTo(new DeliveryResult.RetryAfter(Duration.ofMinutes(1), 45009));
    }

    @Test
    void aWorkerTheApplicationDoesNotSeeShouldBeUnreachable() {
        assertThat(errors.of(81013)).isEqualTo(new DeliveryResult.Unreachable(81013));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 60020})
    void aWrongSecretOrMachineShouldStopTheChannel(int code) {
        assertThat(errors.of(code)).isEqualTo(new DeliveryResult.ChannelDown(code));
    }

    @Test
    void aCodeNobodyExplainsShouldNotCountAsSent() {
        assertThat(errors.of(99999)).isEqualTo(new DeliveryResult.Unknown("errcode 99999"));
    }
}
