package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseRewriterTest {
    private final PhraseRewriter rewriter =
            new PhraseRewriter(Map.of("电瓶车", "电动车", "电动自行车", "电动车", "电动", "电", "物管", "物业"));

    @Test
    void rewriteShouldTakeTheLongestPhraseAtAPlace() {
        assertThat(rewriter.rewrite("电动自行车和电瓶车")).isEqualTo("电动车和电动车");
    }

    @Test
    void whatWasPutInShouldNotBeReadAgain() {
        assertThat(rewriter.rewrite("电瓶车")).isEqualTo("电动车");
    }

    @Test
    void textWithoutAnyPhraseShouldStay() {
        assertThat(rewriter.rewrite("路灯坏了")).isEqualTo("路灯坏了");
        assertThat(rewriter.rewrite("")).isEmpty();
    }
}
