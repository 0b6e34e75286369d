package cn.huying.knowledge.index;

import static cn.huying.knowledge.index.Sample.ask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneKnowledgeBaseTest {
    private static final LuceneKnowledgeBase KNOWLEDGE = Sample.knowledge();

    @Test
    void everyQuestionAndVariantShouldFindItsOwnEntryForSure() {
        for (Entry entry : Sample.entries()) {
            LocalDate on = entry.validity().from();
            List<String> regions = List.of(entry.validity().region());
            entry.wording()
                    .phrases()
                    .forEach(phrase -> assertThat(KNOWLEDGE.find(new Question(phrase, regions, on)))
                            .as(phrase)
                            .isEqualTo(new Finding.Direct(entry, 1)));
        }
    }

    @Test
    void spacesPunctuationWidthAndTraditionalCharactersShouldNotMatter() {
        assertThat(found("  居住證 怎麼辦理？？")).isEqualTo("direct residence-permit");
        assertThat(found("居住证，去哪里办！")).isEqualTo("direct residence-permit");
    }

    @ParameterizedTest
    @CsvSource({
        "请问外地人申请居住证需要带什么材料, residence-permit",
        "楼上漏水 天花板滴水 邻居不承认谁赔, leak-pay",
        "有人把电瓶车推进楼道里充电能举报吗, ebike-charge",
        "保洁太差了 物业费可不可以不交, fee-refuse",
    })
    void paraphrasesShouldFindTheirEntry(String text, String id) {
        assertThat(found(text)).isEqualTo("direct " + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "   ", "？？？", "你好", "在吗", "好的谢谢", "哈哈哈", "我要喝奶茶", "今天天气怎么样", "帮我写一首诗", "路灯三天没亮了", "停水了", "股票怎么买",
                "\ud83d"
            })
    void talkRequestsAndOtherSubjectsShouldBeUnknown(String text) {
        assertThat(KNOWLEDGE.find(ask(text))).isEqualTo(new Finding.Unknown());
    }

    @Test
    void aSingleWordShouldOfferChoicesInsteadOfGuessing() {
        assertThat(found("物业费")).startsWith("choices").contains("fee-refuse");
        assertThat(found("居住证")).isEqualTo("choices residence-permit");
    }

    @Test
    void expiredEntriesShouldNeverBeFound() {
        assertThat(found("旧家电换新有补贴吗？")).doesNotContain("old-subsidy");
        assertThat(found("换冰箱国家补贴多少钱")).doesNotContain("old-subsidy");
    }

    @Test
    void entriesNotYetInForceShouldNeverBeFound() {
        assertThat(found("垃圾分类新规定是什么？")).doesNotContain("new-rule");
        assertThat(found("垃圾分类罚多少钱一次")).doesNotContain("new-rule");
    }

    @Test
    void theMostSpecificRegionShouldAnswerFirst() {
        String question = "物业服务不好，可以不交物业费吗？";

        assertThat(found(question)).isEqualTo("direct fee-refuse");
        assertThat(found(question, "青禾社区", "某区")).isEqualTo("direct fee-refuse-here");
        assertThat(found(question, "别的社区")).isEqualTo("direct fee-refuse");
    }

    @Test
    void anotherRegionsEntryShouldNeverBeFound() {
        assertThat(found("青禾物业费减免怎么申请", "别的社区")).doesNotContain("fee-refuse-here");
    }

    @Test
    void aStoryOfAThousandCharactersShouldBeAnsweredToo() {
        assertThat(KNOWLEDGE.find(ask("楼道".repeat(1000)))).isNotNull();
    }

    @Test
    void anEmptyKnowledgeBaseShouldKnowNothing() {
        LuceneKnowledgeBase empty = LuceneKnowledgeBase.of(List.of(), Sample.settings());

        assertThat(empty.find(ask("居住证怎么办理"))).isEqualTo(new Finding.Unknown());
    }

    private String found(String text, String... regions) {
        return switch (KNOWLEDGE.find(ask(text, regions))) {
            case Finding.Direct(Entry entry, double _) -> "direct " + entry.id();
            case Finding.Choices(List<Entry> entries) ->
                "choices "
                        + String.join(
                                " ",
                                entries.stream()
                                        .map(entry -> entry.id().value())
                                        .toList());
            case Finding.Unknown() -> "unknown";
        };
    }
}
