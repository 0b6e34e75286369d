package cn.huying.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.encode.SentenceModel;
import cn.huying.knowledge.evaluate.FaqFigures;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.fit.FaqTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Floors just under what the golden questions reach: whoever makes answers worse is told here. */
@Tag("slow")
class GoldenTest {
    private static final Path CONFIG = Sample.root().resolve("config");
    private static List<Entry> entries = List.of();
    private static Optional<LuceneKnowledgeBase> withMeaning = Optional.empty();

    @BeforeAll
    static void load() {
        entries = KnowledgeFiles.load(CONFIG.resolve("knowledge"));
        try {
            withMeaning = Optional.of(
                    LuceneKnowledgeBase.of(entries, Sample.settings(), Meanings.atOnce(SentenceModel.load())));
        } catch (IOException e) {
            withMeaning = Optional.empty();
        }
    }

    private static FaqFigures figures(LuceneKnowledgeBase knowledge, String file) {
        return new FaqTrial(knowledge, Sample.TODAY).run(GoldenQuestions.load(CONFIG.resolve(file)));
    }

    private static LuceneKnowledgeBase knowledge() {
        assumeThat(withMeaning).as("the sentence encoder runs on this machine").isPresent();
        return withMeaning.orElseThrow();
    }

    @Test
    void goldenQuestionsShouldBeAnsweredAsWellAsBefore() {
        FaqFigures figures = figures(knowledge(), "knowledge/golden.yml");

        assertThat(figures.top1()).isGreaterThanOrEqualTo(0.926);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.coverage()).isGreaterThanOrEqualTo(0.76);
        assertThat(figures.choicesHold()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.falseAnswers()).isLessThanOrEqualTo(0.025);
    }

    @Test
    void questionsOfOurOwnShouldBeAnsweredAsWellAsBefore() {
        FaqFigures figures = figures(knowledge(), "development.yml");

        assertThat(figures.top1()).isGreaterThanOrEqualTo(0.955);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.975);
    }

    @Test
    void wordsAloneShouldAnswerLessButNotWorse() {
        FaqFigures figures = figures(LuceneKnowledgeBase.of(entries, Sample.settings()), "knowledge/golden.yml");

        assertThat(figures.top1()).isGreaterThanOrEqualTo(0.88);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.coverage()).isGreaterThanOrEqualTo(0.51);
        assertThat(figures.falseAnswers()).isLessThanOrEqualTo(0.03);
    }

    @Test
    void aThingThatNoEntryNamesShouldNotBeAnsweredWithAnother() {
        for (String text : List.of("驾照换证", "驾照到期怎么换证", "营业执照怎么办", "年检")) {
            assertThat(LuceneKnowledgeBase.of(entries, Sample.settings()).find(Sample.ask(text)))
                    .as(text)
                    .isNotInstanceOf(Finding.Direct.class);
            assertThat(knowledge().find(Sample.ask(text))).as(text).isNotInstanceOf(Finding.Direct.class);
        }
    }

    @Test
    void shortAndMistypedQuestionsShouldFindTheirMatter() {
        first("低保", "dibao-");
        first("低宝", "dibao-");
    }

    @Test
    void theMatterShouldBeFoundInALongStory() {
        String story = "我们一家三口搬来这个小区快两年了，平时工作忙，跟邻居来往不多。".repeat(9) + "上个月楼上卫生间漏水，把我家吊顶和衣柜都泡坏了。请问楼上漏水泡了我家，该找谁赔？"
                + "另外小区绿化挺好，孩子也喜欢在楼下玩，就是想把这件事弄清楚。".repeat(8);

        assertThat(story.length()).isGreaterThan(500);
        first(story, "leak-upstairs");
    }

    private static void first(String text, String id) {
        assertThat(knowledge().ranked(Sample.ask(text)).getFirst().toString())
                .as(text)
                .contains(id);
    }
}
