package cn.huying.api.simulator.phone;

import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.PhoneEntry.Kind;
import cn.huying.api.simulator.feed.PhoneEntry.Source;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.platform.FakeFollowers;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.Townspeople;
import cn.huying.api.simulator.wire.Callback;
import cn.huying.api.simulator.wire.MessageXml;
import cn.huying.api.simulator.wire.ResidentAction;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** The residents with their phones: what they do goes to the bot as WeChat would send it, and what comes back is shown. */
public final class SimulatedResidents {
    private static final String FAULT = "该公众号提供的服务出现故障，请稍后再试";
    private static final long IDS_PER_MILLI = 10_000;

    private final Townspeople people;
    private final FakeFollowers followers;
    private final Callback callback;
    private final MessageXml messages;
    private final Timelines timelines;
    private final Clock clock;
    private final Clerk clerk;
    private final Map<String, String> lastMessages = new HashMap<>();
    private final AtomicLong msgIds;

    public SimulatedResidents(
            Townspeople people,
            FakeFollowers followers,
            Callback callback,
            MessageXml messages,
            Timelines timelines,
            Clock clock,
            Clerk clerk) {
        this.people = people;
        this.followers = followers;
        this.callback = callback;
        this.messages = messages;
        this.timelines = timelines;
        this.clock = clock;
        this.clerk = clerk;
        // Begins above everything an earlier run handed out: the bot remembers message ids over restarts.
        this.msgIds = new AtomicLong(clock.millis() * IDS_PER_MILLI);
    }

    /** Does it, and gives what appeared on the phone in answer; empty for one who is not among the residents. */
    public Mono<List<PhoneEntry>> act(String openId, ResidentAction action) {
        return Mono.defer(() -> {
                    if (people.find(openId).isEmpty()) {
                        return Mono.empty();
                    }
                    timelines.watch(openId);
                    boolean follower = followers.following(openId);
                    return follower || begins(action) ? send(openId, action, follower) : refused(openId);
                })
                .subscribeOn(clerk.desk());
    }

    private static boolean begins(ResidentAction action) {
        return action instanceof ResidentAction.Follow || action instanceof ResidentAction.Scan;
    }

    private Mono<List<PhoneEntry>> refused(String openId) {
        return Mono.just(List.of(timelines.notice(openId, "还没有关注公众号，消息发不出去")));
    }

    private Mono<List<PhoneEntry>> send(String openId, ResidentAction action, boolean follower) {
        show(openId, action, follower);
        Optional<String> message = messages.of(
                        openId, clock.instant(), String.valueOf(msgIds.incrementAndGet()), action, follower)
                .or(() -> Optional.ofNullable(lastMessages.get(openId)));
        if (message.isEmpty()) {
            return Mono.just(List.of(timelines.notice(openId, "还没有可以重发的消息")));
        }
        lastMessages.put(openId, message.get());
        return Mono.fromRunnable(() -> timelines.busy(openId, true))
                .then(callback.deliver(openId, message.get()))
                .publishOn(clerk.desk())
                .map(outcome ->
                        action instanceof ResidentAction.Unfollow ? List.<PhoneEntry>of() : answer(openId, outcome))
                .doOnTerminate(() -> timelines.busy(openId, false));
    }

    private List<PhoneEntry> answer(String openId, Callback.Outcome outcome) {
        return switch (outcome) {
            case Callback.Outcome.Replied replied ->
                List.of(timelines.add(openId, Source.REPLY, Kind.TEXT, replied.words(), ""));
            case Callback.Outcome.Silent _ -> List.of();
            case Callback.Outcome.Faulty _ -> List.of(timelines.notice(openId, FAULT));
        };
    }

    private void show(String openId, ResidentAction action, boolean follower) {
        switch (action) {
            case ResidentAction.Say say -> wrote(openId, Kind.TEXT, say.text(), "");
            case ResidentAction.Locate place ->
                wrote(openId, Kind.LOCATION, place.label(), place.latitude() + ", " + place.longitude());
            case ResidentAction.Show picture -> wrote(openId, Kind.PICTURE, picture.title(), "");
            case ResidentAction.Speak voice -> wrote(openId, Kind.VOICE, voice.recognition(), voice.seconds() + "″");
            case ResidentAction.Scan scan -> {
                timelines.notice(openId, "扫描了楼门码 " + scan.scene());
                follow(openId, follower);
            }
            case ResidentAction.Follow _ -> follow(openId, follower);
            case ResidentAction.Unfollow _ -> unfollow(openId);
            case ResidentAction.Click click -> {
                timelines.notice(openId, "点了菜单“" + click.key() + "”");
                followers.touched(openId);
            }
            case ResidentAction.Again _ -> timelines.notice(openId, "平台把上一条消息又推送了一次");
        }
    }

    private void wrote(String openId, Kind kind, String text, String detail) {
        followers.wrote(openId);
        timelines.add(openId, Source.RESIDENT, kind, text, detail);
    }

    private void follow(String openId, boolean follower) {
        followers.follow(openId);
        if (!follower) {
            timelines.notice(openId, "已关注公众号");
            timelines.followed(openId, true);
        }
    }

    private void unfollow(String openId) {
        followers.unfollow(openId);
        timelines.notice(openId, "已取消关注");
        timelines.followed(openId, false);
    }
}
