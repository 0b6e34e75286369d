package cn.huying.bot.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyReaderTest {
    /** The least a taxonomy needs, with two categories to confuse. */
    private static final String SMALL = """
            version: 1
            tiers: {P0: 2h, P1: 24h, P2: 3d, P3: 7d, P4: 15d}
            natures: {INQUIRY: [请问], HELP: [求助], COMPLAINT: [投诉], REPORT: [举报], SUGGESTION: [建议], PRAISE: [感谢]}
            negations: [没有]
            sets: {坏: [坏了, 不亮]}
            groups:
              - {code: MUN, key: municipal, name: 市政}
            categories:
              - code: MUN02
                key: street_light
                name: 路灯不亮
                tier: P2
                level: COMMUNITY
                owner: 路灯管理
                flags: [D, A]
                synonyms: [路灯不亮]
                combine: [路灯 + @坏]
              - {code: MUN03, key: road_damage, name: 道路破损, tier: P3, level: SUBDISTRICT, owner: 市政, synonyms: [路面坑洼]}
              - {code: OTH99, key: other, name: 其他, tier: P3, level: COMMUNITY, owner: 分拨台}
            """;

    private static Taxonomy read(String content) {
        return TaxonomyReader.read(YamlFile.of("taxonomy.yml", content));
    }

    private static List<ConfigProblem> problems(String content) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(content));
        assertThat(refused).as("the broken file is refused").isNotNull();
        return refused.problems();
    }

    @Test
    void smallestFileShouldBeRead() {
        assertThat(read(SMALL).categories()).hasSize(3);
        assertThat(read(SMALL).get("MUN02").flags()).containsExactlyInAnyOrder(Flag.DUPLICATE_CHECK, Flag.ASSET);
    }

    /** What is replaced, by what, and what the problem says; each names the line of the mistake. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tier: P2              | tier: P9                  | P9            | 12
                    level: COMMUNITY      | level: CITY               | CITY          | 13
                    flags: [D, A]         | flags: [D, Z]             | Z             | 15
                    code: MUN02           | code: MUN03               | MUN03         | 18
                    code: MUN02           | code: ABC02               | ABC02         | 9
                    code: MUN02           | code: MUN2                | MUN2          | 9
                    key: street_light     | key: road_damage          | road_damage   | 18
                    owner: 路灯管理        | onwer: 路灯管理             | onwer         | 14
                    P0: 2h                | P0: 2weeks                | 2weeks        | 2
                    P0: 2h                | P0: 0h                    | 0h            | 2
                    P4: 15d               | P5: 15d                   | P5            | 2
                    version: 1            | version: 2                | 版本           | 1
                    {code: MUN, key       | {code: mun, key           | mun           | 7
                    PRAISE: [感谢]         | PRAISES: [感谢]            | PRAISES       | 3
                    synonyms: [路面坑洼]    | synonyms: [路灯不亮]        | 路灯不亮        | 18
                    synonyms: [路面坑洼]    | synonyms: [路面坑洼, 路面坑洼] | 重复           | 18
                    synonyms: [路面坑洼]    | synonyms: [路]             | 太短           | 18
                    synonyms: [路面坑洼]    | hints: [路面坑洼]           | MUN03         | 18
                    路灯 + @坏             | 路灯 + @没                 | @没           | 17
                    路灯 + @坏             | 路灯                      | 两到四个部分     | 17
                    路灯 + @坏             | 路灯 +                    | 空的部分        | 17
                    [坏了, 不亮]           | []                        | 坏            | 5
                    """)
    void brokenValueShouldBeRefusedWithItsLine(String right, String wrong, String said, int line) {
        assertThat(problems(SMALL.replace(right, wrong))).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains(said);
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void missingOtherShouldBeRefused() {
        String without = SMALL.lines().filter(line -> !line.contains("OTH99")).reduce("", (a, b) -> a + b + "\n");
        assertThat(problems(without)).extracting(ConfigProblem::reason).contains("缺少 OTH99");
    }

    @Test
    void synonymWrittenInAnotherFormShouldStillBeRefusedInTwoCategories() {
        String wide = SMALL.replace("[路灯不亮]", "[LED路灯]").replace("[路面坑洼]", "[ＬＥＤ路灯]");
        assertThat(problems(wide))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("MUN02", "第 16 行", "MUN03"));
    }

    @Test
    void hintMayBeSharedByCategories() {
        String shared = SMALL.replace("synonyms: [路灯不亮]", "synonyms: [路灯不亮]\n    hints: [照明]")
                .replace("synonyms: [路面坑洼]", "hints: [照明], synonyms: [路面坑洼]");
        assertThat(read(shared).categories()).hasSize(3);
    }

    @Test
    void allProblemsShouldBeToldAtOnce() {
        assertThat(problems(SMALL.replace("tier: P2", "tier: P9").replace("level: COMMUNITY", "level: CITY")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyLineOfTheShippedFileShouldMatter() throws IOException {
        String shipped = Files.readString(Config.taxonomyFile());
        assertThat(problems(shipped.replace("code: UTL02", "code: UTL01")))
                .extracting(ConfigProblem::reason)
                .contains("类别代码重复：UTL01");
    }
}
