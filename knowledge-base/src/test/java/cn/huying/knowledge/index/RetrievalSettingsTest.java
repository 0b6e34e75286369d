package cn.huying.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import org.junit.jupiter.api.Test;

class RetrievalSettingsTest {
    private static final String GOOD = """
            direct: {score: 0.5, margin: 0.1, coverage: 0.5, characters: 4}
            choices: 0.3
            near: 0.5
            phrase-share: 0.4
            word-share: 0.4
            fillers: [请问, 怎么]
            synonyms:
              - [电动车, 电瓶车]
            """;

    @Test
    void theProjectsOwnSettingsShouldBeSound() {
        assertThat(Sample.settings().bands().choices())
                .isLessThan(Sample.settings().bands().direct().score());
    }

    @Test
    void fillersShouldGoAndSynonymsBecomeTheirFirstWord() {
        RetrievalSettings settings = RetrievalSettings.of(YamlFile.of("retrieval.yml", GOOD));

        assertThat(settings.questionText().content("请问电瓶车怎么上牌").strip()).isEqualTo("电动车 上牌");
    }

    @Test
    void eachMistakeShouldBeNamedWithItsLine() {
        refused("choices: 0.3", "choices: 0.9", "第 1 行：choices 大于 direct.score");
        refused("near: 0.5", "near: 5", "near 应在 0 与 1 之间");
        refused("near: 0.5", "near: x", "near 不是数字");
        refused("怎么]", "怎么, 请问]", "第 6 行：词语为空或写了两次：请问");
        refused("[电动车, 电瓶车]", "[电动车]", "第 8 行：同义词至少要两个");
        refused("[电动车, 电瓶车]", "[怎么, 咋]", "第 8 行：词语为空或写了两次：怎么");
        refused("near:", "nearr:", "不认识的字段 nearr");
        refused("characters: 4", "letters: 4", "缺少 characters");
    }

    private static void refused(String right, String wrong, String problem) {
        assertThat(GOOD).contains(right);
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> RetrievalSettings.of(YamlFile.of("retrieval.yml", GOOD.replace(right, wrong))));
        assertThat(refused).hasMessageContaining(problem);
    }
}
