package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.action.Action;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever raised an alarm and was asked where it is says something else. */
class AfterAlarmsTest {
    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1).says("着火了");

    private List<String> notes(ServiceRequest alert) {
        return alert.history().stream().map(RequestEvent::note).toList();
    }

    private ServiceRequest alert() {
        List<ServiceRequest> all = talk.requests();
        return all.getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"里面有老人", "快点啊", "还在烧", "孩子没出来", "我在3楼", "他们拿着刀", "门打不开", "已经灭了", "能跳窗吗", "消防来了吗", "老人呢"})
    void whatMayConcernTheDangerShouldBePassedOn(String words) {
        talk.says(words).hears("告诉我在哪里").waitsIn(Step.AskedWhereUrgently.class);
        if (talk.requests().size() == 1) {
            assertThat(notes(alert())).contains(words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"水费怎么交", "居住证怎么办", "医保怎么报销", "物业费能不交吗"})
    void clearQuestionShouldBeAnsweredAndNotPassedOn(String words) {
        talk.says(words).hearsText("emergency-where").hearsNo("补报给值班人员（").waitsIn(Step.AskedWhereUrgently.class);

        assertThat(notes(alert())).doesNotContain(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"退休的呢", "谁赔", "要带什么", "收费吗", "有依据吗"})
    void whatIsAskedOfNoAnswerShouldNotBePassedOn(String words) {
        talk.says(words).hearsText("follow-up-of-what").hearsText("emergency-where");

        assertThat(notes(alert())).doesNotContain(words);
    }

    @Test
    void answerInPassingShouldBeAskedOn() {
        talk.says("居住证怎么办")
                .says("要带什么")
                .hears("身份证")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class)
                .says("幸福里3栋")
                .hears("已把地点“幸福里小区3栋”");
    }

    @Test
    void questionThatMayBeAboutTheDangerShouldBeAnsweredAndPassedOn() {
        talk.says("打119要钱吗").hears("依据：").hears("我也补报了").hearsText("emergency-where");

        assertThat(notes(alert())).contains("打119要钱吗");
    }

    @Test
    void whatIsSaidOfHelpShouldNotBeAnsweredLikeAQuestion() {
        talk.says("打119了").hearsNo("依据：").hears("补报给值班人员");
    }

    @Test
    void anotherReportShouldBeRegisteredAndThePlaceAskedAgain() {
        talk.says("5栋路灯坏了")
                .waitsIn(Step.BesideAnAlarm.class)
                .says("幸福里")
                .hears("事项：路灯不亮", "地点：幸福里小区5栋")
                .says("确认")
                .hears("已登记")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class)
                .says("红砖院2号楼")
                .hears("已把地点“红砖院2号楼”");

        assertThat(alert().submission().place().fullAddress()).isEqualTo("红砖院2号楼");
        assertThat(notes(alert())).contains("5栋路灯坏了");
    }

    @Test
    void whatMayConcernTheDangerShouldBePassedOnWhileAnotherReportIsTold() {
        talk.says("幸福里5栋路灯坏了").says("里面还有老人").says("确认").says("快来");

        assertThat(notes(alert())).contains("里面还有老人", "快来");
    }

    @Test
    void alarmShouldBeComeBackToAfterARestartAndACancelledReport() {
        talk.says("幸福里5栋路灯坏了").afterARestart().says("取消").hearsText("emergency-where");

        talk.says("幸福里3栋").hears("已把地点“幸福里小区3栋”");
    }

    @Test
    void secondMatterOfTheOtherReportShouldStillBeOffered() {
        talk.says("幸福里5栋路灯坏了，另外幸福里2栋垃圾没人收")
                .says("确认")
                .hears("要登记的话，回复“登记”")
                .says("登记")
                .says("确认")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class);
        assertThat(talk.requests()).hasSize(3);
    }

    @Test
    void anotherReportWithoutAPlaceShouldBePassedOnAndToldHowToRegister() {
        talk.says("路灯坏了").hears("补报给值班人员").hearsText("emergency-or-new").waitsIn(Step.AskedWhereUrgently.class);
    }

    @Test
    void alarmRaisedAgainBesideAnotherReportShouldStillAskForThePlace() {
        talk.says("幸福里5栋路灯坏了").says("着火了啊").hearsText("emergency-fire").hearsText("emergency-where");
        talk.says("幸福里3栋").hears("已把地点“幸福里小区3栋”");
    }

    @Test
    void reportOfWhoeverLivesHereShouldNotBeTakenForThePlaceOfTheAlarm() {
        Talk home = Community.inMemory().with(2).says("我住梨花湾2栋").says("着火了").says("楼上天天吵死了");

        home.waitsIn(Step.BesideAnAlarm.class).hears("地点：梨花湾2栋");
    }

    @Test
    void pointOnTheMapShouldBeThePlace() {
        talk.pointsAt(39.29056, 83.58373).hears("已把地点").waitsIn(Step.Idle.class);

        assertThat(alert().submission().place().fullAddress()).isNotEmpty();
        assertThat(notes(alert())).anyMatch(note -> note.contains("39.29056,83.58373"));
    }

    @Test
    void pointFarAwayShouldBePassedOn() {
        talk.pointsAt(30, 120).waitsIn(Step.AskedWhereUrgently.class);

        assertThat(notes(alert())).anyMatch(note -> note.contains("30.0,120.0"));
    }

    @Test
    void pointOnTheMapShouldBePassedOnWhileAnotherReportIsTold() {
        talk.says("幸福里5栋路灯坏了").pointsAt(39.29056, 83.58373);

        assertThat(notes(alert())).anyMatch(note -> note.contains("39.29056,83.58373"));
    }

    @Test
    void codeOnADoorShouldBeThePlaceAndNotAHome() {
        talk.scans("building:xingfuli-3").hears("已把地点“幸福里小区3栋").waitsIn(Step.Idle.class);
    }

    @Test
    void staffShouldBeCalledAndThePlaceAskedAgain() {
        talk.says("人工").hears("已请工作人员联系您").hearsText("emergency-where").waitsIn(Step.AskedWhereUrgently.class);
    }

    @Test
    void listOfRequestsShouldEndWithTheQuestionForThePlace() {
        talk.says("我的诉求").hears("您最近的诉求").hearsText("emergency-where");
    }

    @Test
    void thatItIsOverShouldBeReadByThoseOnDuty() {
        talk.says("没事了").hearsText("emergency-not-cancelled").waitsIn(Step.Idle.class);

        assertThat(notes(alert())).contains("没事了");
    }

    @Test
    void placeShouldStillBeAskedAfterAnEarlierRequestWasTakenBackByItsNumber() {
        Talk lamp = Community.inMemory().with(2).says("幸福里5栋路灯坏了").says("确认");
        String number = lamp.request().number().toString();

        lamp.says("着火了")
                .says("撤销" + number)
                .hears("不用办了吗")
                .says("确认")
                .hearsText("emergency-where")
                .waitsIn(Step.AskedWhereUrgently.class);
        lamp.says("红砖院2号楼").hears("已把地点“红砖院2号楼”");
    }

    @Test
    void nothingShouldBeSaidToBePassedOnOnceTheAlarmIsClosed() {
        ServiceRequest alert = alert();
        community
                .requests
                .act(
                        alert.id(),
                        new Action.Withdraw(true),
                        Actor.resident(alert.submission().requester().resident()))
                .block();
        assertThat(alert().state()).isEqualTo(RequestState.WITHDRAWN);

        talk.says("里面还有老人").hearsNo("补报");
    }

    @Test
    void placeShouldBeKnownOfEveryAlarmThatWaitsForIt() {
        talk.says("我妈摔倒了起不来").says("幸福里3栋").hears("已把地点“幸福里小区3栋”");

        assertThat(talk.requests())
                .hasSize(2)
                .allSatisfy(alert ->
                        assertThat(alert.submission().place().fullAddress()).isEqualTo("幸福里小区3栋"));
    }

    @Test
    void thatSomebodyWasFoundShouldBeReadByThoseOnDuty() {
        Talk missing = Community.inMemory().with(2).says("我爸走丢了").says("幸福里3栋").says("找到了谢谢");

        assertThat(notes(missing.request())).contains("找到了谢谢");
    }

    @Test
    void thanksThatTellMoreShouldBePassedOn() {
        talk.says("谢谢消防员孩子救出来了").hearsText("emergency-where");

        assertThat(notes(alert())).contains("谢谢消防员孩子救出来了");
    }

    @Test
    void afterHalfAnHourWordsShouldMeanWhatTheyMeanElsewhere() {
        talk.later(Duration.ofMinutes(31)).says("居住证怎么办").hears("依据：").waitsIn(Step.Idle.class);
        talk.later(Duration.ofMinutes(1)).sends(origin -> new InboundMessage.Location(origin, 39.29056, 83.58373, ""));
        talk.hears("请问是什么事");
    }

    @Test
    void placeSaidAfterTheAlarmIsPlacedShouldBeReadByThoseOnDuty() {
        talk.says("幸福里3栋").says("桂香苑二期3幢").hears("我也补报了");

        assertThat(notes(alert())).contains("桂香苑二期3幢");
    }

    @Test
    void criesWithoutAMatterShouldBePassedOnWhenThePlaceIsKnown() {
        talk.says("幸福里3栋");
        Stream.of("赶快派人来", "麻烦快一点").forEach(words -> {
            talk.says(words).hears("我也补报了");
            assertThat(notes(alert())).contains(words);
        });
    }
}
