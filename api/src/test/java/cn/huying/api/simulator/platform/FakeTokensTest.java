package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FakeTokensTest {
    private final HandClock clock = new HandClock();
    private final FakeTokens tokens = new FakeTokens(Demo.ACCOUNT, clock, new SplittableRandom(7));

    @Test
    void wrongAppIdAndWrongSecretAreTold() {
        assertThat(tokens.rotate("wxother", Demo.ACCOUNT.secret()).code()).isEqualTo(40013);
        assertThat(tokens.rotate(Demo.ACCOUNT.appId(), "guess").code()).isEqualTo(40125);
        assertThat(tokens.stable(Demo.ACCOUNT.appId(), "guess", false).code()).isEqualTo(40125);
    }

    @Test
    void answerLooksLikeWeChats() {
        assertThat(rotated().body())
                .containsOnlyKeys("access_token", "expires_in")
                .containsEntry("expires_in", 7200L);
        assertThat(tokens.rotate("wxother", "").body())
                .containsEntry("errcode", 40013)
                .containsKey("errmsg");
    }

    @Test
    void rotatingLeavesThePreviousTokenFiveMinutes() {
        String first = token(rotated());
        String second = token(rotated());
        assertThat(second).isNotEqualTo(first);
        clock.forward(FakeTokens.OVERLAP.minusSeconds(1));
        assertThat(tokens.check(first)).isEqualTo(Answer.OK);
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.check(first).code()).isEqualTo(42001);
        assertThat(tokens.check(second)).isEqualTo(Answer.OK);
    }

    @Test
    void stableTokenDoesNotRotateInNormalMode() {
        Answer first = stable(false);
        clock.forward(Duration.ofMinutes(90));
        Answer second = stable(false);
        assertThat(token(second)).isEqualTo(token(first));
        assertThat(second.body())
                .containsEntry("expires_in", Duration.ofMinutes(30).toSeconds());
    }

    @Test
    void stableTokenIsRenewedFiveMinutesEarlyWithBothValid() {
        String first = token(stable(false));
        clock.forward(FakeTokens.LIFE.minus(FakeTokens.OVERLAP));
        String second = token(stable(false));
        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.check(first)).isEqualTo(Answer.OK);
        assertThat(tokens.check(second)).isEqualTo(Answer.OK);
    }

    @Test
    void forcedRefreshEndsThePreviousTokenAtOnce() {
        String first = token(stable(false));
        String second = token(stable(true));
        assertThat(tokens.check(first).code()).isEqualTo(40001);
        assertThat(token(stable(false))).isEqualTo(second);
    }

    @Test
    void forcedRefreshNeedsThirtySecondsBetween() {
        stable(true);
        clock.forward(FakeTokens.FORCED_PAUSE.minusMillis(1));
        assertThat(stable(true).code()).isEqualTo(45011);
        clock.forward(Duration.ofMillis(1));
        assertThat(stable(true).ok()).isTrue();
    }

    @Test
    void forcedRefreshIsGivenTwentyTimesADay() {
        for (int i = 0; i < FakeTokens.FORCED_PER_DAY; i++) {
            assertThat(stable(true).ok()).isTrue();
            clock.forward(FakeTokens.FORCED_PAUSE);
        }
        assertThat(stable(true).code()).isEqualTo(45009);
        clock.forward(Duration.ofDays(1));
        assertThat(stable(true).ok()).isTrue();
    }

    @Test
    void tokensOfTheTwoDoorsDoNotDisturbEachOther() {
        String stable = token(stable(false));
        rotated();
        rotated();
        assertThat(tokens.check(stable)).isEqualTo(Answer.OK);
    }

    @Test
    void missingUnknownAndExpiredTokensHaveTheirCodes() {
        String token = token(stable(false));
        assertThat(tokens.check("").code()).isEqualTo(41001);
        assertThat(tokens.check("87_made_up").code()).isEqualTo(40001);
        clock.forward(FakeTokens.LIFE);
        assertThat(tokens.check(token).code()).isEqualTo(42001);
    }

    private Answer rotated() {
        return tokens.rotate(Demo.ACCOUNT.appId(), Demo.ACCOUNT.secret());
    }

    private Answer stable(boolean force) {
        return tokens.stable(Demo.ACCOUNT.appId(), Demo.ACCOUNT.secret(), force);
    }

    private static String token(Answer answer) {
        return String.valueOf(answer.body().get("access_token"));
    }
}
