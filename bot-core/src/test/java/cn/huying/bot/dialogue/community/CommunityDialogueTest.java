package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.request.RequestState;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CommunityDialogueTest {
    private static final String COMPLETE = "幸福里3栋2单元下水道又堵了";
    private static final String KNOWN_QUESTION = "物业费不交会怎样";
    private static final String VAGUE_QUESTION = "物业费";
    private static final String UNKNOWN_QUESTION = "怎么评三好学生";

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    @TestFactory
    Stream<DynamicTest> wholeMessagesShouldBeUnderstood() {
        return Table.tests(
                "commands.txt",
                row -> Community.inMemory()
                        .with(1)
                        .says(row.get(0))
                        .hearsText(row.get(1))
                        .hasNoRequest());
    }

    @TestFactory
    Stream<DynamicTest> commandsShouldBeUnderstoodWithOddWriting() {
        return Stream.of(" 帮助 ", "帮助。", "【帮助】", "幫助", "请问帮助", "帮 助", "HELP")
                .map(words -> DynamicTest.dynamicTest(
                        words, () -> Community.inMemory().with(1).says(words).hearsText("help")));
    }

    @Test
    void helpMenuAndTalkShouldLeaveADraftAsItWas() {
        talk.says(COMPLETE).waitsIn(Step.Confirming.class);
        Step draft = talk.step();

        talk.says("帮助")
                .hearsText("help")
                .says("菜单")
                .hearsText("menu")
                .says("谢谢")
                .hearsText("talk-thanks");

        assertThat(talk.step()).isEqualTo(draft);
        talk.says("确认").hears("已登记");
    }

    @Test
    void cancelShouldDropTheDraft() {
        talk.says(COMPLETE).says("算了").hearsText("cancelled").waitsIn(Step.Idle.class);
        talk.says("确认").hearsText("nothing-open").hasNoRequest();
    }

    @Test
    void backShouldGoOneQuestionBackEachTime() {
        talk.says(COMPLETE)
                .says("返回")
                .waitsIn(Step.AskedWhere.class)
                .hears("请问在哪里")
                .says("返回")
                .waitsIn(Step.AskedWhat.class)
                .hearsText("ask-what")
                .says("返回")
                .waitsIn(Step.Idle.class)
                .hearsText("menu")
                .hasNoRequest();
    }

    @Test
    void humanShouldCallStaffWithoutAskingAnything() {
        talk.says("人工").hears("已请工作人员联系您", "HY20261121-0001").waitsIn(Step.Idle.class);

        assertThat(talk.request().state()).isEqualTo(RequestState.TRIAGE);
    }

    @Test
    void humanShouldTakeAlongWhatWasCollected() {
        talk.says(COMPLETE).says("转人工").hears("已一起转给工作人员");

        assertThat(talk.request().submission().text()).isEqualTo(COMPLETE);
        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋2单元");
    }

    @Test
    void knownQuestionShouldBeAnsweredWithItsSource() {
        talk.says(KNOWN_QUESTION)
                .hears("《民法典》第九百四十四条", "依据：《中华人民共和国民法典》第九百四十四条")
                .waitsIn(Step.Idle.class)
                .hasNoRequest();
    }

    @Test
    void vagueQuestionShouldOfferChoicesAndANumberShouldPickOne() {
        talk.says(VAGUE_QUESTION).hears("1. ", "2. ", "3. ").hearsNo("4. ");
        assertThat(talk.step()).isInstanceOfSatisfying(Step.ChoosingAnswer.class, choosing -> {
            Entry second = Shipped.KNOWLEDGE
                    .entry(new EntryId(choosing.entries().get(1)))
                    .orElseThrow();
            talk.hears("2. " + second.question())
                    .says("2")
                    .hears(PassiveText.cut(second.answer().text(), 60), "依据：")
                    .waitsIn(Step.Answered.class);
        });
    }

    @Test
    void numberThatWasNotOfferedShouldBeRefusedKindly() {
        talk.says(VAGUE_QUESTION);
        for (String number : new String[] {"0", "4", "99"}) {
            talk.says(number).hearsText("no-such-choice", "count", "3").waitsIn(Step.ChoosingAnswer.class);
        }
        talk.says("三").hears("依据：");
    }

    @Test
    void anotherQuestionShouldReplaceTheChoices() {
        talk.says(VAGUE_QUESTION).says(KNOWN_QUESTION).hears("依据：").waitsIn(Step.Idle.class);
    }

    @Test
    void choicesThatDoNotFitShouldLeadToRegistering() {
        talk.says(VAGUE_QUESTION).says("登记").waitsIn(Step.AskedWhere.class);
        talk.says("幸福里3栋").hears("内容：" + VAGUE_QUESTION).says("确认").hears("已登记");
    }

    @Test
    void unknownQuestionShouldBeOfferedForRegistering() {
        talk.says(UNKNOWN_QUESTION)
                .hearsText("not-found")
                .waitsIn(Step.OfferedToRegister.class)
                .hasNoRequest();

        talk.says("登记").says("幸福里2栋").says("确认").hears("HY20261121-0001");

        assertThat(talk.request().submission().text()).isEqualTo(UNKNOWN_QUESTION);
        assertThat(talk.request().state()).isEqualTo(RequestState.TRIAGE);
    }

    @Test
    void offerShouldAlsoBeTakenByAYes() {
        talk.says(UNKNOWN_QUESTION).says("是的").waitsIn(Step.AskedWhere.class);
    }

    @Test
    void offerThatIsNotTakenShouldBeForgotten() {
        talk.says(UNKNOWN_QUESTION)
                .says("你好")
                .hearsText("talk-greeting")
                .says("确认")
                .hearsText("nothing-open");
    }

    @Test
    void pictureAndVideoShouldBeReceivedAndWordsAskedFor() {
        talk.sends(origin -> new InboundMessage.Image(origin, "m", "http://example.invalid/p"))
                .hearsText("picture")
                .sends(origin -> new InboundMessage.Video(origin, "m", "t"))
                .hearsText("video")
                .waitsIn(Step.Idle.class);
    }

    @Test
    void pictureInADraftShouldLeaveTheDraftAsItWas() {
        talk.says(COMPLETE)
                .sends(origin -> new InboundMessage.Image(origin, "m", ""))
                .hearsText("picture-with-draft")
                .waitsIn(Step.Confirming.class);
    }

    @Test
    void linkShouldBeAnsweredWithTheWarningAgainstFraud() {
        talk.sends(origin -> new InboundMessage.Link(origin, "中奖了", "点我", "http://example.invalid"))
                .hearsText("link")
                .hears("96110");
    }

    @Test
    void voiceShouldBeHeardWhereThePlatformRecognisedIt() {
        talk.speaks("幸福里3栋楼道灯不亮了").waitsIn(Step.Confirming.class).speaks("确认").hears("已登记");
    }

    @Test
    void voiceWithoutWordsShouldBeAskedInWriting() {
        talk.speaks("").hearsText("voice-unheard").speaks("  ").hearsText("voice-unheard");
    }

    @Test
    void menuOfTheAccountShouldWorkLikeWords() {
        talk.sends(origin -> new InboundMessage.MenuClicked(origin, "我的诉求")).hearsText("my-requests-none");
    }

    @Test
    void eventsOfTheClientShouldGetNoWords() {
        talk.says(COMPLETE);
        talk.sends(origin -> new InboundMessage.LocationReported(origin, 39.29056, 83.58373))
                .hearsNothing();
        talk.sends(origin -> new InboundMessage.JobFinished(origin, "TEMPLATESENDJOBFINISH", "1", "success"))
                .hearsNothing();
        talk.sends(origin -> new InboundMessage.Unsupported(origin, "shortvideo"))
                .hearsNothing();
        talk.waitsIn(Step.Confirming.class).says("确认").hears("已登记");
    }

    @Test
    void longestMessageShouldBeHandledWithinTheLimits() {
        talk.says("幸福里3栋漏水。".repeat(285) + "谢谢")
                .waitsIn(Step.Confirming.class)
                .hears("……")
                .says("确认");

        assertThat(talk.request().submission().text()).hasSize(Draft.LONGEST_TEXT);
    }

    @Test
    void draftOfYesterdayShouldBeForgottenWithAWord() {
        talk.says(COMPLETE)
                .later(Draft.KEPT)
                .says("确认")
                .hearsText("draft-forgotten")
                .hearsText("nothing-open")
                .hasNoRequest();
    }

    @Test
    void draftShouldLastTheWholeDay() {
        talk.says(COMPLETE)
                .later(Draft.KEPT.minus(Duration.ofSeconds(11)))
                .says("确认")
                .hears("已登记");
    }

    @Test
    void everyMessageShouldBeCountedOnce() {
        talk.says("你好").says(UNKNOWN_QUESTION).says("登记").says("幸福里3栋").says("确认");

        assertThat(community.outcomes)
                .extracting(Outcome::kind)
                .containsExactly(
                        Outcome.Kind.TALKED,
                        Outcome.Kind.NOT_FOUND,
                        Outcome.Kind.ASKED_WHERE,
                        Outcome.Kind.ASKED_TO_CONFIRM,
                        Outcome.Kind.REGISTERED);
    }
}
