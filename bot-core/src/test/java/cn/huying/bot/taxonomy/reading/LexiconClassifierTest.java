package cn.huying.bot.taxonomy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Config;
import cn.huying.bot.taxonomy.Nature;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the words work together, on a lexicon small enough to reckon by hand. */
class LexiconClassifierTest {
    private static final String SMALL = """
            version: 1
            tiers: {P0: 2h, P1: 24h, P2: 3d, P3: 7d, P4: 15d}
            natures:
              INQUIRY: [请问, 怎么]
              HELP: [求助]
              COMPLAINT: [投诉, 扰民]
              REPORT: [举报]
              SUGGESTION: [建议]
              PRAISE: [感谢, 表扬]
            negations: [没有, 不是]
            sets: {坏: [坏, 坏了, 不动]}
            groups:
              - {code: PRO, key: property, name: 物业}
              - {code: UTL, key: utilities, name: 水电}
            categories:
              - {code: PRO03, key: lift_fault, name: 电梯故障, tier: P1, level: COMMUNITY, owner: 物业,
                 synonyms: [电梯停运], hints: [电梯], combine: [电梯 + @坏], exclusions: [加装]}
              - {code: PRO04, key: lift_trapped, name: 电梯困人, tier: P0, level: COMMUNITY, owner: 物业, flags: [E],
                 synonyms: [困在电梯里]}
              - {code: PRO09, key: cctv, name: 监控, tier: P3, level: COMMUNITY, owner: 物业, synonyms: [监控], hints: [丢东西], lacking: true}
              - {code: PRO06, key: public_leak, name: 公共渗漏, tier: P2, level: COMMUNITY, owner: 物业, synonyms: [楼道漏水], hints: [漏水]}
              - {code: UTL01, key: water_outage, name: 停水, tier: P1, level: COMMUNITY, owner: 供水, synonyms: [停水], hints: [漏水]}
              - {code: UTL02, key: power_outage, name: 停电, tier: P1, level: COMMUNITY, owner: 供电, synonyms: [停电]}
              - {code: UTL08, key: bill, name: 费用, tier: P3, level: COMMUNITY, owner: 供电, flags: [Q], synonyms: [电费], combine: [水 + 贵]}
              - {code: PRO99, key: praise, name: 表扬, tier: P3, level: COMMUNITY, owner: 社区, synonyms: [感谢网格员]}
              - {code: OTH99, key: other, name: 其他, tier: P3, level: COMMUNITY, owner: 分拨台}
            """;

    private static final Classifier CLASSIFIER = new LexiconClassifier(Config.taxonomy(SMALL));

    private static Classification classify(String text) {
        return CLASSIFIER.classify(text);
    }

    private static String code(String text) {
        return classify(text).category().code();
    }

    @Test
    void longerWordShouldSwallowTheHintInsideIt() {
        assertThat(code("有人困在电梯里")).isEqualTo("PRO04");
        assertThat(classify("有人困在电梯里").alternatives()).isEmpty();
    }

    @Test
    void combinationShouldHoldInAnyOrder() {
        assertThat(code("电梯昨天又坏了")).isEqualTo("PRO03");
        assertThat(code("又坏了，我说的是电梯")).isEqualTo("PRO03");
    }

    @Test
    void combinationShouldNameTheWordsItFound() {
        assertThat(classify("电梯昨天又坏了").reasons()).contains("电梯…坏了");
    }

    @Test
    void combinationShouldNotReachIntoAnotherSentence() {
        assertThat(classify("电梯旁见。我家冰箱坏了").reasons()).doesNotContain("电梯…坏了");
    }

    @Test
    void combinationShouldNotReachTooFar() {
        assertThat(classify("从电梯出来往左边走到底再下两级台阶那里有一台饮水机是坏了").reasons()).doesNotContain("电梯…坏了");
    }

    @Test
    void singleCharacterShouldReachLessFar() {
        assertThat(classify("水也太贵").isMatter()).isTrue();
        assertThat(classify("水果店那个老板卖得贵").isMatter()).isFalse();
    }

    @Test
    void exclusionShouldSpeakAgainstTheCategoryInItsSentence() {
        assertThat(classify("电梯停运").confidence())
                .isGreaterThan(classify("加装的电梯停运").confidence());
        assertThat(classify("我们想加装。电梯停运了").category().code()).isEqualTo("PRO03");
    }

    @ParameterizedTest
    @CsvSource({
        "没有停电, OTH99",
        "不是停电，是停水, UTL01",
        "有没有停电, UTL02",
        "是不是停电, UTL02",
        "没有监控, PRO09",
        "不是监控, OTH99",
        "没有停电却没有电梯坏, OTH99"
    })
    void denialShouldTakeBackTheWordBehindIt(String text, String code) {
        assertThat(code(text)).isEqualTo(code);
    }

    @Test
    void loneHintShouldMakeNoMatter() {
        assertThat(classify("电梯").isMatter()).isFalse();
        assertThat(classify("电梯").confidence()).isZero();
        assertThat(code("电梯")).isEqualTo("OTH99");
    }

    @Test
    void sharedHintShouldLeanToTheCategoryWithAnotherWord() {
        assertThat(code("漏水，先停水吧")).isEqualTo("UTL01");
        assertThat(code("楼道漏水，漏水很久")).isEqualTo("PRO06");
    }

    @Test
    void titleShouldWeighMoreThanWhatFollows() {
        assertThat(code("停水\n昨天也停电过")).isEqualTo("UTL01");
        assertThat(code("停电\n昨天也停水过")).isEqualTo("UTL02");
    }

    @Test
    void greetingShouldNotTakeTheTitlesPlace() {
        assertThat(classify("您好！停水").confidence()).isEqualTo(classify("停水").confidence());
    }

    @Test
    void twoMattersShouldHalveTheConfidenceAndBothBeSuggested() {
        Classification both = classify("停水停电");
        assertThat(both.confidence()).isBetween(0.3, 0.5);
        assertThat(both.suggestions()).extracting(Category::code).containsExactlyInAnyOrder("UTL01", "UTL02");
    }

    @Test
    void confidenceShouldGrowWithMoreWords() {
        assertThat(classify("电梯停运，电梯坏了").confidence())
                .isGreaterThan(classify("电梯停运").confidence());
    }

    @Test
    void suggestionsShouldBeThreeAtMost() {
        assertThat(classify("停水，停电，电费，监控，楼道漏水，电梯停运").suggestions()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "停电了, HELP",
        "投诉电梯停运, COMPLAINT",
        "举报有人拆监控, REPORT",
        "建议装监控, SUGGESTION",
        "请问电费怎么交, INQUIRY",
        "电费, INQUIRY",
        "感谢网格员, PRAISE",
        "我要投诉, COMPLAINT",
        "谢谢, HELP"
    })
    void natureShouldFollowTheWords(String text, Nature nature) {
        assertThat(classify(text).nature()).isEqualTo(nature);
    }

    @Test
    void emptyTextShouldBeNoMatter() {
        assertThat(classify("").isMatter()).isFalse();
        assertThat(classify(" \n \u200b").suggestions()).isEmpty();
    }

    @Test
    void anyCharactersShouldBeSurvived() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(80), 0, 0x10000).forEach(c -> text.append((char) c));
            Classification found = classify(text + "停水" + text);
            assertThat(found.confidence()).as("seed %d", seed).isBetween(0.0, 1.0);
        }
    }

    @Test
    void hugeTextShouldBeReadOnlySoFar() {
        assertThat(classify("电梯坏".repeat(200_000)).category().code()).isEqualTo("PRO03");
    }

    @Test
    void oneClassifierShouldServeManyThreads() throws Exception {
        Classification alone = classify("电梯昨天又坏了，还停电");
        Callable<Boolean> again = () ->
                IntStream.range(0, 500).allMatch(i -> classify("电梯昨天又坏了，还停电").equals(alone));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(java.util.Collections.nCopies(4, again)))
                    .allSatisfy(future -> assertThat(future.get()).isTrue());
        }
    }
}
