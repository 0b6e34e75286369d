package cn.huying.bot.handling;

import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Courier;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.handling.NewRequest.Routing;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.Guard;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.handling.lifecycle.Scene;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

final class RequestsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);
    private static final Actor RESIDENT = Actor.resident(Sample.resident(1));

    private final TestClock clock = new TestClock(T0);
    private final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    private final RequestOutbox outbox = new RequestOutbox(store);
    private final RecordingChannels channels = new RecordingChannels();
    private final InMemoryQuotaLedger quotas = new InMemoryQuotaLedger(clock);
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final OutboxDispatcher dispatcher = new OutboxDispatcher(
            List.of(outbox), new Courier(channels, channels, channels, quotas, channels), clock, time);
    private final Requests requests = new Requests(
            store,
            new InMemoryRequestNumbers(),
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5),
            dispatcher.hints(outbox),
            clock);

    @BeforeEach
    void start() {
        dispatcher.start();
    }

    @AfterEach
    void stop() {
        dispatcher.stop().block(Duration.ofSeconds(5));
        time.dispose();
    }

    @Test
    void submissionShouldBeNumberedDispatchedAndAnnounced() {
        ServiceRequest request = submit(1, new Routing.ToUnit(GRID));
        assertThat(request.number()).isEqualTo(new RequestNumber(Sample.DAY, 1));
        assertThat(request.state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(channels.posts).hasSize(1);
        assertThat(channels.messages).isEmpty();
        assertThat(stored(request.id()).outbox()).isEmpty();
    }

    @Test
    void submissionHandledAgainShouldGiveTheSameRequestAndAnnounceNothing() {
        ServiceRequest first = submit(1, new Routing.ToUnit(GRID));
        act(first.id(), new Action.Plain(Verb.SIGN), UNIT);
        ServiceRequest again = submit(1, new Routing.ToUnit(GRID));
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.state()).isEqualTo(RequestState.SIGNED);
        assertThat(channels.posts).hasSize(1);
        assertThat(submit(2, new Routing.ToUnit(GRID)).number().ordinal()).isEqualTo(2);
    }

    @Test
    void concurrentHandlingsOfOneMessageShouldMakeOneRequest() {
        Set<Object> numbers = Set.copyOf(Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(
                        i -> requests.submit(wanted(1, new Routing.ToUnit(GRID), 0.9))
                                .subscribeOn(Schedulers.parallel()),
                        16)
                .map(next -> (Object) ((Moved) next).request().number())
                .collectList()
                .block(Duration.ofSeconds(20))));
        assertThat(numbers).hasSize(1);
    }

    @Test
    void unsureClassificationShouldGoToAHuman() {
        Next next = requests.submit(wanted(1, new Routing.ToUnit(GRID), 0.3)).block();
        ServiceRequest request = ((Moved) Objects.requireNonNull(next)).request();
        assertThat(request.state()).isEqualTo(RequestState.TRIAGE);
        assertThat(request.history().getLast().code()).isEqualTo(Requests.LOW_CONFIDENCE);
        assertThat(channels.posts).isEmpty();
    }

    @Test
    void severalRulesShouldGoToAHuman() {
        ServiceRequest request = submit(1, new Routing.ToTriage("several_rules"));
        assertThat(request.state()).isEqualTo(RequestState.TRIAGE);
        assertThat(request.history().getLast().code()).isEqualTo("several_rules");
    }

    @Test
    void requestWithoutPlaceShouldBeRefused() {
        NewRequest nowhere = new NewRequest(
                Sample.id(1, 1),
                requester(),
                Sample.matter(Tier.P3, false),
                Submission.Place.unknown(),
                "灯坏了",
                new Routing.ToUnit(GRID),
                T0);
        assertThat(requests.submit(nowhere).block()).isEqualTo(new Refused(new Refusal.Unmet(Guard.PLACE_AND_MATTER)));
    }

    @Test
    void numberOfALateMessageShouldBeOfTheDayInTheInstallationsZone() {
        clock.pass(Duration.ofDays(1));
        NewRequest night = new NewRequest(
                Sample.id(1, 9),
                requester(),
                Sample.matter(Tier.P3, false),
                Sample.place(),
                "灯坏了",
                new Routing.ToUnit(GRID),
                T0.plus(Duration.ofHours(15)));
        Next next = requests.submit(night).block();
        assertThat(((Moved) Objects.requireNonNull(next)).request().number().day())
                .isEqualTo(Sample.DAY.plusDays(1));
    }

    @Test
    void residentShouldHearOfEveryStepOfTheWay() {
        wrote();
        RequestId id = submit(1, new Routing.ToUnit(GRID)).id();
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, Scene.action(Verb.CONTACT), HANDLER);
        ServiceRequest asked = act(id, Scene.action(Verb.RESOLVE), HANDLER);
        assertThat(asked.state()).isEqualTo(RequestState.FOLLOW_UP);
        assertThat(channels.messages)
                .extracting(words -> words.substring(0, words.indexOf('{')))
                .containsExactly("notice.signed", "notice.contacted", "notice.resolved");
        ServiceRequest closed = act(id, Scene.action(Verb.SATISFIED), RESIDENT);
        assertThat(closed.state()).isEqualTo(RequestState.CLOSED);
        assertThat(channels.messages).hasSize(3);
    }

    @Test
    void sensitiveRequestShouldBeReviewedBeforeTheResidentIsAsked() {
        RequestId id = submit(wanted(1, new Routing.ToUnit(GRID), Sample.matter(Tier.P3, true)))
                .id();
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, Scene.action(Verb.CONTACT), HANDLER);
        assertThat(act(id, Scene.action(Verb.RESOLVE), HANDLER).state()).isEqualTo(RequestState.REVIEW);
        assertThat(channels.posts).isEmpty();
    }

    @Test
    void residentWithoutAllowanceShouldSeeWhatWasMissedWhenAsking() {
        RequestId id = submit(1, new Routing.ToUnit(GRID)).id();
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        assertThat(channels.messages).isEmpty();
        List<Progress> progress =
                Objects.requireNonNull(requests.progress(Sample.resident(1)).block());
        assertThat(progress).hasSize(1);
        assertThat(progress.getFirst().missed())
                .extracting(notice -> notice.template())
                .containsExactly("notice.signed");
        assertThat(outbox.listed(10).collectList().block()).hasSize(1);
    }

    @Test
    void progressShouldShowTheNewestFirst() {
        submit(1, new Routing.ToUnit(GRID));
        submit(2, new Routing.ToTriage("no_rule"));
        List<Progress> progress =
                Objects.requireNonNull(requests.progress(Sample.resident(1)).block());
        assertThat(progress).extracting(Progress::state).containsExactly(RequestState.TRIAGE, RequestState.DISPATCHED);
        assertThat(progress.getFirst().category()).isEqualTo("路灯不亮");
        assertThat(progress.getFirst().place()).isEqualTo("幸福里3栋");
    }

    @Test
    void deedByTheSameMessageShouldCountOnce() {
        RequestId id = submit(1, new Routing.ToUnit(GRID)).id();
        Actor byMessage = RESIDENT.via(InboxId.ofMessage(Sample.sender(1), "77"));
        act(id, new Action.Plain(Verb.URGE), byMessage);
        ServiceRequest again = act(id, new Action.Plain(Verb.URGE), byMessage);
        assertThat(again.history()).extracting(RequestEvent::verb).containsOnlyOnce(Verb.URGE);
        assertThat(requests.act(id, new Action.Plain(Verb.URGE), RESIDENT).block())
                .isEqualTo(new Refused(new Refusal.Unmet(Guard.ONE_URGE_A_DAY)));
    }

    @Test
    void unknownRequestShouldBeRefused() {
        assertThat(requests.act(Sample.id(9, 9), new Action.Plain(Verb.SIGN), UNIT)
                        .block())
                .isEqualTo(new Refused(new Refusal.NoSuchRequest()));
    }

    @Test
    void requestShouldBeFoundByItsNumber() {
        ServiceRequest request = submit(1, new Routing.ToUnit(GRID));
        assertThat(requests.find(request.number()).block()).isEqualTo(stored(request.id()));
    }

    @Test
    void twoHandlersShouldNotBothSign() {
        RequestId id = submit(1, new Routing.ToUnit(GRID)).id();
        List<Next> outcomes = new ArrayList<>(Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(
                        i -> requests.act(id, new Action.Plain(Verb.SIGN), UNIT).subscribeOn(Schedulers.parallel()), 8)
                .collectList()
                .block(Duration.ofSeconds(20))));
        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(1);
    }

    private void wrote() {
        quotas.opened(Sample.sender(1), T0, Opening.WROTE).block();
    }

    private ServiceRequest submit(int message, Routing routing) {
        return submit(wanted(message, routing, 0.9));
    }

    private ServiceRequest submit(NewRequest wanted) {
        Next next = Objects.requireNonNull(requests.submit(wanted).block());
        assertThat(next).isInstanceOf(Moved.class);
        return ((Moved) next).request();
    }

    private ServiceRequest act(RequestId id, Action action, Actor actor) {
        clock.pass(Duration.ofMinutes(1));
        Next next = Objects.requireNonNull(requests.act(id, action, actor).block());
        assertThat(next).isInstanceOf(Moved.class);
        return ((Moved) next).request();
    }

    private ServiceRequest stored(RequestId id) {
        return Objects.requireNonNull(requests.find(id).block());
    }

    private static NewRequest wanted(int message, Routing routing, double confidence) {
        Submission.Matter m = Sample.matter(Tier.P3, false);
        return wanted(
                message,
                routing,
                new Submission.Matter(m.category(), m.name(), m.tier(), m.level(), m.nature(), confidence, false));
    }

    private static NewRequest wanted(int message, Routing routing, Submission.Matter matter) {
        return new NewRequest(
                Sample.id(1, message),
                requester(),
                matter,
                Sample.place(),
                Sample.WORDS,
                routing,
                T0.plusSeconds(message));
    }

    private static Submission.Requester requester() {
        return new Submission.Requester(Sample.resident(1), Sample.sender(1));
    }
}
