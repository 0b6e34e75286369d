package cn.huying.api.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.PlainSide;
import cn.huying.api.simulator.StubCallback;
import cn.huying.api.simulator.StubCallback.Behaviour;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.PhoneEntry.Source;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.platform.Answer;
import cn.huying.api.simulator.platform.FakeFollowers;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoResident;
import cn.huying.api.simulator.town.Townspeople;
import cn.huying.api.simulator.wire.Callback;
import cn.huying.api.simulator.wire.MessageXml;
import cn.huying.api.simulator.wire.ResidentAction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedResidentsTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String FAULT = "该公众号提供的服务出现故障，请稍后再试";

    private final HandClock clock = new HandClock();
    private final Feed feed = new Feed(clock);
    private final Timelines timelines = new Timelines(feed, clock, Notebook.none());
    private final Journal journal = new Journal(feed, clock);
    private final FakeFollowers followers = new FakeFollowers(DemoResident.all(), clock, Notebook.none());
    private final Clerk clerk = new Clerk();
    private @Nullable StubCallback bot;

    @AfterEach
    void stop() {
        clerk.close();
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    void messageIsDeliveredAndTheReplyShown() {
        var residents = against(_ -> says("您好"));
        List<PhoneEntry> answer = act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"));
        assertThat(answer)
                .singleElement()
                .matches(entry -> entry.source() == Source.REPLY && entry.text().equals("您好"));
        assertThat(timelines.of(Demo.RESIDENT)).extracting(PhoneEntry::text).containsExactly("你好", "您好");
        assertThat(PlainSide.field(heard(0), "Content")).isEqualTo("你好");
        assertThat(PlainSide.field(heard(0), "FromUserName")).isEqualTo(Demo.RESIDENT);
        assertThat(PlainSide.field(heard(0), "ToUserName")).isEqualTo(Demo.ACCOUNT.originalId());
    }

    @Test
    void unansweredMessageIsSentThreeTimesWithTheSameId() {
        var residents = against(_ -> new Behaviour.Hangs(), SHORT);
        List<PhoneEntry> answer = act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"));
        assertThat(answer).singleElement().extracting(PhoneEntry::text).isEqualTo(FAULT);
        assertThat(received()).isNotEmpty();
        assertThat(received().stream().map(xml -> PlainSide.field(xml, "MsgId")).distinct())
                .hasSize(1);
        assertThat(journal.last(10)).hasSize(3).allMatch(call -> call.code() == 0 && !call.fine());
    }

    @Test
    void errorStatusIsTriedAgain() {
        var residents = against(number -> number < 3 ? new Behaviour.Says(500, "") : says("第三次"));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("你好")))
                .singleElement()
                .extracting(PhoneEntry::text)
                .isEqualTo("第三次");
        assertThat(received()).hasSize(3);
    }

    @Test
    void nobodyListeningIsAFault() {
        var residents = against(_ -> says("您好"));
        Objects.requireNonNull(bot).close();
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("你好")))
                .singleElement()
                .extracting(PhoneEntry::text)
                .isEqualTo(FAULT);
    }

    @Test
    void successAndEmptyBodyShowNothing() {
        var residents = against(number -> new Behaviour.Says(200, number == 1 ? "success" : ""));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"))).isEmpty();
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("在吗"))).isEmpty();
        assertThat(received()).hasSize(2);
    }

    @Test
    void unsignedReplyShowsTheFaultNoteWithoutARetry() {
        var residents = against(_ -> new Behaviour.Says(200, "{\"ok\":true}"));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("你好")))
                .singleElement()
                .extracting(PhoneEntry::text)
                .isEqualTo(FAULT);
        assertThat(received()).hasSize(1);
    }

    @Test
    void replyToSomebodyElseIsAFault() {
        var residents = against(_ -> new Behaviour.Says(200, PlainSide.reply(Demo.STRANGER, "串了")));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Say("你好")))
                .singleElement()
                .extracting(PhoneEntry::source)
                .isEqualTo(Source.NOTICE);
    }

    @Test
    void againSendsTheSameMessageOnceMore() {
        var residents = against(_ -> says("您好"));
        act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"));
        clock.forward(Duration.ofSeconds(20));
        act(residents, Demo.RESIDENT, new ResidentAction.Again());
        assertThat(received()).hasSize(2);
        assertThat(heard(1)).isEqualTo(heard(0));
    }

    @Test
    void againWithoutAMessageSendsNothing() {
        var residents = against(_ -> says("您好"));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Again())).hasSize(1);
        assertThat(received()).isEmpty();
    }

    @Test
    void everyMessageHasAnIdOfItsOwn() {
        var residents = against(_ -> says("您好"));
        act(residents, Demo.RESIDENT, new ResidentAction.Say("一"));
        act(residents, Demo.RESIDENT, new ResidentAction.Say("二"));
        assertThat(PlainSide.field(heard(1), "MsgId")).isNotEqualTo(PlainSide.field(heard(0), "MsgId"));
    }

    @Test
    void strangerCannotWriteBeforeFollowing() {
        var residents = against(_ -> says("欢迎"));
        assertThat(act(residents, Demo.STRANGER, new ResidentAction.Say("你好")))
                .singleElement()
                .extracting(PhoneEntry::source)
                .isEqualTo(Source.NOTICE);
        assertThat(received()).isEmpty();
    }

    @Test
    void strangerWhoScansFollowsWithTheScene() {
        var residents = against(_ -> says("欢迎"));
        act(residents, Demo.STRANGER, new ResidentAction.Scan("building:xingfuli-3"));
        assertThat(PlainSide.field(heard(0), "Event")).isEqualTo("subscribe");
        assertThat(PlainSide.field(heard(0), "EventKey")).isEqualTo("qrscene_building:xingfuli-3");
        assertThat(followers.following(Demo.STRANGER)).isTrue();
    }

    @Test
    void followerWhoScansSendsAScan() {
        var residents = against(_ -> says("已绑定"));
        act(residents, Demo.RESIDENT, new ResidentAction.Scan("building:xingfuli-3"));
        assertThat(PlainSide.field(heard(0), "Event")).isEqualTo("SCAN");
        assertThat(PlainSide.field(heard(0), "EventKey")).isEqualTo("building:xingfuli-3");
    }

    @Test
    void replyToUnfollowingIsNotShown() {
        var residents = against(_ -> says("再见"));
        assertThat(act(residents, Demo.RESIDENT, new ResidentAction.Unfollow())).isEmpty();
        assertThat(followers.following(Demo.RESIDENT)).isFalse();
        assertThat(PlainSide.field(heard(0), "Event")).isEqualTo("unsubscribe");
    }

    @Test
    void writingOpensTheWindowForPushes() {
        var residents = against(_ -> new Behaviour.Says(200, "success"));
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(45015);
        act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"));
        assertThat(followers.take(Demo.RESIDENT)).isEqualTo(Answer.OK);
    }

    @Test
    void unknownResidentDoesNothing() {
        var residents = against(_ -> says("您好"));
        assertThat(residents
                        .act("oNobody0000000000000000", new ResidentAction.Say("你好"))
                        .blockOptional(LONG))
                .isEmpty();
    }

    @Test
    void typingEndsHoweverItWent() {
        var residents = against(_ -> new Behaviour.Says(500, ""));
        long before = feed.last();
        act(residents, Demo.RESIDENT, new ResidentAction.Say("你好"));
        List<SimulatorEvent> typing = feed.after(before)
                .map(Feed.Numbered::event)
                .filter(SimulatorEvent.Typing.class::isInstance)
                .take(2)
                .collectList()
                .blockOptional(LONG)
                .orElseThrow();
        assertThat(typing)
                .containsExactly(
                        new SimulatorEvent.Typing(Demo.RESIDENT, true),
                        new SimulatorEvent.Typing(Demo.RESIDENT, false));
    }

    private SimulatedResidents against(IntFunction<Behaviour> behaviour) {
        return against(behaviour, LONG);
    }

    private SimulatedResidents against(IntFunction<Behaviour> behaviour, Duration patience) {
        var stub = new StubCallback(behaviour);
        bot = stub;
        var callback = new Callback(Demo.ACCOUNT, new PlainSide(), stub::address, journal, patience, clerk);
        return new SimulatedResidents(
                new Townspeople(DemoResident.all(), List.of()),
                followers,
                callback,
                new MessageXml(Demo.ACCOUNT),
                timelines,
                clock,
                clerk);
    }

    private static Behaviour says(String words) {
        return new Behaviour.Says(
                200,
                words.equals("欢迎") || words.equals("再见")
                        ? PlainSide.reply(Demo.STRANGER, words)
                        : PlainSide.reply(Demo.RESIDENT, words));
    }

    private static List<PhoneEntry> act(SimulatedResidents residents, String openId, ResidentAction action) {
        return residents.act(openId, action).blockOptional(LONG).orElseThrow();
    }

    private List<String> received() {
        return Objects.requireNonNull(bot).received;
    }

    private String heard(int index) {
        return received().get(index);
    }
}
