package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What residents say about requests made before; every message is handled three times, as {@link Talk} does. */
class SequelsTest {
    private static final String DRAIN = "幸福里3栋2单元下水道又堵了";
    private static final String LAMP = "红砖院2号楼路灯不亮";
    private static final String FIRST = "HY20261121-0001";
    private static final String SECOND = "HY20261121-0002";
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);
    private static final Actor DISPATCHER = Actor.staff(Role.DISPATCHER, "dispatcher", Level.COMMUNITY);

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    private ServiceRequest reported(String words) {
        talk.says(words).says("确认").hears("已登记");
        return talk.requests().getFirst();
    }

    private void act(RequestId id, Action action, Actor actor) {
        assertThat(community.requests.act(id, action, actor).block()).isInstanceOf(Next.Moved.class);
    }

    private RequestId resolved(String words) {
        RequestId id = reported(words).id();
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, new Action.Contact("phone", true, "约好今天来"), HANDLER);
        act(id, new Action.Resolve("已修", "已修好", "photo-1", Set.of()), HANDLER);
        return id;
    }

    private RequestId asked(String words) {
        RequestId id = reported(words).id();
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, new Action.AskInfo("是哪一层？"), HANDLER);
        return id;
    }

    private RequestId declined() {
        talk.says("人工");
        RequestId id = talk.requests().getFirst().id();
        act(id, new Action.Decline(Action.Decline.Reason.COURT, "向法院起诉"), DISPATCHER);
        return id;
    }

    private ServiceRequest now(RequestId id) {
        ServiceRequest request = community.requests.find(id).block();
        assertThat(request).isNotNull();
        return request;
    }

    @TestFactory
    Stream<DynamicTest> urgesShouldTellTheStandingAndBeRecordedOnce() {
        return Stream.of("催一下", "怎么还没来", "什么时候来修", "怎么还没来修啊？", "麻烦催一下", "到现在没人来")
                .map(words -> DynamicTest.dynamicTest(words, () -> new SequelsTest().urged(words)));
    }

    private void urged(String words) {
        RequestId id = reported(DRAIN).id();

        talk.says(words).hears("已替您催办", FIRST, "已派单，等待签收").waitsIn(Step.Idle.class);

        assertThat(now(id).count(Verb.URGE)).isEqualTo(1);
    }

    @Test
    void secondUrgeOfADayShouldTellTheStandingOnly() {
        RequestId id = reported(DRAIN).id();

        talk.says("催一下").says("催一下").hears("已经替您催过", FIRST);

        assertThat(now(id).count(Verb.URGE)).isEqualTo(1);
        talk.later(Duration.ofDays(1)).says("催一下").hears("已替您催办");
        assertThat(now(id).count(Verb.URGE)).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> discontentShouldBeOfTheRequestThatCameUpAfterAnAnswer() {
        return Stream.of("没解决", "不对", "没用")
                .map(words -> DynamicTest.dynamicTest(words, () -> new SequelsTest().objected(words)));
    }

    private void objected(String words) {
        talk.says("物业费不交会怎样").hears("依据：");
        RequestId id = resolved(DRAIN);
        talk.waitingAt(new Step.Answered(
                "property-fee-arrears", "物业费", false, community.clock.instant().minusSeconds(60)));
        talk.says(words).hearsNo(Talk.text("feedback-useless"), Talk.text("feedback-unsolved"));

        assertThat(now(id).state()).isEqualTo(RequestState.REWORK);
    }

    @Test
    void discontentShouldBeOfTheAnswerThatCameAfterTheRequest() {
        RequestId id = resolved(DRAIN);

        talk.says("物业费不交会怎样").hears("依据：").says("没用").hearsText("feedback-useless");
        assertThat(now(id).state()).isEqualTo(RequestState.FOLLOW_UP);
    }

    @Test
    void urgeWithNothingOpenShouldSaySo() {
        talk.says("催一下").hearsText("nothing-to-urge").hasNoRequest();
    }

    @Test
    void urgeOfSeveralShouldAskWhichOne() {
        RequestId drain = reported(DRAIN).id();
        RequestId lamp = reported(LAMP).id();

        talk.says("什么时候来修")
                .hears("1. " + SECOND, "2. " + FIRST)
                .waitsIn(Step.ChoosingRequest.class)
                .says("3")
                .hearsText("no-such-choice", "count", "2")
                .says("2")
                .hears("已替您催办", FIRST)
                .waitsIn(Step.Idle.class);

        assertThat(now(drain).count(Verb.URGE)).isEqualTo(1);
        assertThat(now(lamp).count(Verb.URGE)).isZero();
    }

    @Test
    void urgeThatNamesTheMatterShouldNeedNoChoice() {
        reported(DRAIN);
        reported(LAMP);

        talk.says("路灯怎么还没来修").hears("已替您催办", SECOND);
    }

    @Test
    void urgeThatNamesTheNumberShouldNeedNoChoice() {
        reported(DRAIN);
        reported(LAMP);

        talk.says("HY20261121-0001 催一下").hears("已替您催办", FIRST);
    }

    @Test
    void urgeAboutSomethingNewShouldBeReported() {
        reported(DRAIN);

        talk.says("红砖院2号楼的路灯怎么还没修").waitsIn(Step.Confirming.class).hears("地点：红砖院2号楼");
    }

    @Test
    void urgeInADraftShouldLeaveTheDraftAsItWas() {
        reported(LAMP);
        talk.says(DRAIN);
        Step draft = talk.step();

        talk.says("什么时候来修").hears("已替您催办", FIRST).hearsText("draft-to-confirm");

        assertThat(talk.step()).isEqualTo(draft);
    }

    @Test
    void urgeOfAnEmergencyShouldRepeatTheNumbersToCall() {
        talk.says("幸福里3栋2单元着火了");

        talk.says("怎么还没来").hears("已替您催办", FIRST).hearsText("emergency-call-again");
    }

    @TestFactory
    Stream<DynamicTest> unsolvedShouldGoBackToWorkWhileTheFollowUpIsOpen() {
        return Stream.of("没修好", "没办好", "重新办理", "根本没修好！", "还没解决呢")
                .map(words -> DynamicTest.dynamicTest(words, () -> new SequelsTest().unsolved(words)));
    }

    private void unsolved(String words) {
        RequestId id = resolved(DRAIN);

        talk.says(words).hearsText("rated-rework", "number", FIRST);

        assertThat(now(id).state()).isEqualTo(RequestState.REWORK);
        assertThat(now(id).history().getLast().note()).isEqualTo(words);
    }

    @Test
    void closedRequestShouldBeReopenedWithinFourteenDaysAndTwiceAtMost() {
        RequestId id = resolved(DRAIN);
        talk.says("11").hears("已结案");

        talk.later(Duration.ofDays(13)).says("又堵了，没修好").hearsText("reopened", "number", FIRST);

        assertThat(now(id).state()).isEqualTo(RequestState.REWORK);
        assertThat(now(id).count(Verb.REOPEN)).isEqualTo(1);
    }

    @Test
    void requestClosedForLongShouldBeReportedAnew() {
        resolved(DRAIN);
        talk.says("11").later(Duration.ofDays(15)).says("重新办理").hearsText("nothing-to-rework");
    }

    @Test
    void reworkOfSeveralShouldAskWhichOne() {
        RequestId drain = resolved(DRAIN);
        RequestId lamp = resolved(LAMP);

        talk.says("重新办理").hears("1. " + SECOND, "2. " + FIRST).says("2").hearsText("rated-rework", "number", FIRST);

        assertThat(now(drain).state()).isEqualTo(RequestState.REWORK);
        assertThat(now(drain).history().getLast().note()).isEqualTo("重新办理");
        assertThat(now(lamp).state()).isEqualTo(RequestState.FOLLOW_UP);
    }

    @Test
    void notYetDoneShouldUrgeWhatIsStillOpen() {
        reported(DRAIN);

        talk.says("还没修好").hears("已替您催办", FIRST);
    }

    @Test
    void requestsOfOthersShouldNotBeTouched() {
        RequestId id = resolved(DRAIN);

        community.with(2).says("HY20261121-0001 没修好").hearsText("nothing-to-rework");

        assertThat(now(id).state()).isEqualTo(RequestState.FOLLOW_UP);
    }

    @Test
    void declinedRequestShouldBeAppealedOnce() {
        RequestId id = declined();

        talk.says("申诉").hearsText("appealed", "number", FIRST);

        assertThat(now(id).state()).isEqualTo(RequestState.TRIAGE);
        assertThat(now(id).count(Verb.APPEAL)).isEqualTo(1);
        act(
                id,
                new Action.Decline(Action.Decline.Reason.COURT, "向法院起诉"),
                Actor.staff(Role.DISPATCHER, "another", Level.COMMUNITY));
        talk.says("申诉").hearsText("nothing-to-appeal");
    }

    @Test
    void appealAfterFourteenDaysShouldBeRefusedKindly() {
        declined();

        talk.later(Duration.ofDays(15)).says("申诉").hearsText("nothing-to-appeal");
    }

    @TestFactory
    Stream<DynamicTest> wordsAfterAQuestionOfAWorkerShouldReachTheRequest() {
        return Stream.of("三楼拐角那里", "3", "昨天晚上开始的，一直流", "我住2单元", "是的", "13楼", "下水道从三楼开始堵的", "补充：三楼")
                .map(words -> DynamicTest.dynamicTest(words, () -> new SequelsTest().answered(words)));
    }

    private void answered(String words) {
        RequestId id = asked(DRAIN);

        talk.says(words).hears("已补充到诉求 " + FIRST);

        assertThat(now(id).state()).isEqualTo(RequestState.SIGNED);
        assertThat(now(id).last(Verb.ANSWER))
                .hasValueSatisfying(event -> assertThat(event.note()).isEqualTo(words));
    }

    @Test
    void questionsAndCourtesyShouldNotPassForAnswers() {
        RequestId id = asked(DRAIN);

        talk.says("谢谢").hearsText("talk-thanks").says("物业费不交会怎样").hears("依据：");

        assertThat(now(id).state()).isEqualTo(RequestState.NEEDS_INFO);
    }

    @Test
    void anotherMatterElsewhereShouldBeReportedAndNotTakenForAnAnswer() {
        RequestId id = asked(DRAIN);

        talk.says(LAMP).waitsIn(Step.Confirming.class).hears("地点：红砖院2号楼");

        assertThat(now(id).state()).isEqualTo(RequestState.NEEDS_INFO);
    }

    @Test
    void whatWasTakenForAnAnswerShouldStillBeOfferedForRegistering() {
        asked(DRAIN);

        talk.says("门禁也坏了")
                .hearsText("info-kept-or-new", "number", FIRST)
                .says("登记")
                .says("幸福里3栋")
                .hears("内容：门禁也坏了");
    }

    @Test
    void answerForSeveralShouldAskWhichOne() {
        RequestId drain = asked(DRAIN);
        RequestId lamp = asked(LAMP);

        talk.says("三楼拐角那里").waitsIn(Step.ChoosingRequest.class).says("1").hearsText("info-kept", "number", SECOND);

        assertThat(now(lamp).state()).isEqualTo(RequestState.SIGNED);
        assertThat(now(drain).state()).isEqualTo(RequestState.NEEDS_INFO);
    }

    @Test
    void ratingShouldStayARatingWhileAnotherRequestWaitsForAnAnswer() {
        RequestId rated = resolved(DRAIN);
        RequestId waiting = asked(LAMP);

        talk.says("11").hears("已结案", FIRST);

        assertThat(now(rated).state()).isEqualTo(RequestState.CLOSED);
        assertThat(now(waiting).state()).isEqualTo(RequestState.NEEDS_INFO);
    }

    @TestFactory
    Stream<DynamicTest> requestClosedForSilenceShouldGoOnWhenTheAnswerComes() {
        return Stream.of("补充：是三楼", "重新办理")
                .map(words -> DynamicTest.dynamicTest(words, () -> new SequelsTest().woken(words)));
    }

    private void woken(String words) {
        RequestId id = asked(DRAIN);
        talk.later(Duration.ofDays(6));
        act(id, new Action.Plain(Verb.INFO_TIMEOUT), Actor.system());

        talk.says(words).hearsText("woken", "number", FIRST);

        assertThat(now(id).state()).isEqualTo(RequestState.SIGNED);
    }

    @Test
    void staffAskedForTwiceShouldBeOneRequest() {
        talk.says("人工").says("转人工").hearsText("staff-already-called", "number", FIRST);

        assertThat(talk.requests()).hasSize(1);
    }

    @Test
    void staffAskedForAfterTheFirstCallEndedShouldBeAnotherRequest() {
        talk.says("人工");
        act(
                talk.request().id(),
                new Action.Dispatch(new Unit(new GridId("xiangqing"), "社区", Level.COMMUNITY, true)),
                DISPATCHER);
        talk.says("人工").hearsText("staff-already-called", "number", FIRST);
        act(talk.request().id(), new Action.Plain(Verb.SIGN), UNIT);
        act(talk.request().id(), new Action.Contact("phone", true, "已联系"), HANDLER);
        act(talk.request().id(), new Action.Resolve("已答复", "已答复", "note", Set.of()), HANDLER);

        talk.says("人工").hears("已请工作人员联系您", SECOND);
    }

    @Test
    void ratingShouldBeWrittenDownWithTheWordsOfWhoIsNotSatisfied() {
        RequestId id = resolved(DRAIN);

        talk.says("没解决，还在漏");

        assertThat(now(id).history())
                .anyMatch(
                        event -> event.code().startsWith(new Rating(Rating.Solved.NO, Rating.Satisfaction.NOT).code()));
    }
}
