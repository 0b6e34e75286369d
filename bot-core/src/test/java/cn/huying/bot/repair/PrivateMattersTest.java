package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMattersTest {
    private static final Classifier CLASSIFIER =
            new LexiconClassifier(Taxonomy.load(DemoTree.root().resolve("config/taxonomy.yml")));
    private static final PrivateMatters SHIPPED =
            PrivateMatters.load(DemoTree.root().resolve("config/private.yml"), CLASSIFIER);

    @ParameterizedTest
    @ValueSource(strings = {"老公家暴我能拿到什么证明", "孩子在学校被欺负了", "邻居家 暴 老婆怎么取证", "有人想自 杀怎么劝", "小孩被虐待找谁"})
    void privateMattersShouldBeHeardHoweverTheyAreWritten(String said) {
        assertThat(SHIPPED).accepts(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么评三好学生", "小孩上学要什么材料", "物业费多少钱一平", "打印身份证复印件去哪里"})
    void everydayQuestionsShouldNot(String said) {
        assertThat(SHIPPED).rejects(said);
    }

    @Test
    void fileWithoutWordsShouldBeRefused() {
        assertThatThrownBy(() -> PrivateMatters.of(YamlFile.of("private.yml", "words: []"), CLASSIFIER))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("没有词");
    }
}
