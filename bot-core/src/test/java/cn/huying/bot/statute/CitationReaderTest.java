package cn.huying.bot.statute;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.law.text.ArticleNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationReaderTest {
    private static final CitationReader READER = new CitationReader(Map.of(
            "大法典", List.of("总则", "婚姻家庭编"),
            "物业管理条例", List.of(""),
            "教育法", List.of(""),
            "安静法", List.of(""),
            "安静法实施办法", List.of("")));

    @ParameterizedTest
    @CsvSource({
        "大法典第942条, 大法典, 942",
        "大法典九百四十二条说的啥, 大法典, 942",
        "大法典942条, 大法典, 942",
        "大法典九四二条, 大法典, 942",
        "中华人民共和国大法典第九百四十二条, 大法典, 942",
        "物业管理条例第三十条是什么, 物业管理条例, 30",
        "《物业管理条例》第３０条, 物业管理条例, 30",
        "請問《物業管理條例》第三十條, 物业管理条例, 30",
        "请问 物业管理条例 里的 第 30 条 怎么规定的呀？, 物业管理条例, 30",
        "大法典婚姻家庭编第1042条, 大法典, 1042",
        "大法典婚姻家庭编的第1042条, 大法典, 1042",
        "根据物业管理条例第三十条第二款, 物业管理条例, 30",
        "安静法实施办法第三条, 安静法实施办法, 3",
        "新大法典第五条原文, 大法典, 5"
    })
    void articleNamedAloneShouldBeFound(String words, String title, int number) {
        assertThat(READER.read(words)).contains(new Citation(title, new ArticleNumber(number, 0), true));
    }

    @Test
    void insertedArticleShouldBeFound() {
        assertThat(READER.read("安静法第二条之一是什么")).contains(new Citation("安静法", new ArticleNumber(2, 1), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"依据物业管理条例第三十条物业该不该修灯", "我家被违反物业管理条例第三十条了请派人来", "小李说的《安静法》第三条管不管广场舞"})
    void articleNamedAmongOtherWordsShouldNotBeAlone(String words) {
        assertThat(READER.read(words))
                .hasValueSatisfying(found -> assertThat(found.alone()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "义务教育法第三条",
                "东海省物业管理条例第三十条",
                "关于适用大法典婚姻家庭编的解释一第三条",
                "安静法实施细则第三条",
                "物业管理条例",
                "物业管理条例有多少条",
                "第三十条",
                "一条狗咬了我",
                "物业管理条例第条",
                "物业管理条例第零条",
                "物业管理条例第99999条",
                "没有的法第三条",
                ""
            })
    void anotherLawOrNoNumberShouldBeNoCitation(String words) {
        assertThat(READER.read(words)).isEmpty();
    }

    @Test
    void noLawShouldBeKnownBeforeThereIsOne() {
        assertThat(new CitationReader(Map.of()).read("物业管理条例第三十条")).isEmpty();
    }
}
