package cn.huying.api.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ResidentActionTest {
    private final JsonMapper json = JsonMapper.builder().build();

    static List<ResidentAction> actions() {
        return List.of(
                new ResidentAction.Say("路灯坏了"),
                new ResidentAction.Locate(39.3, 83.6, "幸福里小区"),
                new ResidentAction.Scan("building:xingfuli-3"),
                new ResidentAction.Follow(),
                new ResidentAction.Unfollow(),
                new ResidentAction.Show("破损的井盖"),
                new ResidentAction.Speak("", 3),
                new ResidentAction.Click("帮助"),
                new ResidentAction.Again());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionSurvivesTheWire(ResidentAction action) {
        String written = json.writerFor(ResidentAction.class).writeValueAsString(action);
        assertThat(written).contains("\"action\":");
        assertThat(json.readValue(written, ResidentAction.class)).isEqualTo(action);
    }

    @Test
    void listNamesEveryKindOfAction() {
        assertThat(actions())
                .extracting(Object::getClass)
                .hasSize(ResidentAction.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"say\",\"text\":\" \"}",
                "{\"action\":\"scan\",\"scene\":\"\"}",
                "{\"action\":\"click\",\"key\":\"\"}",
                "{\"action\":\"speak\",\"recognition\":\"\",\"seconds\":0}",
                "{\"action\":\"locate\",\"latitude\":0,\"longitude\":181,\"label\":\"\"}",
                "{\"text\":\"没有动作\"}"
            })
    void impossibleActionsAreNotRead(String written) {
        assertThatThrownBy(() -> json.readValue(written, ResidentAction.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void longestTextIsStillSent() {
        assertThat(new ResidentAction.Say("字".repeat(ResidentAction.LONGEST_TEXT)).text())
                .hasSize(2_000);
        assertThatThrownBy(() -> new ResidentAction.Say("字".repeat(ResidentAction.LONGEST_TEXT + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
