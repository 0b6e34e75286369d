package cn.huying.api.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final TestClock clock = new TestClock(Messages.NOON);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed("author");
        }
    }

    @Test
    void aFewSlipsShouldCostNothing() {
        fail(SignInThrottle.FREE - 1);

        assertThat(throttle.mayTry("author")).isTrue();
    }

    @Test
    void guessingShouldWaitAMinuteAndOthersShouldNot() {
        fail(SignInThrottle.FREE);

        assertThat(throttle.mayTry("author")).isFalse();
        assertThat(throttle.mayTry("approver")).isTrue();
        clock.pass(SignInThrottle.FIRST_PAUSE.minusSeconds(1));
        assertThat(throttle.mayTry("author")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.mayTry("author")).isTrue();
    }

    @Test
    void pauseShouldDoubleWithEveryFurtherGuess() {
        fail(SignInThrottle.FREE + 2);

        clock.pass(SignInThrottle.FIRST_PAUSE.multipliedBy(4).minusSeconds(1));
        assertThat(throttle.mayTry("author")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.mayTry("author")).isTrue();
    }

    @Test
    void pauseShouldHaveAnEnd() {
        fail(1_000);

        clock.pass(SignInThrottle.LONGEST_PAUSE);
        assertThat(throttle.mayTry("author")).isTrue();
    }

    @Test
    void theRightPasswordShouldClearTheName() {
        fail(SignInThrottle.FREE - 1);
        throttle.succeeded("author");
        fail(SignInThrottle.FREE - 1);

        assertThat(throttle.mayTry("author")).isTrue();
    }
}
