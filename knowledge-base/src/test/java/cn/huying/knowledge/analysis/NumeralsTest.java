package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "三栋二单元,3栋2单元",
        "满十八岁,满18岁",
        "一百二十块钱,120块钱",
        "打一百二十,打120",
        "一百五十平,150平",
        "房租一百五,房租150",
        "工资两千八,工资2800",
        "二零二四年,2024年",
        "二〇二四年十二月,2024年12月",
        "打一一零,打110",
        "一二三四五热线,12345热线",
        "两年零三个月,2年零三个月",
        "十万块,10万块",
        "一百零五天,105天",
        "一楼不同意,1楼不同意",
        "二十八楼,28楼",
        "十一点,11点",
        "六十岁以上,60岁以上"
    })
    void numeralsThatCountShouldBecomeDigits(String written, String digits) {
        assertThat(Numerals.inDigits(written)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一起", "统一", "三七二十一", "五险一金", "十一放假", "五一", "六一儿童节", "三八妇女节", "三五天", "七八岁", "万一", "千万不要", "一点也不", "唯一住房",
                "百分百", "统一户口", "第十百", "", "没有数", "三四百块", "十", "一"
            })
    void whatOnlyLooksLikeOneShouldStay(String text) {
        assertThat(Numerals.inDigits(text)).isEqualTo(text);
    }

    @Test
    void everyNumberShouldComeBack() {
        for (int value = 1; value < 10_000; value++) {
            assertThat(Numerals.inDigits(Numerals.written(value) + "天")).isEqualTo(value + "天");
        }
    }
}
