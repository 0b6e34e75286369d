package cn.huying.api.console.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.faq.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "《中华人民共和国民法典》第九百四十四条",
                "《中华人民共和国民法典》第九百四十四条（第二款）",
                "某市住建局《物业服务指引》",
                "最高人民法院《关于适用〈中华人民共和国民法典〉的解释（一）》（2021年）",
                "《关于修改《物业管理条例》的决定》第三条",
            })
    void whatResidentsReadShouldBeReadBackTheSame(String line) {
        assertThat(Sources.read(line)).map(Source::cite).contains(line);
    }

    @Test
    void lawAndPolicyShouldBeToldApartByWhoStandsBefore() {
        assertThat(Sources.read(" 《民法典》 第一条 ")).contains(new Source.Article("民法典", "第一条", ""));
        assertThat(Sources.read("某局 《某办法》（试行）")).contains(new Source.Policy("某办法", "某局", "试行"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"民法典第一条", "《民法典》", "《》第一条", "某局《办法》第三条", "《没有结尾", ""})
    void whatIsHalfShouldBeRefused(String line) {
        assertThat(Sources.read(line)).isEmpty();
    }
}
