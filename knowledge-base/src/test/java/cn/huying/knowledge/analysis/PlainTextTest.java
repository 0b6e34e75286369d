package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void foldedShouldMakeFullWidthUpperCaseAndTraditionalAlike() {
        assertThat(PlainText.folded("ＷＩＦＩ壞了，電動車１２３")).isEqualTo("wifi坏了,电动车123");
    }

    @Test
    void foldedShouldLeaveSimplifiedTextAsItIs() {
        String text = "三单元电梯坏了，老人下不了楼。谁来管？";
        assertThat(PlainText.folded(text)).isEqualTo(text);
    }

    @Test
    void squeezedShouldDropWhatStandsBetweenTheCharacters() {
        assertThat(PlainText.squeezed("着 . 火\u200b了！！🔥")).isEqualTo("着火了");
    }

    @Test
    void loneSurrogatesAndEmptyTextShouldNotFail() {
        assertThat(PlainText.squeezed("\ud83d火")).isEqualTo("火");
        assertThat(PlainText.folded("")).isEmpty();
    }
}
