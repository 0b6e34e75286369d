package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.emergency.Danger;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AlarmsTest {
    private static final GridId COMMUNITY = new GridId("xiangqing");

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    @Test
    void whoeverSeesSomebodyElseInDespairShouldCallThePoliceFirst() {
        for (String words : new String[] {"有人站在楼顶要跳楼", "我朋友说他想自杀", "邻居家女儿在割腕"}) {
            Talk fresh = Community.inMemory().with(1).says(words);
            fresh.hearsText("emergency-self-harm-witnessed")
                    .hears("110", fresh.request().number().toString());
        }
        Community.inMemory().with(2).says("我不想活了").hearsText("emergency-self-harm");
    }

    @TestFactory
    Stream<DynamicTest> everyDangerShouldBeInstructedAndAlertedAtOnce() {
        return Table.tests("emergencies.txt", row -> {
            Talk fresh = Community.inMemory().with(1).says(row.get(1));
            fresh.hearsText("emergency-" + row.get(0).toLowerCase(Locale.ROOT).replace('_', '-'))
                    .hears(row.get(2), fresh.request().number().toString());
            assertThat(fresh.request().standing().tier()).isEqualTo(Tier.P0);
            assertThat(fresh.request().state()).isEqualTo(RequestState.DISPATCHED);
            assertThat(fresh.request().submission().text()).isEqualTo(row.get(1));
        });
    }

    @Test
    void tableShouldHaveEveryDanger() {
        assertThat(Table.rows("emergencies.txt")
                        .map(row -> Danger.valueOf(row.getFirst()))
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Danger.class));
    }

    @Test
    void numbersOfEveryEmergencyShouldBeInItsInstructions() {
        for (Emergency emergency : Shipped.SCREEN.emergencies()) {
            assertThat(Talk.text(emergency.template())).contains(emergency.numbers());
        }
    }

    @Test
    void categoryOfEveryEmergencyShouldBeInTheTaxonomy() {
        assertThat(Shipped.SCREEN.emergencies())
                .allSatisfy(emergency ->
                        assertThat(Shipped.TAXONOMY.find(emergency.category())).isPresent());
    }

    @Test
    void exactPlaceShouldLeaveNothingToAsk() {
        talk.says("幸福里3栋2单元着火了").hearsNo("请告诉我在哪里").waitsIn(Step.Idle.class);

        assertThat(post(talk.request(), 0).params()).containsEntry("place", "幸福里小区3栋");
    }

    @Test
    void alertWithoutAPlaceShouldReachTheCommunityAtOnceAndThePlaceFollow() {
        talk.says("着火了").hearsText("emergency-where").waitsIn(Step.AskedWhereUrgently.class);
        assertThat(post(talk.request(), 0).grid()).isEqualTo(COMMUNITY);

        talk.says("幸福里3栋")
                .hearsText("emergency-where-kept", "place", "幸福里小区3栋", "number", "HY20261121-0001")
                .waitsIn(Step.Idle.class);

        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋");
        ServiceRequest request = talk.request();
        assertThat(IntStream.range(0, request.outbox().size()).mapToObj(i -> post(request, i)))
                .anyMatch(post -> post.grid().equals(COMMUNITY)
                        && Objects.equals(post.params().get("place"), "幸福里小区3栋"))
                .anyMatch(post -> post.grid().equals(new GridId("g01")));
    }

    @Test
    void homeShouldBeTakenForThePlaceWhileItIsAsked() {
        talk.says("我住幸福里3栋2单元").says("闻到煤气味了").hearsText("emergency-where");

        assertThat(post(talk.request(), 0).params()).containsEntry("place", "幸福里小区3栋");
    }

    @Test
    void wordsThatNameNoPlaceShouldBeKeptWithTheAlert() {
        talk.says("老公打我")
                .says("不方便说")
                .hearsText("emergency-words-kept", "number", "HY20261121-0001")
                .waitsIn(Step.AskedWhereUrgently.class);

        assertThat(talk.request().history().getLast().note()).isEqualTo("不方便说");
        assertThat(talk.request().submission().place().fullAddress()).isEmpty();
    }

    @Test
    void placeOutsideTheTreeShouldBeKeptAsThePlace() {
        talk.says("着火了").says("菜场后门那个铁棚子旁边").hears("补报给值班人员").waitsIn(Step.AskedWhereUrgently.class);

        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("菜场后门那个铁棚子旁边");
    }

    @Test
    void questionAfterAnAlarmShouldBeAnsweredAndThePlaceAskedAgain() {
        talk.says("着火了")
                .says("物业费不交会怎样")
                .hears("依据：")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class)
                .says("幸福里3栋")
                .hears("幸福里小区3栋");

        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋");
    }

    @Test
    void anotherRequestAfterAnAlarmShouldBeReported() {
        talk.says("老公打我").says("红砖院2号楼路灯不亮").waitsIn(Step.BesideAnAlarm.class).hears("事项：路灯不亮");

        assertThat(talk.request().submission().place().fullAddress()).isEmpty();
    }

    /** However much else the words say: help is sent to where they say. */
    @TestFactory
    Stream<DynamicTest> placeShouldBeHeardInWhateverWordsItComes() {
        return Stream.of(
                        List.of("我被困电梯里了", "桂香苑3栋电梯坏了", "桂香苑3栋"),
                        List.of("着火了", "幸福里3栋门口的垃圾堆", "幸福里小区3栋"),
                        List.of("着火了", "幸福里3栋电梯停了", "幸福里小区3栋"))
                .map(row -> DynamicTest.dynamicTest(row.get(1), () -> {
                    Talk fresh = Community.inMemory().with(1).says(row.get(0));
                    fresh.says(row.get(1)).hears("补报给值班人员");
                    assertThat(fresh.request().submission().place().fullAddress())
                            .as("%s", fresh)
                            .startsWith(row.get(2));
                    assertThat(Stream.concat(
                                    fresh.request().history().stream().map(RequestEvent::note),
                                    Stream.of(
                                            fresh.request().submission().place().fullAddress())))
                            .contains(row.get(1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> placeShouldGoOnBeingAskedForWhileItIsNotKnown() {
        return Stream.of("3栋电梯停了", "3栋门口的垃圾堆", "垃圾没人收", "电梯坏了", "医保怎么报销", "怎么评三好学生", "怎么还没来修")
                .map(words -> DynamicTest.dynamicTest(words, () -> {
                    Talk fresh = Community.inMemory().with(1).says("着火了").says(words);
                    fresh.waitsIn(Step.AskedWhereUrgently.class).says("幸福里3栋").hears("幸福里小区3栋");
                    assertThat(fresh.request().submission().place().fullAddress())
                            .isEqualTo("幸福里小区3栋");
                }));
    }

    @Test
    void remarkThatHasAnAnswerShouldBeKeptWithTheAlertAsWell() {
        talk.says("着火了").says("物业费").waitsIn(Step.AskedWhereUrgently.class);

        assertThat(talk.request().history().stream().map(RequestEvent::note)).contains("物业费");
    }

    @Test
    void urgeAfterAnAlarmShouldBeAnUrge() {
        talk.says("着火了")
                .says("怎么还没来")
                .hears("已替您催办")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class);
    }

    @Test
    void whatIsSaidOfTheDangerItselfShouldBeKeptAsANote() {
        talk.says("着火了").says("我妈腿脚不好").waitsIn(Step.AskedWhereUrgently.class);

        assertThat(talk.request().history().getLast().note()).isEqualTo("我妈腿脚不好");
    }

    @Test
    void placeShouldStillBeTakenAfterWordsThatNamedNone() {
        talk.says("着火了").says("快来啊").says("我住幸福里3栋2单元").hears("幸福里小区3栋2单元").waitsIn(Step.Idle.class);

        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋2单元");
    }

    @Test
    void alertOfLongAgoShouldNotSwallowWhatIsSaidNow() {
        talk.says("着火了").later(Duration.ofMinutes(31)).says("幸福里3栋下水道堵了").waitsIn(Step.Confirming.class);

        assertThat(talk.request().submission().place().fullAddress()).isEmpty();
    }

    @Test
    void buildingShouldBePlaceEnough() {
        talk.says("幸福里3栋着火了").hearsNo("请告诉我在哪里").waitsIn(Step.Idle.class);
    }

    @Test
    void courtesyShouldNotBeTakenForThePlace() {
        talk.says("着火了").says("好的").hearsText("emergency-where").says("谢谢").hearsText("emergency-where");

        talk.says("幸福里3栋").hears("幸福里小区3栋");
    }

    @Test
    void placeGivenAfterTheWorkerSignedShouldStillBeKept() {
        talk.says("着火了");
        community
                .requests
                .act(
                        talk.request().id(),
                        new Action.Plain(Verb.SIGN),
                        Actor.staff(Role.UNIT, "worker1", Level.COMMUNITY))
                .block();

        talk.says("幸福里3栋").hears("幸福里小区3栋");

        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋");
    }

    @Test
    void alertShouldNotBeCancelledByAWord() {
        talk.says("着火了").says("取消").hearsText("emergency-not-cancelled").waitsIn(Step.Idle.class);

        assertThat(talk.request().state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void dangerShouldComeBeforeEveryOpenStep() {
        List<List<String>> openings = List.of(
                List.of("登记"),
                List.of("下水道堵了"),
                List.of("桂香苑3栋路灯不亮"),
                List.of("幸福里3栋2单元下水道堵了"),
                List.of("物业费"),
                List.of("怎么评三好学生"),
                List.of("我住桂香苑3栋"));
        for (List<String> opening : openings) {
            Talk fresh = Community.inMemory().with(1);
            opening.forEach(fresh::says);
            fresh.says("幸福里3栋2单元着火了").hearsText("emergency-fire");
            assertThat(fresh.request().standing().tier()).isEqualTo(Tier.P0);
        }
    }

    @Test
    void dangerShouldBeHeardInSpeechAndInAMenu() {
        Community.inMemory().with(1).speaks("着火了").hearsText("emergency-fire");
        Community.inMemory()
                .with(1)
                .sends(origin -> new InboundMessage.MenuClicked(origin, "救命"))
                .hearsText("emergency-cry-for-help");
    }

    /** Those on duty must hear that there is one, and nothing else of it. */
    @Test
    void privateDangerShouldWakeThoseOnDutyAndTellTheGroupNothingOfIt() {
        for (String words : List.of("老公打我，我住幸福里3栋2单元501", "不想活了", "有人猥亵孩子")) {
            Talk fresh = Community.inMemory().with(1).says(words);
            assertThat(fresh.request().outbox()).as(words).hasSize(1).allSatisfy(entry -> {
                Target.GroupPost post = (Target.GroupPost) entry.target();
                assertThat(post.template()).isEqualTo("group.private_emergency");
                assertThat(post.params()).containsOnlyKeys("number", "link");
            });
            assertThat(fresh.request().standing().assignment().lead()).as(words).isPresent();
        }
    }

    @Test
    void groupShouldReadNothingTheResidentWrote() {
        talk.says("我是王某某13800000000，幸福里3栋2单元501着火了，孩子在里面");

        assertThat(post(talk.request(), 0).params().keySet())
                .isEqualTo(Set.of("number", "category", "unit", "place", "link"));
        assertThat(post(talk.request(), 0).params().values())
                .noneMatch(value ->
                        Stream.of("王某某", "13800000000", "孩子", "单元", "501").anyMatch(value::contains));
    }

    @Test
    void alertShouldBeMarkedUrgentSoThatItMayGoOutTwiceRatherThanNot() {
        talk.says("幸福里3栋2单元着火了");

        assertThat(talk.request().outbox()).allMatch(OutboxEntry::urgent);
    }

    @Test
    void instructionsShouldBeTheLastResortWhenEverythingIsAway() {
        InboundMessage fire = text("着火了");

        assertThat(community.dialogue.lastResort(fire)).contains(new Reply.Text(Talk.text("emergency-fire")));
        assertThat(community.dialogue.lastResort(text("下水道堵了"))).isEmpty();
    }

    private InboundMessage text(String words) {
        InboxId id = InboxId.ofMessage(talk.sender(), "x" + words.hashCode());
        return new InboundMessage.Text(
                new InboundMessage.Origin(id, talk.sender(), "gh_huyingdemo01", Messages.NOON), words);
    }

    private static Target.GroupPost post(ServiceRequest request, int index) {
        assertThat(request.outbox()).hasSizeGreaterThan(index);
        assertThat(request.outbox().get(index).target()).isInstanceOf(Target.GroupPost.class);
        return (Target.GroupPost) request.outbox().get(index).target();
    }
}
