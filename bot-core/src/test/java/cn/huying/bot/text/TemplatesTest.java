package cn.huying.bot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private static final Path OWN = Path.of(System.getProperty("huying.root", ".."), "config/templates");
    private static final int PASSIVE_REPLY_BYTES = 2048;

    @Test
    void valuesShouldBePutInAsTheyAre() {
        Templates templates = templates("registered: 编号 {number}，地点 {place}");

        assertThat(templates.render("registered", Map.of("number", "HY1", "place", "{number} 和 {x} }{")))
                .isEqualTo("编号 HY1，地点 {number} 和 {x} }{");
    }

    @Test
    void aTextOfSeveralLinesShouldKeepItsLinesAndLoseTheLastBreak() {
        assertThat(templates("help: |\n  一\n  二\n").render("help", Map.of())).isEqualTo("一\n二");
    }

    @Test
    void anUnknownKeyOrAMissingValueShouldBeRefused() {
        Templates templates = templates("hello: 您好 {name}");

        assertThatIllegalArgumentException().isThrownBy(() -> templates.render("bye", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> templates.render("hello", Map.of()));
    }

    @Test
    void brokenTextsShouldBeRefusedWithTheirLine() {
        assertThat(refused("a: 好\nb: '{name'\nc: 多}一个\nd: ''\ne: '{Name}'"))
                .contains("templates.yml 第 2 行：模板 b 的花括号写法有误：{name")
                .contains("第 3 行：模板 c 的多出一个 }")
                .contains("第 4 行：模板 d 没有内容")
                .contains("第 5 行：模板 e 的花括号写法有误：{Name}");
    }

    @Test
    void aKeyInTwoFilesShouldBeRefused() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> Templates.of(List.of(YamlFile.of("a.yml", "x: 一"), YamlFile.of("b.yml", "y: 二\nx: 三"))));

        assertThat(refused).hasMessageContaining("b.yml 第 2 行：模板 x 已经写在 a.yml 第 1 行");
    }

    @Test
    void requireShouldNameMissingKeysAndWrongPlaceholdersWithFileAndLine() {
        Templates templates = templates("a: 您好 {name}\nb: 编号 {nummer}");
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> templates.require(
                        List.of(TextKey.of("a", "name"), TextKey.of("b", "number"), TextKey.of("c", "place"))));

        assertThat(refused.problems().stream().map(ConfigProblem::toString))
                .containsExactly(
                        "templates.yml 第 2 行：模板 b 用了不认识的占位符 {nummer}。可用的占位符：{number}",
                        "templates.yml 第 2 行：模板 b 缺少占位符 {number}。请把 {number} 写进文字里",
                        "templates.yml：缺少模板 c。请补上这一条，占位符：{place}");
    }

    @Test
    void loadShouldReadEveryFileOfTheFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.yml"), "a: 一");
        Files.writeString(folder.resolve("two.yml"), "b: 二");
        Files.writeString(folder.resolve("notes.txt"), "not: yaml: at all");

        Templates templates = Templates.load(folder).require(List.of(TextKey.of("a"), TextKey.of("b")));

        assertThat(templates.render("b", Map.of())).isEqualTo("二");
        assertThat(catchThrowableOfType(ConfigException.class, () -> Templates.load(folder.resolve("none"))))
                .hasMessageContaining("文件夹无法读取");
    }

    @Test
    void theProjectsOwnTextsShouldServeTheWholeDialogue() {
        assertThat(Templates.load(OWN).require(Phrases.keys())).isNotNull();
    }

    @Test
    void everyDialogueTextShouldFitIntoOnePassiveReply() {
        Templates templates = Templates.load(OWN);
        for (TextKey key : Phrases.keys()) {
            Map<String, String> params =
                    key.placeholders().stream().collect(Collectors.toMap(name -> name, _ -> "三十个字以内的一段普通的话".repeat(3)));
            assertThat(templates.render(key.key(), params).getBytes(StandardCharsets.UTF_8))
                    .as(key.key())
                    .hasSizeLessThan(PASSIVE_REPLY_BYTES);
        }
    }

    private static Templates templates(String content) {
        return Templates.of(List.of(YamlFile.of("templates.yml", content)));
    }

    private static String refused(String content) {
        return catchThrowableOfType(ConfigException.class, () -> templates(content))
                .toString();
    }
}
