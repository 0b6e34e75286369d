package cn.huying.knowledge.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlFileTest {
    @Test
    void keyWrittenTwiceShouldBeToldOnceWithItsFileAndLine() {
        YamlFile file = YamlFile.of("config/some.yml", "name: 甲\nplace: 乙\nname: 丙\n");

        file.root().text("name");
        file.root().text("place");

        assertThat(file.problems()).singleElement().asString().isEqualTo("config/some.yml 第 3 行：字段 name 写了两次。请删去其中一个");
    }

    @Test
    void unknownKeyShouldNameTheLineAndTheKnownOnes() {
        YamlFile file = YamlFile.of("config/some.yml", "name: 甲\nplase: 乙\n");

        file.root().onlyKeys("name", "place");

        assertThatThrownBy(file::refuseIfBroken)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("config/some.yml 第 2 行")
                .hasMessageContaining("plase")
                .hasMessageContaining("name、place");
    }

    @Test
    void brokenSyntaxShouldBeRefusedWithTheLine() {
        assertThatThrownBy(() -> YamlFile.of("config/some.yml", "name: 甲\nplace: [乙\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("config/some.yml 第 ");
    }

    @Test
    void emptyFileShouldBeRefused() {
        assertThatThrownBy(() -> YamlFile.of("config/some.yml", "# 只有注释\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("文件是空的");
    }

    @Test
    void everyMistakeShouldBeFoundInOneReading() {
        YamlFile file = YamlFile.of("config/some.yml", "count: 三\nday: 昨天\nshare: 许多\n");

        file.root().number("count");
        file.root().date("day");
        file.root().decimal("share");
        file.root().text("name");

        assertThat(file.problems()).hasSize(4);
    }

    @Test
    void soundFileShouldPass() {
        YamlFile file = YamlFile.of("config/some.yml", "count: 3\n");

        assertThat(file.root().number("count")).isEqualTo(3);
        assertThatCode(file::refuseIfBroken).doesNotThrowAnyException();
    }
}
