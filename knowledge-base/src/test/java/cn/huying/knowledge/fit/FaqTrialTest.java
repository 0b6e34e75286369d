package cn.huying.knowledge.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.huying.knowledge.evaluate.FaqFigures;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.GoldenQuestions.Answerable;
import cn.huying.knowledge.faq.GoldenQuestions.Unanswerable;
import cn.huying.knowledge.index.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures by which a change of the retrieval is judged must count what they say they count. */
class FaqTrialTest {
    private static FaqFigures figures(List<Answerable> answerable, Unanswerable... unanswerable) {
        return new FaqTrial(Sample.knowledge(), Sample.TODAY)
                .run(new GoldenQuestions(answerable, List.of(unanswerable)));
    }

    private static Answerable asked(String ask, String... right) {
        return new Answerable(ask, List.of(right).stream().map(EntryId::new).toList());
    }

    @Test
    void answersThatAreRightShouldCountFully() {
        FaqFigures figures =
                figures(List.of(asked("居住证怎么办理？", "residence-permit"), asked("楼上漏水泡了我家，谁来赔？", "leak-pay")));

        assertThat(figures.answerable()).isEqualTo(2);
        assertThat(figures.top1()).isEqualTo(1);
        assertThat(figures.coverage()).isEqualTo(1);
        assertThat(figures.precision()).isEqualTo(1);
        assertThat(figures.unknown()).isZero();
        assertThat(figures.meetsBars()).isTrue();
    }

    @Test
    void aWrongAnswerShouldCostPrecisionButNotCoverage() {
        FaqFigures figures =
                figures(List.of(asked("居住证怎么办理？", "residence-permit"), asked("楼上漏水泡了我家，谁来赔？", "ebike-charge")));

        assertThat(figures.coverage()).isEqualTo(1);
        assertThat(figures.precision()).isEqualTo(0.5, within(1e-9));
        assertThat(figures.top1()).isEqualTo(0.5, within(1e-9));
        assertThat(figures.meetsBars()).isFalse();
    }

    @Test
    void anotherRightEntryShouldDoAsWell() {
        assertThat(figures(List.of(asked("居住证怎么办理？", "leak-pay", "residence-permit")))
                        .precision())
                .isEqualTo(1);
    }

    @Test
    void questionsWithoutAnEntryShouldBeCountedApart() {
        FaqFigures figures = figures(List.of(asked("居住证怎么办理？", "residence-permit"), asked("宠物怎么登记？", "not-there")));

        assertThat(figures.answerable()).isEqualTo(1);
        assertThat(figures.withoutEntry()).isEqualTo(1);
        assertThat(figures.top1()).isEqualTo(1);
    }

    @Test
    void anAnswerToWhatHasNoneShouldCountAsFalseByItsKind() {
        FaqFigures figures = figures(
                List.of(asked("居住证怎么办理？", "residence-permit")),
                new Unanswerable("居住证怎么办理？", "near"),
                new Unanswerable("火星上几点了", "scope"));

        assertThat(figures.unanswerable()).isEqualTo(2);
        assertThat(figures.falseAnswers()).isEqualTo(0.5, within(1e-9));
        assertThat(figures.falseByKind()).containsEntry("near", 1.0).containsEntry("scope", 0.0);
        assertThat(figures.meetsBars()).isFalse();
    }

    @Test
    void nothingAskedShouldGiveFiguresToo() {
        FaqFigures figures = figures(List.of());

        assertThat(figures.precision()).isZero();
        assertThat(figures.p99Ms()).isZero();
        assertThat(figures.lines()).isNotEmpty();
    }
}
