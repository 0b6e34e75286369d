package cn.huying.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Outcomes BEFORE = Outcomes.of("""
            # HELP huying_messages_total
            # TYPE huying_messages_total counter
            huying_messages_total{group="",outcome="answered"} 5.0
            jvm_info{runtime="x"} 1
            """);
    private static final Outcomes AFTER = Outcomes.of("""
            huying_messages_total{group="",outcome="answered"} 12.0
            huying_messages_total{group="",outcome="not_found"} 3.0
            huying_messages_total{group="A",outcome="asked_where"} 4.0
            huying_messages_total{group="A",outcome="asked_to_confirm"} 2.0
            huying_messages_total{group="B",outcome="registered"} 1.0
            huying_messages_total{group="",outcome="emergency"} 1.2E1
            """);

    @Test
    void sinceShouldCountOnlyWhatCameLater() {
        assertThat(AFTER.since(BEFORE).byOutcome())
                .containsEntry("answered", 7L)
                .containsEntry("emergency", 12L);
        assertThat(AFTER.since(BEFORE).total()).isEqualTo(29);
    }

    @Test
    void summedShouldSpeakOfWhatResidentsGot() {
        assertThat(AFTER.since(BEFORE).summed())
                .containsEntry("直接回答", 7L)
                .containsEntry("识别为诉求", 7L)
                .containsEntry("  其中问地点", 4L)
                .containsEntry("转人工或问是否登记", 3L)
                .containsEntry("给出选项", 0L);
    }

    @Test
    void byGroupShouldCountRecognisedRequests() {
        assertThat(AFTER.byGroup()).containsOnly(java.util.Map.entry("A", 6L), java.util.Map.entry("B", 1L));
    }

    @Test
    void nothingCountedYetShouldBeNothing() {
        assertThat(Outcomes.of("").total()).isZero();
    }
}
