package cn.huying.bot.alert;

import static cn.huying.bot.alert.Warnings.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.alert.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {
    private final AlertRules rules = new AlertRules(Set.of(Warnings.SENDER));

    private static Alert changed(String sender, String status, Instant sent, Instant expires) {
        Alert red = Warnings.red("one");
        return new Alert(
                new AlertId(sender, "one"),
                sent,
                status,
                red.kind(),
                List.of(),
                red.event(),
                red.colour(),
                red.effective(),
                expires,
                red.senderName(),
                red.headline(),
                red.description(),
                red.instruction(),
                red.areas());
    }

    private Verdict judged(String sender, String status, Duration age, Duration left) {
        return rules.judge(changed(sender, status, NOON.minus(age), NOON.plus(left)), NOON);
    }

    @Test
    void freshAlertOfAKnownSenderShouldBeAccepted() {
        assertThat(rules.judge(Warnings.red("one"), NOON)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void senderNobodyNamedShouldBeRefused() {
        assertThat(judged("forged@else.example", "Actual", Duration.ZERO, Duration.ofHours(1)))
                .isEqualTo(new Verdict.Refused(Reason.UNKNOWN_SENDER));
    }

    @Test
    void everySenderShouldBeFineWhenNoneIsNamed() {
        Alert alert = changed("any@else.example", "Actual", NOON, NOON.plusSeconds(60));

        assertThat(new AlertRules(Set.of()).judge(alert, NOON)).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exercise", "Test", "System", "Draft", "actual", ""})
    void anythingButTheRealThingShouldBeRefused(String status) {
        assertThat(judged(Warnings.SENDER, status, Duration.ZERO, Duration.ofHours(1)))
                .isEqualTo(new Verdict.Refused(Reason.NOT_ACTUAL));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT1H, PT-1S", "PT25H, PT1H"})
    void alertPastItsTimeShouldBeRefused(Duration age, Duration left) {
        assertThat(judged(Warnings.SENDER, "Actual", age, left)).isEqualTo(new Verdict.Refused(Reason.STALE));
    }

    @Test
    void alertThatNeverEndsShouldBeRefused() {
        assertThat(judged(Warnings.SENDER, "Actual", Duration.ZERO, Duration.ofDays(32)))
                .isEqualTo(new Verdict.Refused(Reason.ENDLESS));
        assertThat(judged(Warnings.SENDER, "Actual", Duration.ZERO, Duration.ofDays(30)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void alertOfTomorrowShouldBeRefused() {
        assertThat(judged(Warnings.SENDER, "Actual", Duration.ofMinutes(-11), Duration.ofHours(1)))
                .isEqualTo(new Verdict.Refused(Reason.FROM_THE_FUTURE));
        assertThat(judged(Warnings.SENDER, "Actual", Duration.ofMinutes(-9), Duration.ofHours(1)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void endWithoutABeginningShouldBeRefused() {
        assertThat(rules.judge(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED), NOON))
                .isEqualTo(new Verdict.Refused(Reason.NO_REFERENCE));
        assertThat(rules.judge(Warnings.alert("up", Alert.Kind.UPDATE, Colour.RED), NOON))
                .isEqualTo(new Verdict.Refused(Reason.NO_REFERENCE));
    }

    @Test
    void lateCancellationShouldStillBeAccepted() {
        Alert lift = Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "first");

        assertThat(rules.judge(lift, NOON.plus(Duration.ofDays(3)))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a,b", "a<b", "a&b", "a|b", "line\nbreak"})
    void idsTheStandardForbidsShouldBeRefused(String part) {
        assertThatThrownBy(() -> new AlertId(Warnings.SENDER, part)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AlertId(part, "one")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"向晴区气象台发布暴雨红色预警信号, RED", "暴雨黄色预警升级为橙色, YELLOW", "大风蓝色预警, BLUE", "雷电橙色预警信号, ORANGE"})
    void colourShouldBeTheFirstOneNamed(String text, Colour colour) {
        assertThat(Colour.namedIn(text)).contains(colour);
    }

    @Test
    void textWithoutAColourShouldNameNone() {
        assertThat(Colour.namedIn("地质灾害气象风险提示")).isEmpty();
        assertThat(Colour.ofSeverity("Unknown")).isEmpty();
        assertThat(Colour.ofSeverity("extreme")).contains(Colour.RED);
    }
}
