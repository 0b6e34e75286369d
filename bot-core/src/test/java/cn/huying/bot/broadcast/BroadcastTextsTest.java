package cn.huying.bot.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.alert.Warnings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcastTextsTest {
    private final BroadcastTexts texts = Office.TEXTS;

    private static Alert alert(String event, String headline, String description, String instruction) {
        Alert red = Warnings.red("one");
        return new Alert(
                red.id(),
                red.sent(),
                red.status(),
                red.kind(),
                red.references(),
                event,
                Colour.ORANGE,
                red.effective(),
                red.expires(),
                "",
                headline,
                description,
                instruction,
                red.areas());
    }

    @Test
    void alertWithoutInstructionShouldNotPromiseAny() {
        Content content = texts.of(alert("雷电橙色预警", "雷电橙色预警信号", "有雷电。", " "));

        assertThat(content.title()).isEqualTo("雷电橙色预警");
        assertThat(content.text()).doesNotContain("请这样做").contains("预警发布单位发布");
    }

    @Test
    void endlessAlertShouldBeCutToWhatThePlatformTakes() {
        Content content = texts.of(alert("暴雨", "长".repeat(5_000), "长".repeat(5_000), "长".repeat(5_000)));

        assertThat(content.isFit()).isTrue();
        assertThat(content.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
        assertThat(content.text()).contains("请这样做", "有效至11月21日18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thunderstorm with hail and gusts ", "暴雨引发的山洪地质灾害气象风险", "🌧️⛈️"})
    void longNameShouldStillFitTheTitlesOfWarningAndAllClear(String event) {
        Content warning = texts.of(alert(event.repeat(6), "暴雨", "有雨。", ""));

        assertThat(warning.isFit()).as(warning.title()).isTrue();
        assertThat(warning.title()).endsWith("橙色预警");
        assertThat(texts.over(warning, warning.expires()).isFit()).isTrue();
        assertThat(texts.lifted(warning, Warnings.NOON, warning.expires()).isFit())
                .isTrue();
    }

    @Test
    void groupShouldReadNoMarksOfItsDialect() {
        Content content = texts.of(alert("暴雨", "<@all> [点我](http://evil.example)", "一\n> 二", ""));

        assertThat(texts.preview(BroadcastKind.WEATHER_ALERT, content).group())
                .doesNotContain("<@all>", "](", "\n> ")
                .contains("**暴雨橙色预警**");
    }

    @Test
    void previewShouldBeWhatIsSent() {
        Content content = texts.antiFraud("谨防\n冒充", "不转账。", Warnings.NOON);

        assertThat(content.title()).isEqualTo("谨防 冒充");
        assertThat(texts.preview(BroadcastKind.ANTI_FRAUD, content).resident())
                .isEqualTo(content.text())
                .startsWith("【反诈提醒】谨防 冒充")
                .contains("不转账。", "96110");
    }
}
