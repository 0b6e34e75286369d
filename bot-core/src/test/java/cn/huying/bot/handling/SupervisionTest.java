package cn.huying.bot.handling;

import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.NewRequest.Routing;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SupervisionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Unit GRID = new Unit(new GridId("g01"), "第一网格", Level.GRID, true);
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);

    private final TestClock clock = new TestClock(T0);
    private final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);
    private final Requests requests = new Requests(store, new InMemoryRequestNumbers(), lifeCycle, _ -> {}, clock);
    private final Supervision supervision =
            new Supervision(store, lifeCycle, new Superiors(DemoTree.TREE), _ -> {}, clock);

    @Test
    void requestNobodySignedShouldBeToldToItsGroupAndTheOneAboveOnce() {
        RequestId id = submitted(Tier.P3, GRID);
        pass(Duration.ofHours(12).minusMillis(1));
        assertThat(verbs(id)).doesNotContain(Verb.NUDGE);
        pass(Duration.ofMillis(1));
        assertThat(verbs(id)).contains(Verb.NUDGE).doesNotContain(Verb.SIGN_TIMEOUT);
        pass(Duration.ofHours(12));

        assertThat(verbs(id)).containsOnlyOnce(Verb.SIGN_TIMEOUT);
        assertThat(find(id).standing().light()).isEqualTo(Light.RED);
        assertThat(posts(id, "group.sign_timeout.routine")).containsExactlyInAnyOrder("g01", "xiangqing");
        assertThat(round()).as("nothing more to do now").isZero();
    }

    @Test
    void manyReplicasShouldDoItOnce() {
        RequestId id = submitted(Tier.P3, GRID);
        clock.pass(Duration.ofHours(25));
        Flux.range(0, 16)
                .flatMap(i -> supervision.round().subscribeOn(Schedulers.parallel()), 16)
                .blockLast(PATIENCE);
        assertThat(verbs(id)).containsOnlyOnce(Verb.NUDGE, Verb.SIGN_TIMEOUT);
    }

    @Test
    void requestThatWasHandledShouldNotBeTouched() {
        RequestId id = submitted(Tier.P3, GRID);
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, new Action.Contact("phone", true, "约好了"), HANDLER);
        pass(Duration.ofDays(2));
        assertThat(verbs(id)).doesNotContain(Verb.NUDGE, Verb.SIGN_TIMEOUT, Verb.TURN_YELLOW);
    }

    @Test
    void overdueRequestShouldClimbOneLevelAndNoFurther() {
        RequestId id = submitted(Tier.P3, GRID);
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        pass(Duration.ofDays(6));
        assertThat(find(id).standing().light()).isEqualTo(Light.YELLOW);
        pass(Duration.ofDays(1));
        assertThat(find(id).standing().light()).isEqualTo(Light.RED);
        assertThat(posts(id, "group.overdue.routine")).containsExactlyInAnyOrder("g01", "xiangqing");
        for (int day = 0; day < 30; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(verbs(id)).containsOnlyOnce(Verb.TURN_RED, Verb.LEAD_UP);
        assertThat(find(id).standing().level()).isEqualTo(Level.COMMUNITY);
        assertThat(find(id).standing().assignment().firstReceiver()).contains(GRID);
    }

    @Test
    void emergencyShouldClimbByTheQuarterHour() {
        RequestId id = submitted(Tier.P0, GRID);
        pass(Duration.ofMinutes(15));
        assertThat(verbs(id)).contains(Verb.NUDGE, Verb.SIGN_TIMEOUT).doesNotContain(Verb.TURN_YELLOW);
        assertThat(posts(id, "group.sign_timeout.emergency")).contains("g01");
        pass(Duration.ofMinutes(45));
        assertThat(verbs(id)).contains(Verb.TURN_RED).doesNotContain(Verb.LEAD_UP);
        pass(Duration.ofMinutes(60));
        assertThat(verbs(id)).contains(Verb.LEAD_UP);
    }

    @Test
    void solvedRequestShouldRemindOnceAndCloseAfterSevenDays() {
        RequestId id = solved();
        pass(Duration.ofDays(2));
        assertThat(verbs(id)).containsOnlyOnce(Verb.REMIND);
        pass(Duration.ofDays(5).minusMillis(1));
        assertThat(find(id).state()).isEqualTo(RequestState.FOLLOW_UP);
        pass(Duration.ofMillis(1));
        assertThat(find(id).state()).isEqualTo(RequestState.CLOSED);
        assertThat(find(id).standing().due().look())
                .as("nothing happens to it any more")
                .isEmpty();
        assertThat(verbs(id)).containsOnlyOnce(Verb.REMIND, Verb.NO_ANSWER_7D);
    }

    @Test
    void questionNobodyAnswersShouldRemindTwiceAndClose() {
        RequestId id = submitted(Tier.P3, GRID);
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, new Action.AskInfo("是哪一层？"), HANDLER);
        for (int day = 0; day < 5; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(find(id).count(Verb.REMIND)).isEqualTo(2);
        assertThat(find(id).state()).isEqualTo(RequestState.CLOSED);
        assertThat(find(id).lastMove().map(RequestEvent::verb)).contains(Verb.INFO_TIMEOUT);
    }

    @Test
    void whatNobodyStandsAboveShouldBeAskedAgainLaterWithoutHoldingUpOthers() {
        Unit unknown = new Unit(new GridId("nowhere"), "外单位", Level.GRID, false);
        RequestId id = submitted(Tier.P3, unknown);
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        pass(Duration.ofDays(30));
        pass(Duration.ZERO);
        assertThat(verbs(id)).doesNotContain(Verb.TURN_RED, Verb.LEAD_UP);
        assertThat(find(id).standing().due().look()).contains(clock.instant().plus(Duration.ofHours(1)));
        assertThat(store.toLookAt(clock.instant(), 10).collectList().block(PATIENCE))
                .isEmpty();
    }

    private RequestId solved() {
        RequestId id = submitted(Tier.P3, GRID);
        act(id, new Action.Plain(Verb.SIGN), UNIT);
        act(id, new Action.Contact("phone", true, "约好了"), HANDLER);
        act(id, new Action.Resolve("fixed", "灯换好了", "现场看过", Set.of()), HANDLER);
        assertThat(find(id).state()).isEqualTo(RequestState.FOLLOW_UP);
        return id;
    }

    private RequestId submitted(Tier tier, Unit unit) {
        RequestId id = Sample.id(1, 1);
        Submission said = Sample.submission(1, tier, false);
        NewRequest wanted = new NewRequest(
                id, said.requester(), said.matter(), said.place(), said.text(), new Routing.ToUnit(unit), said.at());
        assertThat(requests.submit(wanted).block(PATIENCE)).isInstanceOf(Next.Moved.class);
        return id;
    }

    private void act(RequestId id, Action action, Actor actor) {
        assertThat(requests.act(id, action, actor).block(PATIENCE)).isInstanceOf(Next.Moved.class);
    }

    private void pass(Duration time) {
        clock.pass(time);
        round();
    }

    private long round() {
        return Objects.requireNonNull(supervision.round().block(PATIENCE));
    }

    private ServiceRequest find(RequestId id) {
        return Objects.requireNonNull(store.find(id).block(PATIENCE));
    }

    private List<Verb> verbs(RequestId id) {
        return find(id).history().stream().map(RequestEvent::verb).toList();
    }

    private List<String> posts(RequestId id, String template) {
        return find(id).outbox().stream()
                .map(OutboxEntry::target)
                .flatMap(target -> target instanceof Target.GroupPost post
                                && post.template().equals(template)
                        ? Stream.of(post.grid().value())
                        : Stream.empty())
                .toList();
    }
}
