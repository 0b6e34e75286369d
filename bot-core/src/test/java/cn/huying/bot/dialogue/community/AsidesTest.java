package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What residents say beside the point, in half sentences, or twice. */
class AsidesTest {
    private static final String COMPLETE = "幸福里3栋2单元下水道又堵了";
    private static final String FIRST = "HY20261121-0001";

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    @TestFactory
    Stream<DynamicTest> questionWhileThePlaceIsAskedShouldBeAnsweredAndTheDraftKept() {
        return Stream.of("物业费怎么收", "物业费不交会怎样", "居住证怎么办？")
                .map(words -> DynamicTest.dynamicTest(words, () -> new AsidesTest().asked(words)));
    }

    private void asked(String words) {
        talk.says("下水道又堵了");
        Step draft = talk.step();

        talk.says(words).hearsText("draft-without-place");

        assertThat(talk.step()).isEqualTo(draft);
        talk.says("幸福里3栋").hears("内容：下水道又堵了").hearsNo(words).says("确认").hears("已登记");
    }

    @Test
    void questionBeforeConfirmingShouldBeAnsweredAndTheDraftKept() {
        talk.says(COMPLETE)
                .says("物业费不交会怎样")
                .hears("依据：")
                .hearsText("draft-to-confirm")
                .says("确认");

        assertThat(talk.request().submission().text()).isEqualTo(COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不对，是电梯坏了", "不是灯，是电梯坏了", "我说错了，是电梯坏了", "说错了，电梯坏了", "改成电梯坏了", "不是楼道灯坏了，应该是电梯坏了"})
    void rightMatterShouldTakeThePlaceOfTheWrongOne(String words) {
        talk.says("幸福里3栋2单元楼道灯坏了").says(words).hears("事项：电梯故障", "地点：幸福里小区3栋2单元", "内容：电梯坏了");
        talk.says("确认");

        assertThat(talk.request().submission().text()).isEqualTo("电梯坏了");
    }

    @Test
    void rightPlaceShouldNotPassForAnotherMatter() {
        talk.says("幸福里3栋2单元楼道灯坏了").says("不对，是5栋").hears("事项：楼道照明损坏", "地点：幸福里小区5栋", "内容：幸福里3栋2单元楼道灯坏了");
    }

    @Test
    void whatIsToldAtLengthShouldBeRegisteredAndTheAnswerToItOnlyNamed() {
        String story = "楼下商铺机器响、音响吵，每天从早上七点响到晚上九点多，老人午睡不成，孩子写作业静不下心，" + "跟老板说过好几回都说知道了，第二天照样，邻居们都有意见";

        talk.says(story).hears("楼下商铺机器响、音响吵，怎么投诉？", "请问在哪里").hearsNo("依据：");
        talk.says("幸福里3栋").hears("内容：" + story.substring(0, 20)).says("确认").hears("已登记");
        talk.says("楼下商铺机器响、音响吵，怎么投诉？").hears("依据：");
    }

    @Test
    void questionShouldBeAnsweredHoweverLongItsStory() {
        talk.says("昨天傍晚我带孩子在小区里面散步，走到花园旁边的时候被一条没有拴绳的狗咬了一口，腿上流了一点血，" + "狗主人说狗打过疫苗不要紧，请问孩子要不要去打狂犬疫苗，费用应该由谁来出？")
                .hears("依据：");
    }

    /** One write instead of four, for what residents say most while a draft is open. */
    @Test
    void whatIsSaidInPassingShouldNeedNoClaim() {
        assertThat(Stream.of("物业费不交会怎样", "谢谢", "你好")).allMatch(talk::wouldBeInPassing);
        talk.says("下水道又堵了");
        assertThat(Stream.of("物业费不交会怎样", "谢谢")).allMatch(talk::wouldBeInPassing);
        talk.says("幸福里3栋");
        assertThat(Stream.of("物业费不交会怎样", "谢谢")).allMatch(talk::wouldBeInPassing);
    }

    @Test
    void whatMayBelongToADraftShouldNeedTheClaim() {
        talk.says(COMPLETE);

        assertThat(Stream.of("好的", "确认", "幸福里5栋", "着火了", "另外路灯也坏了", "取消")).noneMatch(talk::wouldBeInPassing);
        assertThat(Stream.of("好的", "确认", "着火了", "取消", "登记", "人工"))
                .allMatch(words -> talk.plainly(words).isEmpty());
    }

    @Test
    void besideAnAlarmNothingShouldBePlain() {
        talk.says("着火了").says("5栋路灯坏了").waitsIn(Step.BesideAnAlarm.class);

        assertThat(Stream.of("物业费不交会怎样", "谢谢", "民法典第942条")).noneMatch(talk::wouldBeInPassing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"幸福里3栋门口垃圾桶旁边", "在3栋幸福里，单元门进去左手边", "幸福里3栋2单元3楼楼梯口", "幸福里3栋，而且还漏水"})
    void whatIsSaidBeyondAPlaceShouldStayWithTheMatter(String where) {
        talk.says("路灯坏了").says(where).hears("地点：幸福里小区3栋", "内容：路灯坏了；" + where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"幸福里3栋", "我家住在幸福里小区3栋的", "就是幸福里3栋2单元501室这里", "地址：幸福里3栋"})
    void placeAloneShouldNotPassForPartOfTheMatter(String where) {
        talk.says("路灯坏了").says(where).hears("地点：幸福里小区3栋", "内容：路灯坏了\n");
        talk.says("不对，是幸福里5栋").hears("地点：幸福里小区5栋", "内容：路灯坏了\n");
    }

    @Test
    void thingNamedOnlyToTellWhereShouldNotPassForAnotherMatter() {
        String where = "就是幸福里5栋靠近东门那个快递柜旁边的楼道";

        talk.says("幸福里3栋楼道灯不亮了").says(where).hears("地点：幸福里小区5栋", where).hearsNo("另一件事");
    }

    @Test
    void matterElsewhereShouldNotMoveTheOneBeforeIt() {
        talk.says("幸福里3栋2单元楼道灯不亮了").says("幸福里5栋1单元电梯也坏了").hears("地点：幸福里小区3栋2单元", "另一件事");
        talk.says("确认").hears("幸福里5栋1单元电梯也坏了").says("登记").hears("事项：电梯故障", "地点：幸福里小区5栋1单元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"电梯也坏了怎么办", "小区垃圾没人收怎么办", "消防通道被占谁管", "幸福里5栋1单元楼道灯也坏了"})
    void secondMatterShouldWaitForItsTurnHoweverItIsPut(String words) {
        talk.says("幸福里3栋2单元楼道灯坏了").says(words).hears("事项：楼道照明损坏", "地点：幸福里小区3栋2单元", "另一件事");
        talk.says("确认").hears("楼道照明损坏，幸福里小区3栋2单元", words);
    }

    @Test
    void thirdMatterShouldWaitWithTheSecond() {
        talk.says("幸福里3栋2单元楼道灯坏了").says("幸福里5栋1单元电梯也坏了").says("幸福里1栋1单元下水道堵了");

        talk.hears("地点：幸福里小区3栋2单元").says("确认").hears("幸福里5栋1单元电梯也坏了；幸福里1栋1单元下水道堵了");
    }

    @Test
    void matterListedBehindThePlaceShouldWaitForItsTurn() {
        talk.says("路灯坏了").says("幸福里3栋2单元，另外电梯也坏了").hears("事项：路灯不亮", "地点：幸福里小区3栋2单元", "内容：路灯坏了\n", "另一件事");
        talk.says("确认").hears("“另外电梯也坏了”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"幸福里3栋旁边", "幸福里3栋对面", "幸福里3栋左边", "幸福里3栋南边", "幸福里3栋院里", "幸福里3栋2单元5楼"})
    void whatIsBesideAPlaceShouldStayWithTheMatter(String where) {
        talk.says("路灯坏了").says(where).hears("内容：路灯坏了；" + where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"具体是幸福里3栋", "麻烦快点，幸福里3栋", "幸福里3栋路灯坏了", "幸福里3栋2单元5楼501室"})
    void whatAddsNothingShouldNotBeWrittenIntoTheMatter(String where) {
        talk.says("路灯坏了").says(where).hears("内容：路灯坏了\n");
    }

    @Test
    void answerShouldBeRegisteredWhenItsReaderSaysSo() {
        talk.says("物业费不交会怎样").hears("依据：").says("登记").hears("收到，是“物业费争议”的事", "请问在哪里");
    }

    @ParameterizedTest
    @ValueSource(strings = {"补充", "我要补充"})
    void nothingToAddToShouldBeToldSo(String words) {
        talk.says(words).hearsText("nothing-to-change");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how can I get a residence permit?",
                "My lift is broken, building 3",
                "Вода не идёт",
                "สวัสดีครับ"
            })
    void whoWritesNoChineseShouldBeToldInEnglish(String words) {
        talk.says(words).hearsText("not-found-foreign");
    }

    @Test
    void alertShouldKnowWhatWasBeingTold() {
        talk.says("幸福里3栋门口井盖丢了").says("有人掉进去了").hears("请马上打 120");

        assertThat(talk.request().submission().text()).isEqualTo("有人掉进去了；幸福里3栋门口井盖丢了");
        assertThat(talk.request().submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
    }

    @Test
    void homeShouldBeCorrectedByTheNextWords() {
        talk.says("我住幸福里3栋").says("不对 我住幸福里5栋").hears("幸福里小区5栋");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我不识字", "能不能给我打个电话 我不会打字", "我要找书记"})
    void whoCannotWriteShouldReachAPerson(String words) {
        talk.says(words).hears("已请工作人员联系您", FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"听不懂", "啥意思", "你再说一遍"})
    void whoDoesNotUnderstandShouldBeShownWhatToSay(String words) {
        talk.says(words).hearsText("menu");
    }

    @Test
    void notTakingBackShouldKeepTheRequest() {
        talk.says(COMPLETE).says("确认").says("撤回").says("不是，我不撤").hearsText("withdraw-kept");
    }

    @Test
    void nothingToTakeBackShouldBeToldSo() {
        talk.says("我刚才说的那个不用了").hearsText("nothing-to-cancel");
    }

    @Test
    void wordsSoonAfterAnAlertShouldReachThoseOnDuty() {
        talk.says("幸福里3栋2单元有孩子走丢了，五岁").waitsIn(Step.Idle.class).says("穿的红色外套").hears("补报了", FIRST);
    }

    @Test
    void ignoranceShouldNotPassForAQuestion() {
        talk.says("下水道又堵了").says("不知道是哪个单元").hearsText("ask-where-unsure");
    }

    @Test
    void secondMatterInOneMessageShouldBeOfferedAfterTheFirst() {
        talk.says("幸福里3栋路灯坏了，另外幸福里5栋电梯也坏了")
                .hears("地点：幸福里小区3栋", "内容：幸福里3栋路灯坏了")
                .hearsText("confirm-also")
                .says("确认")
                .hears("已登记，编号 " + FIRST, "幸福里5栋电梯也坏了")
                .waitsIn(Step.OfferedToRegister.class)
                .says("登记")
                .hears("地点：幸福里小区5栋")
                .says("确认")
                .hears("HY20261121-0002");

        assertThat(talk.requests())
                .extracting(request -> request.submission().text())
                .containsExactly("幸福里5栋电梯也坏了", "幸福里3栋路灯坏了");
    }

    @Test
    void secondMatterShouldOutliveThePlaceBeingAsked() {
        talk.says("3栋路灯坏了，另外5栋电梯也坏了").says("幸福里").says("确认").hears("5栋电梯也坏了");
    }

    @Test
    void secondMatterShouldBeOfferedWhenTheFirstIsDropped() {
        talk.says("幸福里3栋路灯坏了，另外幸福里5栋电梯也坏了")
                .says("取消")
                .hearsText("cancelled")
                .hears("幸福里5栋电梯也坏了")
                .hasNoRequest();
    }

    @Test
    void staffShouldGetBothMatters() {
        talk.says("幸福里3栋路灯坏了，另外幸福里5栋电梯也坏了").says("人工");

        assertThat(talk.request().submission().text()).contains("路灯坏了", "电梯也坏了");
    }

    @Test
    void oneMatterToldInSeveralClausesShouldStayOne() {
        talk.says("幸福里3栋下水道堵了，污水都流到楼道里了，臭得很").hearsNo("另一件事").says("确认");

        assertThat(talk.request().submission().text()).contains("臭得很");
    }

    @Test
    void bareAddressShouldBeAskedWhatIsTheMatterThere() {
        talk.says("幸福里3栋")
                .hearsText("ask-what-there", "place", "幸福里小区3栋")
                .says("路灯不亮")
                .hears("地点：幸福里小区3栋", "内容：路灯不亮");
    }

    @Test
    void bareAddressShouldBecomeTheHomeWhenTheResidentSaysSo() {
        talk.says("幸福里3栋").says("我住幸福里3栋2单元").hears("您住在幸福里小区3栋2单元").hasNoRequest();
    }

    @TestFactory
    Stream<DynamicTest> editShouldKeepThePlace() {
        return Stream.of("改", "修改", "重新写")
                .map(words -> DynamicTest.dynamicTest(
                        words,
                        () -> Community.inMemory()
                                .with(1)
                                .says(COMPLETE)
                                .says(words)
                                .hearsText("ask-what-again-at", "place", "幸福里小区3栋2单元")
                                .says("楼道灯不亮")
                                .hears("地点：幸福里小区3栋2单元", "内容：楼道灯不亮")));
    }

    @Test
    void editOfThePlaceShouldKeepTheMatter() {
        talk.says(COMPLETE).says("改地址").says("红砖院2号楼").hears("地点：红砖院2号楼", "内容：" + COMPLETE);
    }

    @TestFactory
    Stream<DynamicTest> cancelShouldBeHeardAmongOtherWords() {
        return Stream.of("算了不用了", "取消吧谢谢", "算了，谢谢", "不用登记了", "那算了", "先不用了谢谢", "取消登记", "不需要了，麻烦你们了")
                .map(words -> DynamicTest.dynamicTest(
                        words,
                        () -> Community.inMemory()
                                .with(1)
                                .says(COMPLETE)
                                .says(words)
                                .hearsText("cancelled")
                                .waitsIn(Step.Idle.class)
                                .hasNoRequest()));
    }

    @Test
    void troubleShouldNotBeAnsweredWithSomethingElse() {
        for (String words : new String[] {"家里进水了", "自行车丢了"}) {
            Community.inMemory().with(1).says(words).waitsIn(Step.AskedWhere.class);
        }
        talk.says("今天天气不错").hearsText("talk-greeting");
        talk.says("哪里可以租到婚车").hearsText("not-found");
    }

    @Test
    void singleChoiceShouldBeTakenByANumberOrAYes() {
        for (String yes : new String[] {"1", "是的"}) {
            Community.inMemory()
                    .with(1)
                    .waitingAt(new Step.ChoosingAnswer(List.of("passport-lost"), "护照"))
                    .says(yes)
                    .hears("依据：");
        }
    }

    @Test
    void homeKnownOnlyByItsGridShouldReadLikeAPlace() {
        talk.scans("grid:g03").hears("您住在第三网格范围内");
        talk.says("下水道又堵了").hears("地点：第三网格范围内").says("确认").hears("第三网格范围内");
    }

    @Test
    void secondCryOfOneEmergencyShouldBeOneAlert() {
        talk.says("幸福里3栋2单元着火了");

        talk.says("着火了！火好大，楼上有人").hearsText("emergency-fire").hearsText("emergency-again", "number", FIRST);

        assertThat(talk.request().history().getLast().note()).isEqualTo("着火了！火好大，楼上有人");
        assertThat(talk.request().submission().place().fullAddress()).isEqualTo("幸福里小区3栋2单元");
        assertThat(talk.request().submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
    }

    @Test
    void placeOfASecondCryShouldReachTheAlert() {
        talk.says("着火了").says("幸福里3栋着火了快来").hearsText("emergency-again", "number", FIRST);

        assertThat(talk.request().submission().place().publicLabel()).isEqualTo("幸福里小区3栋");
        talk.waitsIn(Step.Idle.class);
    }

    @Test
    void sameDangerElsewhereOrLaterOrOfAnotherKindShouldBeAnotherAlert() {
        talk.says("幸福里3栋2单元着火了").says("红砖院2号楼着火了").hears("HY20261121-0002");
        talk.says("幸福里3栋2单元有煤气味").hears("HY20261121-0003");
        talk.later(Duration.ofMinutes(31)).says("幸福里3栋2单元着火了").hears("HY20261121-0004");

        assertThat(talk.requests())
                .extracting(ServiceRequest::standing)
                .allMatch(standing -> standing.tier() == Tier.P0);
    }

    @Test
    void cryOfAnotherResidentShouldBeAnAlertOfItsOwn() {
        talk.says("幸福里3栋2单元着火了");

        community.with(2).says("幸福里3栋2单元着火了").hears("HY20261121-0002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不知道", "不清楚", "随便", "说不清楚", "我也不知道啊", "不想说", "问这个干嘛？", "为什么要问地址"})
    void whatIsNoPlaceShouldNotBeTakenForOne(String words) {
        talk.says("下水道又堵了")
                .says(words)
                .hearsText("ask-where-unsure")
                .says(words)
                .hearsText("ask-where-unsure")
                .waitsIn(Step.AskedWhere.class)
                .says("幸福里3栋")
                .hears("地点：幸福里小区3栋", "内容：下水道又堵了\n");
    }

    @Test
    void whoCannotSayWhereShouldReachStaffWithTheMatter() {
        talk.says("下水道又堵了").says("不知道").says("人工").hears("下水道堵塞污水外溢");

        assertThat(talk.request().submission().text()).isEqualTo("下水道又堵了");
    }

    @Test
    void whoDoesNotKnowTheBuildingShouldBeContentWithTheCompound() {
        talk.says("幸福里下水道又堵了").says("不清楚").hears("地点：幸福里小区", "内容：幸福里下水道又堵了\n");
    }

    @Test
    void placeInWordsShouldStillBeTakenTheSecondTime() {
        talk.says("下水道又堵了").says("菜场后门").says("就菜场后门那个铁棚").hears("地点：就菜场后门那个铁棚");
    }

    @Test
    void anotherMatterBesideADraftShouldBeOfferedAfterIt() {
        talk.says(COMPLETE)
                .says("路灯也不亮")
                .hears("内容：" + COMPLETE + "\n")
                .hearsText("confirm-also")
                .says("确认")
                .hears("路灯也不亮")
                .says("登记")
                .hears("事项：路灯不亮", "地点：幸福里小区3栋");
    }

    @Test
    void anotherMatterWhileThePlaceIsAskedShouldNotBeTakenForIt() {
        talk.says("下水道又堵了")
                .says("路灯也不亮")
                .hearsText("ask-where", "category", "下水道堵塞污水外溢")
                .says("幸福里3栋")
                .hearsText("confirm-also");
    }

    @ParameterizedTest
    @ValueSource(strings = {"随便", "你们几点下班呢？", "不知道"})
    void whatTellsNothingShouldNotBeWrittenIntoADraft(String words) {
        talk.says(COMPLETE).says(words).says("确认");

        assertThat(talk.request().submission().text()).isEqualTo(COMPLETE);
    }

    @Test
    void detailsShouldBeWrittenIntoADraft() {
        talk.says(COMPLETE).says("昨天晚上开始的").says("确认");

        assertThat(talk.request().submission().text()).contains("昨天晚上开始的");
    }
}
