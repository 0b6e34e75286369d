package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Target;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.message.Messages;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Residents take back, complete and correct what was registered; every message is handled three times, as {@link Talk} does. */
class AmendmentsTest {
    private static final String DRAIN = "幸福里3栋2单元下水道又堵了";
    private static final String LAMP = "红砖院2号楼路灯不亮";
    private static final String FIRST = "HY20261121-0001";
    private static final String SECOND = "HY20261121-0002";
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    private ServiceRequest reported(String words) {
        talk.says(words).says("确认").hears("已登记");
        return talk.requests().getFirst();
    }

    private ServiceRequest now(ServiceRequest request) {
        ServiceRequest found = community.requests.find(request.id()).block();
        assertThat(found).isNotNull();
        return found;
    }

    private void act(ServiceRequest request, Action action, Actor actor) {
        assertThat(community.requests.act(request.id(), action, actor).block()).isInstanceOf(Next.Moved.class);
    }

    private static List<String> posted(ServiceRequest request) {
        return request.outbox().stream()
                .flatMap(entry ->
                        entry.target() instanceof Target.GroupPost post ? Stream.of(post.template()) : Stream.empty())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> requestShouldBeTakenBackByWordsOnceItIsConfirmed() {
        return Stream.of("撤销诉求", "不用了，已经好了", "撤销HY20261121-0001", "下水道不用修了，自己通了", "取消", "不用来了", "我要撤回", "撤单吧")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().takenBack(words)));
    }

    private void takenBack(String words) {
        ServiceRequest request = reported(DRAIN);

        talk.says(words).hears("不用办了吗", FIRST, "确认").waitsIn(Step.Withdrawing.class);
        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);

        talk.says("确认").hearsText("withdrawn", "number", FIRST).waitsIn(Step.Idle.class);
        assertThat(now(request).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(now(request).count(Verb.WITHDRAW)).isEqualTo(1);
        assertThat(posted(now(request))).contains("group.withdrawn.urgent");
    }

    @TestFactory
    Stream<DynamicTest> assentShouldNotBeEnoughToTakeBack() {
        return Stream.of("好的", "嗯", "收到", "可以", "是的")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().askedAgain(words)));
    }

    private void askedAgain(String words) {
        ServiceRequest request = reported(DRAIN);

        talk.says("不用来了").says(words).hears("不用办了吗", FIRST).waitsIn(Step.Withdrawing.class);
        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @TestFactory
    Stream<DynamicTest> wordsThatCanMeanNothingElseShouldTakeBack() {
        return Stream.of("确认", "确认。", "撤销", "是的，撤销")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().confirmed(words)));
    }

    private void confirmed(String words) {
        ServiceRequest request = reported(DRAIN);

        talk.says("不用来了").says(words).hearsText("withdrawn", "number", FIRST);
        assertThat(now(request).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void takingBackShouldBeForgottenAfterAQuarterOfAnHour() {
        ServiceRequest request = reported(DRAIN);

        talk.says("撤销")
                .later(Duration.ofMinutes(16))
                .says("确认")
                .hearsText("nothing-open")
                .waitsIn(Step.Idle.class);
        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void yesShouldAnswerTheWorkerBeforeItTakesAnythingBack() {
        ServiceRequest drain = reported(DRAIN);
        reported(LAMP);
        talk.says("路灯不用修了").hears("不用办了吗", SECOND);
        act(drain, new Action.Plain(Verb.SIGN), UNIT);
        act(drain, new Action.AskInfo("家里有人吗？"), HANDLER);

        talk.says("是的").hearsText("info-kept", "number", FIRST);
    }

    @Test
    void dangerShouldNotBeTakenBackEvenIfItWasAsked() {
        talk.says("幸福里3栋着火了");
        ServiceRequest fire = talk.request();

        talk.waitingAt(new Step.Withdrawing(fire.id().value(), community.clock.instant()))
                .says("确认")
                .hearsText("emergency-not-cancelled");
        assertThat(now(fire).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @TestFactory
    Stream<DynamicTest> takingBackARequestShouldBeHeardBesideAnAnswer() {
        return Stream.<Step>of(
                        new Step.Answered("e", "物业费", false, Messages.NOON.plusSeconds(60)),
                        new Step.Answered("e", "物业费", true, Messages.NOON.plusSeconds(60)),
                        new Step.ChoosingAnswer(List.of("e"), "物业费"),
                        new Step.OfferedToRegister("物业费"))
                .map(step -> DynamicTest.dynamicTest(step.toString(), () -> new AmendmentsTest().takenBackIn(step)));
    }

    private void takenBackIn(Step step) {
        reported(DRAIN);

        talk.waitingAt(step).says("撤销报修").hears("不用办了吗", FIRST).waitsIn(Step.Withdrawing.class);
    }

    @Test
    void yesAfterAnAnswerShouldStillReachTheWorkerWhoAsked() {
        ServiceRequest drain = reported(DRAIN);
        act(drain, new Action.Plain(Verb.SIGN), UNIT);
        act(drain, new Action.AskInfo("家里有人吗？"), HANDLER);

        talk.waitingAt(new Step.Answered("e", "物业费", false, community.clock.instant()))
                .says("是的")
                .hearsText("info-kept", "number", FIRST);
    }

    @Test
    void whatIsNamedShouldNotBeTakenBackAsSomethingElse() {
        reported(LAMP);

        talk.says("下水道不用修了，自己通了").hearsNo("不用办了吗");
    }

    @TestFactory
    Stream<DynamicTest> troubleThatIsLeftShouldNotTakeBackWhatIsDone() {
        return Stream.of("二楼的已经亮了，三楼不亮", "4栋已经来电了，我们5栋没电", "前天报的已经通了，今天厨房堵了")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().left(words)));
    }

    private void left(String words) {
        reported(DRAIN);
        talk.says(words).hearsNo("不用办了吗");

        Talk fresh = Community.inMemory().with(2).says("幸福里3栋2单元路灯不亮").waitsIn(Step.Confirming.class);
        fresh.says(words).hearsNo("已取消");
        assertThat(Steps.isDraft(fresh.step())).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> requestShouldStayWhenTakingBackIsNotConfirmed() {
        return Stream.of("取消", "算了", "没事")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().kept(words)));
    }

    private void kept(String words) {
        ServiceRequest request = reported(DRAIN);

        talk.says("撤销").says(words).hearsText("withdraw-kept").waitsIn(Step.Idle.class);

        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void takingBackSaidAgainShouldBeAskedAgain() {
        reported(DRAIN);

        talk.says("撤销").says("不用了").hears("不用办了吗").waitsIn(Step.Withdrawing.class);
    }

    @Test
    void otherWordsShouldNotWaitForTheAnswer() {
        ServiceRequest request = reported(DRAIN);

        talk.says("撤销").says(LAMP).waitsIn(Step.Confirming.class).hears("路灯");

        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void takingBackOneOfSeveralShouldAskWhichOne() {
        ServiceRequest drain = reported(DRAIN);
        ServiceRequest lamp = reported(LAMP);

        talk.says("撤销诉求")
                .hears("1. " + SECOND, "2. " + FIRST)
                .says("2")
                .hears("不用办了吗", FIRST)
                .says("确认")
                .hearsText("withdrawn", "number", FIRST);

        assertThat(now(drain).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(now(lamp).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void takingBackByItsMatterShouldNeedNoChoice() {
        reported(DRAIN);
        reported(LAMP);

        talk.says("路灯不用修了，已经亮了").hears("不用办了吗", SECOND);
    }

    @Test
    void requestOfAnotherShouldNotBeTakenBack() {
        ServiceRequest request = reported(DRAIN);

        community.with(2).says("撤销HY20261121-0001").hearsText("nothing-to-withdraw");

        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void whatIsDoneShouldNotBeTakenBack() {
        ServiceRequest request = reported(DRAIN);
        act(request, new Action.Plain(Verb.SIGN), UNIT);
        act(request, new Action.Contact("phone", true, "约好今天来"), HANDLER);
        talk.says("撤销").waitsIn(Step.Withdrawing.class);
        act(request, new Action.Resolve("已修", "已修好", "photo-1", Set.of()), HANDLER);

        talk.says("确认").hearsText("withdraw-refused", "number", FIRST, "state", Talk.text("state.follow_up"));
    }

    @Test
    void dangerShouldOnlyBeCalledOffByAPersonWhoReadsTheWords() {
        talk.says("幸福里3栋着火了").says("不用来了").hearsText("emergency-not-cancelled");

        assertThat(talk.request().state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(talk.request().history().getLast().note()).isEqualTo("不用来了");
        assertThat(posted(talk.request())).contains("group.added.emergency");
    }

    @Test
    void cancellingADraftShouldNotTouchWhatWasRegistered() {
        ServiceRequest request = reported(DRAIN);

        talk.says(LAMP).says("不用了").hearsText("cancelled");

        assertThat(now(request).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void takingBackSomethingElseShouldNotDropWhatIsBeingTold() {
        reported(DRAIN);

        talk.says(LAMP).says("下水道不用修了，自己通了").hearsText("not-for-a-draft").waitsIn(Step.Confirming.class);
        talk.says("路灯不用修了，已经亮了").hearsText("cancelled").waitsIn(Step.Idle.class);
    }

    @Test
    void nothingToTakeBackShouldBeSaid() {
        talk.says("撤销诉求").hearsText("nothing-to-withdraw").hasNoRequest();
        talk.says("不用了").hearsText("nothing-to-cancel").hasNoRequest();
    }

    @TestFactory
    Stream<DynamicTest> moreAboutARequestShouldBeKeptWithIt() {
        return Stream.of("补充：三楼也在冒水", "补充一下，晚上八点后家里有人", "HY20261121-0001 补充：钥匙在门卫")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().added(words)));
    }

    private void added(String words) {
        ServiceRequest request = reported(DRAIN);
        act(request, new Action.Plain(Verb.SIGN), UNIT);

        talk.says(words).hearsText("info-kept", "number", FIRST).waitsIn(Step.Idle.class);

        RequestEvent last = now(request).history().getLast();
        assertThat(last.verb()).isEqualTo(Verb.ADD);
        assertThat(last.note()).isEqualTo(words);
        assertThat(now(request).state()).isEqualTo(RequestState.SIGNED);
        assertThat(posted(now(request))).contains("group.added.urgent");
    }

    @Test
    void addingNothingYetShouldBeTaughtHow() {
        reported(DRAIN);

        talk.says("补充").hearsText("how-to-change").says("修改").hearsText("how-to-change");
    }

    @TestFactory
    Stream<DynamicTest> wrongPlaceShouldBeCorrected() {
        return Stream.of("地址写错了，是5栋", "改地址，幸福里5栋", "说错了，不是3栋，是5栋", "地址改成幸福里5栋")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().moved(words)));
    }

    private void moved(String words) {
        ServiceRequest request = reported(DRAIN);

        talk.says(words).hearsText("moved", "number", FIRST, "place", "幸福里小区5栋").waitsIn(Step.Idle.class);

        assertThat(now(request).submission().place().publicLabel()).isEqualTo("幸福里小区5栋");
        assertThat(now(request).count(Verb.LOCATE)).isEqualTo(1);
    }

    @Test
    void wrongPlaceWithoutTheRightOneShouldBeAskedFor() {
        ServiceRequest request = reported(DRAIN);

        talk.says("改地址")
                .hears("应该是在哪里", FIRST)
                .waitsIn(Step.Moving.class)
                .says("嗯那边那个")
                .hearsText("move-unclear")
                .says("5栋")
                .hearsText("moved", "number", FIRST, "place", "幸福里小区5栋");

        assertThat(now(request).submission().place().fullAddress()).isEqualTo("幸福里小区5栋");
    }

    @TestFactory
    Stream<DynamicTest> wordsThatOnlyNameAPlaceAsWellShouldNotMoveTheRequest() {
        return Stream.of("红砖院2号楼路灯坏了", "红砖院2号楼怎么走？", "红砖院2号楼怎么还没来修")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AmendmentsTest().unmoved(words, Duration.ZERO)));
    }

    @Test
    void placeSaidLongAfterShouldNotMoveTheRequest() {
        unmoved("红砖院2号楼", Duration.ofMinutes(16));
    }

    private void unmoved(String words, Duration later) {
        ServiceRequest request = reported(DRAIN);

        talk.says("改地址").waitsIn(Step.Moving.class).later(later).says(words);

        assertThat(now(request).submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
        assertThat(now(request).count(Verb.LOCATE)).isZero();
    }

    @Test
    void groupOfBothPlacesShouldHearOfTheMove() {
        ServiceRequest request = reported(DRAIN);
        GridId before = request.standing().assignment().lead().orElseThrow().grid();

        talk.says("地址写错了，是红砖院2号楼").hears("红砖院2号楼");

        GridId after = now(request).standing().assignment().lead().orElseThrow().grid();
        assertThat(after).isNotEqualTo(before);
        assertThat(now(request).outbox().stream()
                        .map(entry -> (Target.GroupPost) entry.target())
                        .filter(post -> Objects.equals(post.params().get("place"), "红砖院2号楼"))
                        .map(Target.GroupPost::grid))
                .contains(before, after);
    }

    @Test
    void movingShouldBeGivenUpByAWord() {
        ServiceRequest request = reported(DRAIN);

        talk.says("改地址").says("取消").hearsText("cancelled").waitsIn(Step.Idle.class);

        assertThat(now(request).submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
    }

    @Test
    void whatElseIsWrongShouldBeKeptAsItWasSaid() {
        ServiceRequest request = reported(DRAIN);

        talk.says("刚才写错了，堵的是厨房的").hearsText("info-kept", "number", FIRST);

        assertThat(now(request).history().getLast().note()).isEqualTo("刚才写错了，堵的是厨房的");
    }
}
