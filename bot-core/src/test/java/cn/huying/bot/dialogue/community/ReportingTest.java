package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingTest {
    private static final String COMPLETE = "幸福里3栋2单元下水道又堵了";
    private static final double XINGFULI_LATITUDE = 39.29056;
    private static final double XINGFULI_LONGITUDE = 83.58373;

    private final Talk talk = Community.inMemory().with(1);

    @TestFactory
    Stream<DynamicTest> onlyWhatIsMissingShouldBeAsked() {
        return Table.tests("reports.txt", row -> {
            Talk fresh = Community.inMemory().with(1).says(row.get(0)).hasNoRequest();
            switch (row.get(1)) {
                case "全" -> fresh.waitsIn(Step.Confirming.class).hears("事项：", "地点：", "内容：" + row.get(0), row.get(2));
                case "哪里" -> fresh.waitsIn(Step.AskedWhere.class).hears("请问在哪里", row.get(2));
                case "哪栋" -> fresh.waitsIn(Step.AskedWhere.class).hears("是哪一栋");
                case "哪个小区" -> fresh.waitsIn(Step.AskedWhere.class).hears("哪个小区");
                case "哪一处" -> fresh.waitsIn(Step.ChoosingPlace.class).hears("1. ", "2. ");
                default -> throw new IllegalArgumentException(row.get(1));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"坏了, 幸福里3栋2单元, 门禁, 单元门门禁损坏", "噪音, 幸福里3栋, 楼上, 邻里噪声"})
    void whereShouldNotBeTakenForWhat(String bare, String where, String what, String category) {
        talk.says(bare)
                .says(where)
                .hears("请再说说是什么")
                .waitsIn(Step.AskedWhat.class)
                .says(what)
                .hears("事项：" + category, "地点：幸福里小区3栋")
                .waitsIn(Step.Confirming.class);
    }

    @Test
    void matterToldAgainShouldNotBeTakenForThePlace() {
        talk.says("停水了")
                .says("又停水了")
                .says("天天停水还让不让人活")
                .waitsIn(Step.AskedWhere.class)
                .says("幸福里3栋")
                .hears("地点：幸福里小区3栋", "天天停水还让不让人活");
    }

    @Test
    void correctedBuildingShouldBeThePlace() {
        talk.says("幸福里4栋2单元楼上漏水").says("不是四栋是5栋").hears("地点：幸福里小区5栋");
    }

    @Test
    void whoSaysNoMoreThanWhereShouldBeAskedOnce() {
        talk.says("坏了").says("幸福里3栋").says("就是坏了").waitsIn(Step.Confirming.class);
    }

    @Test
    void completeReportShouldBeConfirmedInOneMessageAndNumbered() {
        talk.says(COMPLETE)
                .hears("事项：下水道堵塞污水外溢", "地点：幸福里小区3栋2单元", "内容：" + COMPLETE, "确认", "取消")
                .hasNoRequest()
                .says("确认")
                .hears("已登记，编号 HY20261121-0001", "安禾物业", "我的诉求")
                .waitsIn(Step.Idle.class);

        ServiceRequest request = talk.request();
        assertThat(request.state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(request.submission().text()).isEqualTo(COMPLETE);
        assertThat(request.submission().place())
                .isEqualTo(new Submission.Place(Optional.of(new GridId("g01")), "幸福里小区3栋", "幸福里小区3栋2单元"));
    }

    @Test
    void reportShouldBeConfirmedByAnyYes() {
        for (String yes : new String[] {"确认", "是的", "对", "没错", "好的", "嗯", "OK", "可以", "登记", "提交。"}) {
            Community.inMemory().with(1).says(COMPLETE).says(yes).hears("已登记");
        }
    }

    @Test
    void buildingWithoutACompoundShouldBeCompletedByTheCompoundAlone() {
        talk.says("3栋下水道又堵了").says("幸福里").waitsIn(Step.Confirming.class).hears("地点：幸福里小区3栋");
    }

    @Test
    void matterAskedForShouldBeFollowedByThePlace() {
        talk.says("登记")
                .hearsText("ask-what")
                .says("井盖没了")
                .hears("井盖", "请问在哪里")
                .says("幸福里1栋")
                .hears("事项：井盖缺失破损", "地点：幸福里小区1栋")
                .says("确认")
                .hears("已登记");
    }

    @Test
    void matterAskedForThatNamesItsPlaceShouldBeEnough() {
        talk.says("我要投诉").says(COMPLETE).waitsIn(Step.Confirming.class);
    }

    @Test
    void knownHomeShouldBeThePlaceWhenNoneIsSaid() {
        talk.says("我住幸福里3栋2单元").says("下水道堵了").hears("地点：幸福里小区3栋2单元").says("确认").hears("已登记");
    }

    @Test
    void placeSaidShouldCountMoreThanTheHome() {
        talk.says("我住幸福里3栋2单元").says("红砖院2号楼路灯不亮").hears("地点：红砖院2号楼");
    }

    @Test
    void buildingThatIsNotThereShouldBeAskedAgain() {
        talk.says("幸福里99栋下水道堵了").hears("幸福里小区好像没有99栋").says("3栋").hears("地点：幸福里小区3栋", "内容：幸福里99栋下水道堵了");
    }

    @Test
    void severalPlacesShouldBeChosenFromByNumber() {
        talk.says("桂香苑3栋路灯不亮")
                .hears("1. 桂香苑一期3幢", "2. 桂香苑二期3幢")
                .says("3")
                .hearsText("no-such-choice", "count", "2")
                .says("2")
                .hears("地点：桂香苑二期3幢")
                .says("确认")
                .hears("已登记");
    }

    @Test
    void placeNamedInsteadOfANumberShouldBeTaken() {
        talk.says("桂香苑3栋路灯不亮").says("桂香苑二期3幢").hears("地点：桂香苑二期3幢");
    }

    @Test
    void placeNobodyKnowsShouldBeAskedTwiceAndThenKeptInTheResidentsWords() {
        talk.says("楼上漏水")
                .says("菜场那边")
                .hearsText("ask-where-again")
                .says("就是那个红房子旁边的店")
                .hears("地点：就是那个红房子旁边的店")
                .says("确认")
                .hears("已登记，编号 HY20261121-0001");

        assertThat(talk.request().state()).isEqualTo(RequestState.TRIAGE);
        assertThat(talk.request().submission().place())
                .isEqualTo(new Submission.Place(Optional.of(new GridId("xiangqing")), "向晴社区", "就是那个红房子旁边的店"));
    }

    @Test
    void thanksWhileThePlaceIsAskedShouldBeNoPlace() {
        talk.says("楼上漏水")
                .says("谢谢")
                .hearsText("talk-thanks")
                .hearsText("draft-without-place")
                .waitsIn(Step.AskedWhere.class);
        talk.says("好的").says("幸福里3栋").hears("地点：幸福里小区3栋");
    }

    @Test
    void mapPointAfterTheMatterShouldGiveTheCompoundAndAskTheBuilding() {
        talk.says("路灯不亮")
                .pointsAt(XINGFULI_LATITUDE, XINGFULI_LONGITUDE)
                .hearsText("ask-building", "place", "幸福里小区")
                .says("3栋")
                .hears("地点：幸福里小区3栋");
    }

    @Test
    void mapPointInPublicSpaceShouldNeedNoBuilding() {
        talk.says("路灯不亮")
                .pointsAt(XINGFULI_LATITUDE, XINGFULI_LONGITUDE)
                .says("公共区域")
                .hears("地点：幸福里小区\n")
                .says("确认")
                .hears("已登记");
    }

    @Test
    void mapPointFirstShouldAskTheMatter() {
        talk.pointsAt(XINGFULI_LATITUDE, XINGFULI_LONGITUDE)
                .hearsText("ask-what-at", "place", "幸福里小区")
                .says("路灯不亮")
                .hears("幸福里小区");
    }

    @Test
    void mapPointFarAwayShouldBeSaid() {
        talk.says("路灯不亮").pointsAt(0, 0).hearsText("far-away").waitsIn(Step.AskedWhere.class);
        talk.pointsAt(Double.NaN, 500).hearsText("far-away");
    }

    @Test
    void doorCodeScannedInADraftShouldBeThePlace() {
        talk.says("楼道灯坏了")
                .scans("building:xingfuli-3")
                .hears("地点：幸福里小区3栋")
                .says("确认")
                .hears("已登记");
    }

    @Test
    void unknownCodeScannedInADraftShouldLeaveTheDraft() {
        talk.says("楼道灯坏了").scans("building:nowhere").hearsText("unknown-code").waitsIn(Step.AskedWhere.class);
    }

    @Test
    void placeCorrectedWhileConfirmingShouldReplaceTheFirst() {
        talk.says("幸福里3栋楼道灯不亮了")
                .says("不对，是4栋")
                .hears("地点：幸福里小区4栋")
                .says("是红砖院2号楼")
                .hears("地点：红砖院2号楼")
                .says("确认");

        assertThat(talk.request().submission().place().publicLabel()).isEqualTo("红砖院2号楼");
    }

    @Test
    void wordsAddedWhileConfirmingShouldBelongToTheMatter() {
        talk.says("幸福里3栋楼道灯不亮了").says("已经一个星期了").says("确认");

        assertThat(talk.request().submission().text()).isEqualTo("幸福里3栋楼道灯不亮了；已经一个星期了");
    }

    @Test
    void thanksBeforeConfirmingShouldNotPassForHavingRegistered() {
        talk.says("幸福里3栋楼道灯不亮了").says("谢谢").hearsText("draft-to-confirm").hasNoRequest();
    }

    @Test
    void editShouldAskTheMatterAnew() {
        talk.says("幸福里3栋楼道灯不亮了")
                .says("修改")
                .hearsText("ask-what-again-at", "place", "幸福里小区3栋")
                .says("幸福里4栋2单元下水道堵了")
                .hears("事项：下水道", "地点：幸福里小区4栋2单元", "内容：幸福里4栋2单元下水道堵了");
    }

    @Test
    void confirmationRepeatedShouldRegisterOnce() {
        talk.says(COMPLETE).says("确认").says("确认").hearsText("nothing-open");

        assertThat(talk.requests()).hasSize(1);
    }

    @Test
    void sameMatterReportedAgainShouldBeAnotherRequest() {
        talk.says(COMPLETE).says("确认").says(COMPLETE).says("确认").hears("HY20261121-0002");

        assertThat(talk.requests()).hasSize(2);
    }

    @Test
    void everyStepOfADraftShouldSurviveARestart() {
        talk.says("登记")
                .afterARestart()
                .says("桂香苑3栋路灯不亮")
                .afterARestart()
                .says("2")
                .afterARestart()
                .says("三天了")
                .hears("地点：桂香苑二期3幢", "内容：桂香苑3栋路灯不亮；三天了")
                .afterARestart()
                .says("确认")
                .hears("已登记，编号 HY20261121-0001");
    }

    @Test
    void draftShouldExpireADayAfterItBegan() {
        talk.says("楼道灯坏了").later(Duration.ofHours(23)).says("幸福里3栋").waitsIn(Step.Confirming.class);

        talk.later(Duration.ofHours(1)).says("确认").hearsText("draft-forgotten").hasNoRequest();
    }

    @Test
    void groupShouldHearNothingOfAPrivateMatter() {
        talk.says("幸福里3栋5单元有人长期家暴孩子，我想反映").says("确认");

        assertThat(talk.requests()).allSatisfy(request -> {
            assertThat(request.isSensitive()).isTrue();
            assertThat(request.outbox())
                    .allSatisfy(entry -> assertThat(((Target.GroupPost) entry.target()).params())
                            .containsOnlyKeys("number", "link"));
        });
    }

    @Test
    void groupShouldReadNothingTheResidentWrote() {
        talk.says("我住幸福里3栋2单元501")
                .says("我是王某某13800000000，家里下水道堵了，污水都漫到鞋柜了")
                .says("确认")
                .hears("已登记");

        OutboxEntry post = talk.request().outbox().getFirst();
        assertThat(post.target()).isInstanceOfSatisfying(Target.GroupPost.class, group -> {
            assertThat(group.grid()).isEqualTo(new GridId("g01"));
            assertThat(group.params()).containsOnlyKeys("number", "category", "unit", "place", "link");
            assertThat(group.params()).containsEntry("place", "幸福里小区3栋");
            assertThat(group.params().values())
                    .noneMatch(value -> Stream.of(
                                    "王某某",
                                    "13800000000",
                                    "污水都漫",
                                    "鞋柜",
                                    "单元",
                                    "501",
                                    talk.sender().openId().value())
                            .anyMatch(value::contains));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"噪音", "坏了", "坏了！", "太吵"})
    void bareTroubleShouldBeAskedWhatAndWhere(String words) {
        talk.says(words).hearsText("ask-more", "words", words).waitsIn(Step.AskedWhat.class);
        talk.says("幸福里3栋楼道灯").waitsIn(Step.Confirming.class).hears("楼道照明损坏", words);
    }

    @Test
    void whatIsBrokenShouldCompleteWhatIsWrongWithIt() {
        talk.says("坏了").says("路灯").waitsIn(Step.AskedWhere.class).says("幸福里3栋").hears("路灯坏了", "路灯不亮");
    }

    @Test
    void matterShouldNotBeTakenForAPlace() {
        talk.says("好吵啊受不了了").waitsIn(Step.AskedWhere.class).says("漏水").waitsIn(Step.AskedWhere.class);
        talk.says("幸福里3栋").waitsIn(Step.Confirming.class).hears("漏水");
    }
}
