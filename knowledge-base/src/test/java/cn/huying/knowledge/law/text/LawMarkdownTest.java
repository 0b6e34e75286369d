package cn.huying.knowledge.law.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawMarkdownTest {
    private static final Path LAWS =
            Path.of(System.getProperty("huying.root", "..")).resolve("../shared/data/laws-md");

    private static final String GOOD = """
            # 中华人民共和国养鸟法

            2001年2月3日 第九届全国人民代表大会常务委员会第二十次会议通过

            2010年5月6日 第十一届全国人民代表大会常务委员会第十四次会议《关于修改〈中华人民共和国养鸟法〉的决定》修正

            <!-- INFO END -->

            ## 第一章 总则

            第一条 为了让鸟安静，制定本法。

            第二条 养鸟应当：

            （一）喂水；

            （二）喂食。

            ## 第二章 附则

            ### 第一节 其他

            第二条之一　夜间应当盖上鸟笼。

            **第三条** 本法自2010年7月1日起施行。《鸟类条例》、《旧养鸟法》同时废止。
            """;

    @Test
    void everyPartOfALawShouldBeRead() {
        Law law = LawMarkdown.read("养鸟法(2010-05-06).md", GOOD);

        assertThat(law.title()).isEqualTo("中华人民共和国养鸟法");
        assertThat(law.part()).isEmpty();
        assertThat(law.version()).isEqualTo(LocalDate.of(2010, 5, 6));
        assertThat(law.effective()).isEqualTo(LocalDate.of(2010, 7, 1));
        assertThat(law.history()).hasSize(2).first().asString().startsWith("2001年2月3日");
        assertThat(law.repeals()).containsExactly("鸟类条例", "旧养鸟法");
        assertThat(law.provisions())
                .extracting(provision -> provision.number().toString())
                .containsExactly("第一条", "第二条", "第二条之一", "第三条");
        assertThat(law.provisions().get(1).text()).isEqualTo("养鸟应当：\n\n（一）喂水；\n\n（二）喂食。");
        assertThat(law.provisions().get(2).path()).containsExactly("第二章 附则", "第一节 其他");
        assertThat(law.provisions().get(2).text()).isEqualTo("夜间应当盖上鸟笼。");
    }

    @Test
    void anArticleShouldBeAPassageOfItsOwn() {
        Article article =
                LawMarkdown.read("养鸟法(2010-05-06).md", GOOD).articles().getFirst();

        assertThat(article.passage()).isEqualTo("中华人民共和国养鸟法第一条：为了让鸟安静，制定本法。");
        assertThat(article.id()).startsWith("中华人民共和国养鸟法@2010-05-06#").endsWith("/第一条");
    }

    @Test
    void theSameTextShouldHaveTheSameIdAndAnyOtherAnother() {
        Law law = LawMarkdown.read("养鸟法(2010-05-06).md", GOOD);

        assertThat(LawMarkdown.read("b(2010-05-06).md", GOOD).id()).isEqualTo(law.id());
        assertThat(LawMarkdown.read("b(2010-05-06).md", GOOD.replace("喂水", "换水"))
                        .id())
                .isNotEqualTo(law.id());
        assertThat(LawMarkdown.read("b(2010-05-07).md", GOOD).id()).isNotEqualTo(law.id());
    }

    @Test
    void whatIsWrittenOutShouldReadAsItWas() {
        Law law = LawMarkdown.read("养鸟法(2010-05-06).md", GOOD);

        assertThat(LawMarkdown.read("x(2010-05-06).md", LawMarkdown.written(law)))
                .isEqualTo(law);
    }

    @Test
    void theVersionShouldBeTheLastDayOfTheHistoryWhereTheNameHasNone() {
        assertThat(LawMarkdown.read("养鸟法.md", GOOD).version()).isEqualTo(LocalDate.of(2010, 5, 6));
        assertThat(problems("养鸟法.md", GOOD.replace("年", "载")))
                .anyMatch(p -> p.reason().contains("哪一天的版本"));
    }

    @Test
    void anAmendedLawShouldHoldFromItsAmendment() {
        String old = GOOD.replace("自2010年7月1日", "自2001年7月1日");

        assertThat(LawMarkdown.read("养鸟法(2010-05-06).md", old).effective()).isEqualTo(LocalDate.of(2010, 5, 6));
    }

    @Test
    void halfALawShouldBeRefused() {
        refused(GOOD.replace("第二条 养鸟应当：", "养鸟应当："), "第一条之后是第二条之一");
        refused(GOOD.replace("第一条 为了让鸟安静，制定本法。", ""), "第一个条文是第二条");
        refused(GOOD.replace("第二条之一", "第二条"), "第二条之后是第二条");
        refused(GOOD.substring(0, GOOD.indexOf("《旧养鸟法")), "没有写完");
        refused(GOOD.substring(0, GOOD.indexOf("**第三条")), "没有施行条款");
        refused(GOOD.substring(0, GOOD.indexOf("## 第一章")), "没有任何条文");
        refused(GOOD.replace("# 中华人民共和国养鸟法", "").replaceFirst("\n", ""), "没有法律名称");
        refused(GOOD.replace("喂水", "喂\u0000水"), "U+0000");
        refused(GOOD.replace("第二条之一　夜间应当盖上鸟笼。", "夜间应当盖上鸟笼。"), "不属于任何一条");
    }

    @Test
    void aPartOfALawMayBeginAndEndAnywhere() {
        String part = """
                # 中华人民共和国民法典

                # 附则

                2020年5月28日 第十三届全国人民代表大会第三次会议通过

                2021年1月1日 施行

                <!-- INFO END -->

                ##

                第一千二百五十九条 民法所称的“以上”包括本数。
                """;
        Law law = LawMarkdown.read("附则.md", part);

        assertThat(law.part()).isEqualTo("附则");
        assertThat(law.version()).isEqualTo(LocalDate.of(2020, 5, 28));
        assertThat(law.effective()).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(law.provisions().getFirst().path()).isEmpty();
        assertThat(law.id()).startsWith("中华人民共和国民法典·附则@2020-05-28#");
    }

    @Test
    void anyCutAndAnyNoiseShouldBeReadOrRefusedInWords() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(GOOD.substring(0, random.nextInt(GOOD.length() + 1)));
            for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
                text.setCharAt(random.nextInt(text.length()), "第条之#\n一 \u0000<".charAt(random.nextInt(9)));
            }
            try {
                Law law = LawMarkdown.read("x(2010-05-06).md", text.toString());
                assertThat(LawMarkdown.read("x(2010-05-06).md", LawMarkdown.written(law)))
                        .as("seed %d round %d: %s", seed, round, text)
                        .isEqualTo(law);
            } catch (ConfigException refused) {
                assertThat(refused.problems())
                        .as("seed %d round %d", seed, round)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyLawAtHandShouldBeReadAndComeBack() throws IOException {
        assumeTrue(Files.isDirectory(LAWS), "no laws at hand: only the invented one is read");
        List<String> refused = new ArrayList<>();
        int articles = 0;
        int laws = 0;
        try (Stream<Path> files = Files.walk(LAWS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                try {
                    Law law = LawMarkdown.read(file.toString(), Files.readString(file));
                    String again = LawMarkdown.written(law);
                    assertThat(LawMarkdown.read("x(" + law.version() + ").md", again))
                            .isEqualTo(law);
                    laws++;
                    articles += law.provisions().size();
                    System.out.println(law.id() + " from " + law.effective() + " "
                            + law.provisions().size() + " " + law.repeals());
                } catch (ConfigException e) {
                    refused.add(e.getMessage());
                }
            }
        }
        System.out.printf("laws: %d read, %d articles, %d refused %s%n", laws, articles, refused.size(), refused);
        assertThat(refused).isEmpty();
    }

    private static void refused(String text, String reason) {
        assertThat(problems("养鸟法(2010-05-06).md", text))
                .as(text)
                .anyMatch(p -> p.reason().contains(reason));
    }

    private static List<ConfigProblem> problems(String file, String text) {
        return catchThrowableOfType(ConfigException.class, () -> LawMarkdown.read(file, text))
                .problems();
    }
}
