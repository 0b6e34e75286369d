package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InquiriesTest {
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);

    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    private static void report(Talk talk) {
        talk.says("幸福里3栋2单元下水道又堵了").says("确认").hears("已登记");
    }

    private static void act(Community community, RequestId id, Action action, Actor actor) {
        assertThat(community.requests.act(id, action, actor).block()).isInstanceOf(Next.Moved.class);
    }

    private static ServiceRequest resolved(Community community, Talk talk) {
        report(talk);
        RequestId id = talk.requests().getFirst().id();
        act(community, id, new Action.Plain(Verb.SIGN), UNIT);
        act(community, id, new Action.Contact("phone", true, "约好今天来"), HANDLER);
        act(community, id, new Action.Resolve("已疏通", "下水道已疏通", "photo-1", Set.of()), HANDLER);
        assertThat(talk.requests().getFirst().state()).isEqualTo(RequestState.FOLLOW_UP);
        return talk.requests().getFirst();
    }

    @Test
    void nothingReportedShouldBeSaid() {
        talk.says("我的诉求").hearsText("my-requests-none");
    }

    @Test
    void requestsShouldBeListedWithTheirStateNewestFirst() {
        report(talk);
        talk.says("红砖院2号楼路灯不亮").says("确认");

        talk.says("我的诉求")
                .hears("HY20261121-0001 下水道堵塞污水外溢（幸福里小区3栋）：已派单，等待签收", "HY20261121-0002")
                .hearsNo("2单元");

        assertThat(talk.reply().indexOf("0002")).isLessThan(talk.reply().indexOf("0001"));
    }

    @Test
    void stateShouldFollowTheWork() {
        report(talk);
        act(community, talk.request().id(), new Action.Plain(Verb.SIGN), UNIT);
        talk.says("办得怎么样了").hears("已签收");
        act(community, talk.request().id(), new Action.Contact("phone", true, "约好今天来"), HANDLER);
        talk.says("我的诉求").hears("办理中");
    }

    @Test
    void listShouldShowTheNewestFiveOfMany() {
        for (int i = 0; i < 7; i++) {
            report(talk);
        }

        talk.says("我的诉求").hears("-0007", "-0003").hearsNo("-0002", "-0001");
    }

    @Test
    void requestsOfOthersShouldNotBeShown() {
        report(community.with(2));

        talk.says("我的诉求").hearsText("my-requests-none");
    }

    @Test
    void listShouldNotDisturbADraft() {
        talk.says("幸福里3栋2单元下水道又堵了")
                .says("我的诉求")
                .hearsText("my-requests-none")
                .says("确认")
                .hears("已登记");
    }

    @TestFactory
    Stream<DynamicTest> twoDigitsShouldBeTheRating() {
        return IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(solved -> IntStream.rangeClosed(1, 3).mapToObj(satisfied -> 10 * solved + satisfied))
                .map(digits -> DynamicTest.dynamicTest(
                        Integer.toString(digits),
                        () -> rated(Integer.toString(digits), digits / 10 != 3 && digits % 10 != 3)));
    }

    private static void rated(String digits, boolean closes) {
        Community fresh = Community.inMemory();
        Talk resident = fresh.with(1);
        String number = resolved(fresh, resident).number().toString();

        resident.says(digits).hearsText(closes ? "rated" : "rated-rework", "number", number);

        ServiceRequest request = resident.request();
        assertThat(request.state()).isEqualTo(closes ? RequestState.CLOSED : RequestState.REWORK);
        Rating rating = new Rating(
                Rating.Solved.values()[digits.charAt(0) - '1'], Rating.Satisfaction.values()[digits.charAt(1) - '1']);
        assertThat(request.history()).anyMatch(event -> event.code().contains(rating.code()) || !closes);
    }

    @Test
    void ratingShouldBeReadInFullWidthDigitsToo() {
        resolved(community, talk);

        talk.says("１１").hears("已结案");
    }

    @Test
    void digitsThatRateNothingShouldChangeNothing() {
        resolved(community, talk);
        for (String digits : new String[] {"0", "1", "10", "14", "34", "41", "00", "111", "99"}) {
            talk.says(digits).hearsText("not-a-choice");
        }
        assertThat(talk.request().state()).isEqualTo(RequestState.FOLLOW_UP);
    }

    @Test
    void ratingBeforeTheFollowUpShouldChangeNothing() {
        report(talk);

        talk.says("11").hearsText("not-a-choice");

        assertThat(talk.request().state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void ratingAgainShouldChangeNothing() {
        resolved(community, talk);

        talk.says("11").says("33").hearsText("not-a-choice");

        assertThat(talk.request().state()).isEqualTo(RequestState.CLOSED);
    }

    @Test
    void eachRatingShouldBeForOneRequest() {
        resolved(community, talk);
        resolved(community, talk);

        talk.says("11").hears("HY20261121-0002").says("22").hears("HY20261121-0001");

        assertThat(talk.requests()).allMatch(request -> request.state() == RequestState.CLOSED);
    }

    @Test
    void ratingDaysLaterShouldStillCount() {
        resolved(community, talk);

        talk.later(Duration.ofDays(6)).says("21").hears("已结案");
    }

    @Test
    void ratingShouldNotBeMistakenForAChoice() {
        resolved(community, talk);

        talk.says("物业费").says("11").hearsText("no-such-choice", "count", "3");

        assertThat(talk.request().state()).isEqualTo(RequestState.FOLLOW_UP);
    }
}
