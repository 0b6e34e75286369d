package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Judged;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.intent.Feedback;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AfterAnswersTest {
    private static final String QUESTION = "物业费不交会怎样";
    private static final String NEVER_HEARD = "怎么评三好学生";

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    private static Entry answered() {
        return ((Finding.Direct)
                        Shipped.KNOWLEDGE.find(new Question(QUESTION, List.of("向晴社区"), LocalDate.of(2026, 11, 22))))
                .entry();
    }

    @Test
    void answerShouldAskHowItWas() {
        talk.says(QUESTION).hears("依据：", "有用、没用");
    }

    @ParameterizedTest
    @ValueSource(strings = {"没用", "没用！", "答非所问", "不对", "不是问这个啊", "看不懂"})
    void uselessAnswerShouldBeNotedWithItsQuestion(String words) {
        talk.says(QUESTION).says(words).hearsText("feedback-useless").waitsIn(Step.Answered.class);

        assertThat(community.missed()).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo(QUESTION);
            assertThat(one.entry()).contains(answered().id().value());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"有用", "谢谢有用", "很有帮助，谢谢", "好的，解决了"})
    void usefulAnswerShouldBeAcknowledgedAndNothingNoted(String words) {
        talk.says(QUESTION).says(words).hearsText("feedback-useful").waitsIn(Step.Idle.class);

        assertThat(community.missed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"打119要钱吗", "消防员摘马蜂窝收费吗"})
    void answerThatTellsOfADangerShouldMakeNoneOfAQuestion(String words) {
        talk.says(words).says("没解决").says("登记").says("幸福里3栋").says("确认");

        assertThat(talk.request().standing().tier()).isNotEqualTo(Tier.P0);
    }

    @Test
    void unsolvedTroubleShouldBeRegisteredUnderTheEntrysCategory() {
        talk.says(QUESTION).says("还是没解决").hearsText("feedback-unsolved").says("登记");

        assertThat(talk.step()).isInstanceOfSatisfying(Step.AskedWhere.class, asked -> {
            assertThat(asked.draft().text()).isEqualTo(QUESTION);
            assertThat(asked.draft().category())
                    .isEqualTo(answered().action().category().orElse(""));
        });
        talk.says("幸福里3栋").waitsIn(Step.Confirming.class).says("确认");
        assertThat(talk.request().submission().matter().category())
                .isEqualTo(answered().action().category().orElse("?"));
    }

    @Test
    void yesAfterTheOfferShouldRegisterAndAnythingElseShouldBeHeardAsUsual() {
        talk.says(QUESTION).says("没解决").says("谢谢").hearsText("talk-thanks");
        talk.says(QUESTION).says("没解决").says(QUESTION).hears("依据：").waitsIn(Step.Idle.class);
        talk.says(QUESTION).says("没解决").says("是的").waitsIn(Step.AskedWhere.class);
    }

    @Test
    void verdictShouldBeOfTheLastAnswerWhateverCourtesyCameBetween() {
        talk.says(QUESTION).says("谢谢").says("没用").hearsText("feedback-useless");
        talk.says("没用").hearsText("feedback-useless");

        assertThat(community.missed()).as("the same question counts once").hasSize(1);
    }

    @Test
    void choiceShouldBeRememberedAsTheAnswer() {
        talk.says("我想问问物业的事").says("1");
        if (talk.step() instanceof Step.Answered(String entry, String words, boolean offered, Instant at)) {
            talk.says("没用").hearsText("feedback-useless");
            assertThat(community.missed()).singleElement().satisfies(one -> {
                assertThat(one.entry()).contains(entry);
                assertThat(one.words()).isEqualTo(words);
            });
        }
    }

    @Test
    void unknownQuestionShouldBeNotedAndNoVerdictShouldFollowIt() {
        talk.says(NEVER_HEARD).hearsText("not-found");
        assertThat(community.missed()).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo(NEVER_HEARD);
            assertThat(one.entry()).isEmpty();
        });
        talk.says("没用").hearsText("talk-abuse");
    }

    @Test
    void wordsWithoutAnAnswerBeforeThemShouldMeanWhatTheyMeant() {
        talk.says("没用").hearsText("talk-abuse").says("不对").hearsText("nothing-open");
    }

    @Test
    void answerOfLongAgoShouldNotBeMeant() {
        talk.says(QUESTION).later(Duration.ofMinutes(31)).says("没用").hearsText("talk-abuse");
    }

    @Test
    void reportShouldNotBeTakenForAnAnswer() {
        talk.says("幸福里3栋路灯坏了").waitsIn(Step.Confirming.class).says("不对").waitsIn(Step.AskedWhat.class);
        assertThat(community.missed()).isEmpty();
    }

    @Test
    void spokenQuestionShouldBeMeantLikeAWrittenOne() {
        talk.speaks(QUESTION).says("没用").hearsText("feedback-useless");
        talk.says(QUESTION).speaks("怎么评三好学生").says("没用").hearsText("talk-abuse");
    }

    @Test
    void verdictShouldBeHeardAfterARestart() {
        talk.says(QUESTION).afterARestart().says("没用").hearsText("feedback-useless");
    }

    private List<Judged> judged() {
        return community.outcomes.stream()
                .map(Outcome::judged)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void whatWasSaidShouldBeJudgedOfTheAnswerItIsAbout() {
        talk.says(QUESTION).says("有用");
        talk.says("没用");
        talk.says("没解决");

        assertThat(judged()).extracting(Judged::verdict).containsExactly(Feedback.USEFUL, Feedback.USELESS);
        assertThat(judged())
                .extracting(Judged::entry)
                .containsOnly(answered().id().value());
        assertThat(judged())
                .extracting(Judged::answeredAt)
                .as("the same answer")
                .containsOnly(judged().getFirst().answeredAt());
    }
}
