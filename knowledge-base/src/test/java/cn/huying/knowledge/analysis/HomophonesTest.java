package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomophonesTest {
    private static final Homophones HOMOPHONES = Homophones.of(content());

    /** Each phrase in so many surroundings that it is one of its own. */
    private static List<String> content() {
        List<String> content = new ArrayList<>();
        for (String phrase : List.of("物业费", "居住证", "公积金", "低保", "电梯", "银行卡", "维修基金")) {
            content.add(phrase);
            content.add(phrase + "怎么办");
            content.add("我要问" + phrase);
            content.add("关于" + phrase + "的事");
            content.add("交了" + phrase + "没有");
            content.add("查" + phrase + "在哪");
        }
        content.add("电提灯");
        return content;
    }

    @Test
    void whatWasTypedByItsSoundShouldBePutRight() {
        assertThat(HOMOPHONES.mended("物业废怎么交")).isEqualTo("物业费怎么交");
        assertThat(HOMOPHONES.mended("居主证")).isEqualTo("居住证");
        assertThat(HOMOPHONES.mended("申请低宝")).isEqualTo("申请低保");
        assertThat(HOMOPHONES.mended("交物业废，取公鸡金")).isEqualTo("交物业费，取公积金");
    }

    @Test
    void aCharacterShouldBeHeardInAllItsReadings() {
        assertThat(HOMOPHONES.mended("银航卡丢了")).isEqualTo("银行卡丢了");
        assertThat(HOMOPHONES.mended("银型卡丢了")).isEqualTo("银行卡丢了");
    }

    @Test
    void wordsOfTheDictionaryAndOfTheContentShouldStay() {
        for (String text : List.of("物业废品回收", "公鸡叫", "电提灯", "地保", "低 宝", "", "低", "wifi", "维修基天")) {
            assertThat(HOMOPHONES.mended(text)).isEqualTo(text);
        }
    }

    @Test
    void aPieceOfALongerWordShouldNotBeMeant() {
        assertThat(HOMOPHONES.mended("我休几天")).isEqualTo("我休几天");
    }

    @Test
    void anEmptyContentShouldMendNothing() {
        assertThat(Homophones.of(List.of()).mended("物业废")).isEqualTo("物业废");
    }
}
