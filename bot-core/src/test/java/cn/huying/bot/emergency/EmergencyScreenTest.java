package cn.huying.bot.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huying.bot.text.Templates;
import cn.huying.bot.text.TextKey;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyScreenTest {
    private static final Path ROOT = Path.of(System.getProperty("huying.root", ".."));
    private static final EmergencyScreen SCREEN = EmergencyScreen.load(ROOT.resolve("config/emergency.yml"));

    @Test
    void everySentenceShouldBeHeardAsItIsMeant() throws IOException {
        assertThat(sentences("sentences.txt")).hasSizeGreaterThan(150);
        assertThat(misheard("sentences.txt")).isEmpty();
    }

    @Test
    void indirectSentencesShouldBeHeardAsTheyAreMeant() throws IOException {
        assertThat(sentences("indirect.txt")).hasSizeGreaterThan(250);
        assertThat(misheard("indirect.txt")).isEmpty();
    }

    @Test
    void harmlessSentencesNearTheBorderShouldRaiseNoAlarm() throws IOException {
        assertThat(sentences("harmless.txt"))
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(heard(line)).as(line).isEqualTo("NONE"));
    }

    @Test
    void wordsOfOneMessageShouldOnlyCountWhereTheyAreTheWholeOfIt() {
        for (String alone : List.of("110", "１１０！", "119", "120", "报警", "报警！！！", "救救救救", "火", "火！！！", "火火火")) {
            assertThat(heard(alone)).as(alone).isNotEqualTo("NONE");
        }
        for (String part : List.of("3栋119室漏水", "120平的房子", "报警器坏了", "火锅店", "10", "12", "1110")) {
            assertThat(heard(part)).as(part).isEqualTo("NONE");
        }
    }

    private static List<String> misheard(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : sentences(file)) {
            int space = line.indexOf(' ');
            String heard = heard(line.substring(space + 1));
            if (!heard.equals(line.substring(0, space))) {
                wrong.add(line + " -> " + heard);
            }
        }
        return wrong;
    }

    @Test
    void everyDangerShouldBeHeardAndHaveItsText() {
        List<Emergency> emergencies = SCREEN.emergencies();

        assertThat(emergencies).extracting(Emergency::danger).containsAll(EnumSet.allOf(Danger.class));
        assertThat(emergencies)
                .allSatisfy(emergency -> assertThat(emergency.numbers()).isNotEmpty());
        assertThat(Templates.load(ROOT.resolve("config/templates"))
                        .require(emergencies.stream()
                                .map(emergency -> TextKey.of(emergency.template()))
                                .distinct()
                                .toList()))
                .isNotNull();
    }

    @Test
    void theTextShouldNameTheNumbers() {
        Templates templates = Templates.load(ROOT.resolve("config/templates"));
        for (Emergency emergency : SCREEN.emergencies()) {
            assertThat(templates.render(emergency.template(), Map.of()))
                    .as("%s", emergency)
                    .contains(emergency.numbers().getFirst());
        }
    }

    @Test
    void violenceAtHomeShouldGoToItsOwnCategory() {
        assertThat(category("老公又打我了")).isEqualTo("DIS03");
        assertThat(category("楼下有人打架")).isEqualTo("SAF05");
        assertThat(category("房子要塌了")).isEqualTo("BLD03");
        assertThat(category("路面塌了一个洞")).isEqualTo("MUN04");
    }

    @Test
    void theGravestOfSeveralDangersShouldBeTold() {
        assertThat(heard("煤气爆炸着火了，老人晕倒了")).isEqualTo("FIRE");
        assertThat(heard("老人晕倒了，家里有煤气味")).isEqualTo("GAS");
    }

    @Test
    void aClauseThatIsNotNowShouldNotQuietTheNextOne() {
        assertThat(heard("去年就漏过，今天又是一股煤气味")).isEqualTo("GAS");
        assertThat(heard("消防演习刚结束，隔壁着火了")).isEqualTo("FIRE");
    }

    @Test
    void aStoryShouldOnlyBeHeardAtItsEndsOrWhereItSaysNow() {
        String story = "我们小区的消防设施多年没人维护，".repeat(6);

        assertThat(heard(story + "有一户着火了，" + story)).isEqualTo("NONE");
        assertThat(heard(story + "现在三楼着火了，" + story)).isEqualTo("FIRE");
        assertThat(heard("三楼着火了，" + story)).isEqualTo("FIRE");
        assertThat(heard(story + "三楼着火了")).isEqualTo("FIRE");
    }

    @Test
    void anyTextShouldBeScreenedWithoutFailing() {
        for (String text : List.of(
                "", " ", "。。。", "\ud83d", "🔥🔥🔥", "火".repeat(20_000), "着火了，".repeat(5_000), "煤气".repeat(10_000))) {
            assertThat(SCREEN.screen(text)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "🔥🔥🔥, FIRE",
        "🔥家厨房, FIRE",
        "我家厨房🔥🔥🔥, FIRE",
        "3栋楼道🔥️快来, FIRE",
        "🆘, CRY_FOR_HELP",
        "🆘🆘幸福里3栋, CRY_FOR_HELP",
        "家里好多💨, FIRE",
        "🚒🚒, FIRE",
        "🚑, CRY_FOR_HELP",
        "他拿🔪追我, VIOLENCE",
        "今天好热🔥🔥, NONE",
        "火锅太好吃了🔥, NONE",
        "活动超🔥的😀, NONE",
        "谢谢👍🌹, NONE"
    })
    void picturesShouldBeHeardAsTheWordsTheyStandFor(String text, String danger) {
        assertThat(heard(text)).isEqualTo(danger);
    }

    @Test
    void eachMistakeShouldBeNamedWithItsLine() {
        String broken = """
                story: 80
                misspellings: {煤气: [煤]}
                harmless: [煤气费, 煤气费]
                dangers:
                  - danger: FLAMES
                    category: SAF04
                    numbers: []
                    template: emergency-fire
                  - danger: GAS
                    category: UTL03
                    numbers: ["119"]
                    template: emergency-gas
                    combinations:
                      - {one: [煤气], within: 6}
                """;
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> EmergencyScreen.of(YamlFile.of("emergency.yml", broken)));

        assertThat(refused.getMessage())
                .contains("第 2 行：错字 煤 与 煤气 长短不同")
                .contains("第 3 行：词语为空或写了两次：煤气费")
                .contains("第 5 行：danger 的取值不认识：FLAMES")
                .contains("第 5 行：缺少电话 numbers")
                .contains("第 5 行：没有任何词语")
                .contains("第 14 行：组合缺少一边的词")
                .contains("缺少危险类型");
    }

    /** False alarms on real letters, none of which is an emergency being lived through while writing. */
    @Test
    void lettersShouldSeldomRaiseAnAlarm() throws IOException {
        Path letters = ROOT.resolve("../shared/data/requests/leader_board_letters_dev.jsonl");
        assumeTrue(Files.exists(letters), "the letters are not at hand: false alarms are not counted");
        List<String> lines = Files.readAllLines(letters);
        List<String> alarms = lines.stream()
                .filter(line -> SCREEN.screen(field(line, "title")).isPresent()
                        || SCREEN.screen(field(line, "text")).isPresent())
                .toList();
        System.out.printf("emergency screen: %d alarms on %d letters%n", alarms.size(), lines.size());
        assertThat(alarms.size()).isLessThan(lines.size() / 50);
    }

    private static String category(String text) {
        return SCREEN.screen(text).map(Emergency::category).orElse("none");
    }

    private static String heard(String text) {
        return SCREEN.screen(text).map(emergency -> emergency.danger().name()).orElse("NONE");
    }

    private static String field(String line, String name) {
        String before = "\"" + name + "\": \"";
        int start = line.indexOf(before) + before.length();
        return line.substring(start, line.indexOf("\", \"", start));
    }

    private static List<String> sentences(String file) throws IOException {
        try (var in = Objects.requireNonNull(EmergencyScreenTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toList());
        }
    }
}
