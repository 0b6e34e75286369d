package cn.huying.bot.grid.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTextTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ３栋２单元, 3栋2单元
            3 栋 2 单元, 3栋2单元
            3 501, 3 501
            b座, B座
            ａ座, A座
            ③栋, 3栋
            ⑳栋, 20栋
            3—2—501, 3-2-501
            3一2一501, 3-2-501
            一一, 一一
            3號樓, 3号楼
            """)
    void ofShouldBringTextToOneForm(String text, String expected) {
        assertThat(PlaceText.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            3, 3
            03, 3
            3A, 3A
            B12, B12
            A, A
            甲, 甲
            三, 3
            十, 10
            十二, 12
            二十, 20
            二十一, 21
            一百零三, 103
            一百二十, 120
            二〇三, 203
            一二〇二, 1202
            0, 0
            12345, ''
            AB, ''
            3A4, ''
            零, ''
            十百, ''
            十十, ''
            二三十, ''
            一二三四五六, ''
            """)
    void canonicalShouldReadNumbersAsPeopleWriteThem(String text, String expected) {
        assertThat(PlaceNumber.end(text, 0)).isEqualTo(text.length());
        assertThat(PlaceNumber.canonical(text, 0, text.length())).isEqualTo(expected);
    }
}
