package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.DeliveryResult.ChannelDown;
import cn.huying.bot.delivery.channel.DeliveryResult.Delivered;
import cn.huying.bot.delivery.channel.DeliveryResult.Refused;
import cn.huying.bot.delivery.channel.DeliveryResult.RetryAfter;
import cn.huying.bot.delivery.channel.DeliveryResult.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:00:20Z"), ZoneOffset.UTC);
    private final ErrorTable table = new ErrorTable(CLOCK, ZoneId.of("Asia/Shanghai"), new SplittableRandom(1));

    @Test
    void aBusyPlatformShouldBeTriedAgainWithJitter() {
        assertThat(pause(-1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(pause(-1)).isNotEqualTo(pause(-1));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void aTokenRefusedAgainAfterItsRefreshShouldWait(int code) {
        assertThat(table.of(code)).isEqualTo(new RetryAfter(Duration.ofSeconds(30), code));
    }

    @Test
    void theDaysQuotaShouldComeBackAtMidnightInShanghai() {
        assertThat(pause(45009)).isBetween(Duration.ofSeconds(12 * 3_600 - 20), Duration.ofSeconds(12 * 3_600 - 10));
    }

    @Test
    void theMinutesQuotaShouldComeBackWithTheNextMinute() {
        assertThat(table.of(45011)).isEqualTo(new RetryAfter(Duration.ofSeconds(40), 45011));
    }

    @Test
    void aMassSendTooSoonShouldWaitAMinute() {
        assertThat(table.of(45066)).isEqualTo(new RetryAfter(Duration.ofMinutes(1), 45066));
    }

    @Test
    void aMassSendAlreadyMadeShouldCountAsMade() {
        assertThat(table.of(45065)).isEqualTo(new Delivered(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {45015, 45047, 43004, 48002, 43101})
    void aResidentWhoCannotBeReachedShouldNotBeTriedAgain(int code) {
        assertThat(table.of(code)).isEqualTo(new Unreachable(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {48001, 50002, 40013, 40125, 40164})
    void aBannedOrMisconfiguredAccountShouldStopTheChannel(int code) {
        assertThat(table.of(code)).isEqualTo(new ChannelDown(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 40037, 47003, 45067, 45002, 99999, -5})
    void whatWillNeverBeAcceptedShouldBeRefused(int code) {
        assertThat(table.of(code)).isEqualTo(new Refused(code));
    }

    private Duration pause(int code) {
        return switch (table.of(code)) {
            case RetryAfter(Duration pause, int given) when given == code -> pause;
            case DeliveryResult other -> throw new AssertionError(other);
        };
    }
}
