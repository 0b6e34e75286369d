package cn.huying.bot.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntentReaderTest {
    private static final Path ROOT = Path.of(System.getProperty("huying.root", ".."));
    private static final IntentReader READER = IntentReader.load(ROOT.resolve("config/intents.yml"));

    @Test
    void everySentenceShouldBeReadAsItIsMeant() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : sentences()) {
            int space = line.indexOf(' ');
            String read = name(READER.read(line.substring(space + 1)));
            if (!read.equals(line.substring(0, space))) {
                wrong.add(line + " -> " + read);
            }
        }
        assertThat(sentences()).hasSizeGreaterThan(120);
        assertThat(wrong).isEmpty();
    }

    @Test
    void bindingShouldKeepThePlaceAsItWasWritten() {
        assertThat(READER.read("我住在 幸福里 3栋，2单元")).isEqualTo(new Intent.Bind("幸福里 3栋，2单元"));
        assertThat(READER.read("我家住：青禾苑")).isEqualTo(new Intent.Bind("青禾苑"));
    }

    @Test
    void aPlaceWithTroubleShouldBeReported() {
        assertThat(READER.read("我住幸福里3栋，楼道灯坏了")).isInstanceOf(Intent.Report.class);
        assertThat(READER.read("我住的楼漏水")).isInstanceOf(Intent.Report.class);
    }

    @Test
    void theWholeTextShouldBeKept() {
        assertThat(READER.read(" 路灯 坏了！")).isEqualTo(new Intent.Report(" 路灯 坏了！"));
        assertThat(READER.read("居住证怎么办？")).isEqualTo(new Intent.Ask("居住证怎么办？", false));
    }

    @Test
    void anyTextShouldBeReadWithoutFailing() {
        for (String text : List.of(
                "",
                "   ",
                "\ud83d",
                "我住",
                "1".repeat(50),
                "好".repeat(20_000),
                "你好".repeat(10_000),
                "漏水吗".repeat(5_000))) {
            assertThat(READER.read(text)).isNotNull();
        }
    }

    @Test
    void eachMistakeShouldBeNamedWithItsLine() {
        String broken = """
                commands:
                  HELP: [帮助, 帮助]
                  HALP: [救]
                small-talk:
                  THANKS: [谢谢]
                  BYE: [谢谢]
                particles: ['']
                bindings: [我住]
                cue: {}
                """;
        ConfigException refused =
                catchThrowableOfType(ConfigException.class, () -> IntentReader.of(YamlFile.of("intents.yml", broken)));

        assertThat(refused.getMessage())
                .contains("第 2 行：有空的词语或写了两次的词语")
                .contains("第 3 行：不认识的字段 HALP")
                .contains("“谢谢”写了两次")
                .contains("第 7 行：有空的词语")
                .contains("commands 缺少 CONFIRM")
                .contains("缺少 cues")
                .contains("不认识的字段 cue");
    }

    /** Titles of real letters, as short as what residents send: inquiries against complaints. */
    @Test
    void inquiriesAndComplaintsShouldBeToldApart() throws IOException {
        Path letters = ROOT.resolve("../shared/data/requests/leader_board_letters_dev.jsonl");
        assumeTrue(Files.exists(letters), "the letters are not at hand: accuracy is not measured");
        Map<String, Integer> counts = new TreeMap<>();
        int right = 0;
        int all = 0;
        for (String line : Files.readAllLines(letters)) {
            String type = field(line, "type");
            if (type.equals("咨询") || type.equals("投诉/求助")) {
                String read = name(READER.read(field(line, "title")));
                counts.merge(type + " " + read, 1, Integer::sum);
                all++;
                right += read.startsWith("Ask") == type.equals("咨询") ? 1 : 0;
            }
        }
        System.out.printf("intent on %d letter titles: accuracy %.3f, %s%n", all, (double) right / all, counts);
        assertThat((double) right / all).isGreaterThan(0.88);
    }

    private static String name(Intent intent) {
        return switch (intent) {
            case Intent.Command(CommandKind kind) -> "Command:" + kind;
            case Intent.Number(int value) -> "Number:" + value;
            case Intent.SmallTalk(SmallTalkKind kind) -> "SmallTalk:" + kind;
            case Intent.Bind _ -> "Bind";
            case Intent.Ask(String _, boolean trouble) -> trouble ? "AskTrouble" : "Ask";
            case Intent.Report _ -> "Report";
            case Intent.Urge _ -> "Urge";
            case Intent.Unsolved _ -> "Unsolved";
            case Intent.Add _ -> "Add";
            case Intent.Withdraw _ -> "Withdraw";
            case Intent.Correct _ -> "Correct";
            case Intent.Unsure _ -> "Unsure";
            case Intent.Unclear _ -> "Unclear";
        };
    }

    private static String field(String line, String name) {
        String before = "\"" + name + "\": \"";
        int start = line.indexOf(before);
        return start < 0
                ? ""
                : line.substring(start + before.length(), line.indexOf("\", \"", start + before.length()));
    }

    private static List<String> sentences() throws IOException {
        try (var in = Objects.requireNonNull(IntentReaderTest.class.getResourceAsStream("sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
