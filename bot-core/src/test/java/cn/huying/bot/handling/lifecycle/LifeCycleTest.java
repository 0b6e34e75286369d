package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.OTHER_GRID;
import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.request.action.Rating.Satisfaction;
import cn.huying.bot.request.action.Rating.Solved;
import cn.huying.bot.taxonomy.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifeCycleTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor RESIDENT = Actor.resident(Sample.resident(1));
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);

    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);

    @Test
    void requestShouldGoFromSubmissionToClosing() {
        ServiceRequest closed = closed();
        assertThat(closed.state()).isEqualTo(RequestState.CLOSED);
        assertThat(closed.history())
                .extracting(RequestEvent::verb)
                .containsExactly(
                        Verb.SUBMIT,
                        Verb.AUTO_DISPATCH,
                        Verb.SIGN,
                        Verb.CONTACT,
                        Verb.RESOLVE,
                        Verb.SURVEY,
                        Verb.SATISFIED);
        assertThat(closed.history().getLast().code()).isEqualTo("yes,satisfied");
        assertThat(closed.firstContactAt()).contains(T0.plus(Duration.ofHours(3)));
    }

    @Test
    void everyEventShouldFollowOnTheOneBefore() {
        List<RequestEvent> history = closed().history();
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).from()).isEqualTo(history.get(i - 1).to());
        }
    }

    @Test
    void refusalShouldLeaveTheRequestAlone() {
        ServiceRequest signed = Sample.in(RequestState.SIGNED);
        assertThat(lifeCycle.apply(signed, new Action.Plain(Verb.SIGN), UNIT, T0))
                .isInstanceOf(Next.Refused.class);
        assertThat(signed).isEqualTo(Sample.in(RequestState.SIGNED));
    }

    @Test
    void clockShouldStandStillWhileTheResidentIsAsked() {
        ServiceRequest asked = step(Sample.in(RequestState.SIGNED), new Action.AskInfo("哪一盏？"), HANDLER, hours(10));
        ServiceRequest answered = step(asked, new Action.Answer("楼梯口"), RESIDENT, hours(34));
        assertThat(asked.standing().due().stoppedAt()).contains(T0.plus(hours(10)));
        assertThat(answered.state()).isEqualTo(RequestState.SIGNED);
        assertThat(answered.standing().due().stoppedAt()).isEmpty();
        assertThat(answered.standing().due().resolve())
                .isEqualTo(Sample.due().resolve().plus(hours(24)));
    }

    @Test
    void clockShouldRunWhileUnitsReturnARequest() {
        ServiceRequest returned = step(Sample.in(RequestState.DISPATCHED), new Action.Return("市政的"), UNIT, hours(1));
        ServiceRequest redirected = step(
                returned,
                new Action.Redirect(OTHER_GRID),
                Actor.staff(Role.ADJUDICATOR, "a", Level.COMMUNITY),
                hours(2));
        assertThat(redirected.standing().due().lookedAt(Optional.empty())).isEqualTo(Sample.due());
        assertThat(redirected.standing().assignment().lead()).contains(OTHER_GRID);
        assertThat(redirected.standing().assignment().firstReceiver()).contains(GRID);
    }

    @Test
    void reworkShouldHaveTheRemainingTimeIfThatIsMore() {
        ServiceRequest rework = reworked(hours(24));
        assertThat(rework.standing().due().resolve()).isEqualTo(T0.plus(hours(24 * 8)));
    }

    @Test
    void reworkShouldHaveHalfOfTheTiersLimitAtLeast() {
        ServiceRequest rework = reworked(hours(24 * 6));
        assertThat(rework.standing().due().resolve())
                .isEqualTo(T0.plus(hours(24 * 7)).plus(hours(84)));
        assertThat(rework.standing().light()).isEqualTo(Light.GREEN);
    }

    @Test
    void secondReworkShouldRaiseTheLevel() {
        RequestEvent first = Sample.event(T0, RESIDENT, Verb.UNSOLVED, RequestState.FOLLOW_UP, RequestState.REWORK, "");
        Action unsolved = Scene.action(Verb.UNSOLVED);
        ServiceRequest again = Sample.having(Sample.in(RequestState.FOLLOW_UP), first);
        assertThat(step(Sample.in(RequestState.FOLLOW_UP), unsolved, RESIDENT, hours(1))
                        .standing()
                        .level())
                .isEqualTo(Level.GRID);
        assertThat(step(again, unsolved, RESIDENT, hours(1)).standing().level()).isEqualTo(Level.COMMUNITY);
    }

    @Test
    void extensionShouldMoveTheLimitAndTurnTheLightGreen() {
        ServiceRequest red = Sample.standing(
                Sample.in(RequestState.SIGNED),
                Sample.in(RequestState.SIGNED).standing().showing(Light.YELLOW));
        Actor superior = Actor.staff(Role.SUPERIOR, "s", Level.COMMUNITY);
        ServiceRequest extended = step(red, Scene.action(Verb.EXTEND), superior, hours(24 * 6));
        assertThat(extended.standing().due().resolve()).isEqualTo(T0.plus(hours(24 * 10)));
        assertThat(extended.standing().light()).isEqualTo(Light.GREEN);
    }

    @Test
    void standInShouldBeAddedAndTheLightTurnRed() {
        ServiceRequest late =
                step(Sample.in(RequestState.DISPATCHED), new Action.SignTimeout(OTHER_GRID), Actor.system(), hours(24));
        assertThat(late.standing().light()).isEqualTo(Light.RED);
        assertThat(late.standing().assignment().helpers()).containsExactly(OTHER_GRID);
        assertThat(late.standing().assignment().lead()).contains(GRID);
    }

    @Test
    void leadingUpShouldKeepTheFirstReceiver() {
        ServiceRequest up =
                step(Sample.in(RequestState.SIGNED), Scene.action(Verb.LEAD_UP), Actor.system(), hours(24 * 8));
        assertThat(up.standing().assignment().lead()).contains(Sample.SUBDISTRICT);
        assertThat(up.standing().assignment().firstReceiver()).contains(GRID);
        assertThat(up.standing().level()).isEqualTo(Level.SUBDISTRICT);
    }

    @Test
    void wokenRequestShouldGoOnWhereItWasAsked() {
        ServiceRequest asked = step(Sample.in(RequestState.IN_PROGRESS), new Action.AskInfo("哪？"), HANDLER, hours(1));
        ServiceRequest silent = step(asked, new Action.Plain(Verb.INFO_TIMEOUT), Actor.system(), hours(121));
        ServiceRequest woken = step(silent, new Action.Wake("来了"), RESIDENT, hours(200));
        assertThat(silent.state()).isEqualTo(RequestState.CLOSED);
        assertThat(woken.state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(woken.standing().due().resolve())
                .isEqualTo(Sample.due().resolve().plus(hours(199)));
    }

    @Test
    void foundPlaceShouldMoveAnUnsignedRequestToItsUnit() {
        ServiceRequest moved = step(
                Sample.in(RequestState.DISPATCHED),
                new Action.Locate(Sample.place(), Optional.of(OTHER_GRID)),
                RESIDENT,
                hours(1));
        assertThat(moved.state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(moved.standing().assignment().lead()).contains(OTHER_GRID);
        assertThat(moved.outbox()).hasSize(1);
    }

    private ServiceRequest closed() {
        ServiceRequest submitted = step(Sample.draft(1, 42), new Action.Submit(true), RESIDENT, hours(0));
        ServiceRequest sent = step(submitted, new Action.AutoDispatch(GRID), Actor.system(), hours(0));
        ServiceRequest signed = step(sent, new Action.Plain(Verb.SIGN), UNIT, hours(1));
        ServiceRequest begun = step(signed, Scene.action(Verb.CONTACT), HANDLER, hours(3));
        ServiceRequest done = step(begun, Scene.action(Verb.RESOLVE), HANDLER, hours(30));
        ServiceRequest asked = step(done, new Action.Plain(Verb.SURVEY), Actor.system(), hours(30));
        return step(asked, new Action.Satisfied(Scene.GOOD), RESIDENT, hours(40));
    }

    /** Resolved so long after it was submitted, found unsolved a day later. */
    private ServiceRequest reworked(Duration resolvedAfter) {
        ServiceRequest done =
                step(Sample.in(RequestState.IN_PROGRESS), Scene.action(Verb.RESOLVE), HANDLER, resolvedAfter);
        ServiceRequest asked = step(done, new Action.Plain(Verb.SURVEY), Actor.system(), resolvedAfter);
        Action unsolved = new Action.Dissatisfied(new Rating(Solved.NO, Satisfaction.NOT), "not_done", "没修");
        return step(asked, unsolved, RESIDENT, resolvedAfter.plusDays(1));
    }

    private ServiceRequest step(ServiceRequest request, Action action, Actor actor, Duration later) {
        Instant at = T0.plus(later);
        Next next = lifeCycle.apply(request, action, actor, at);
        assertThat(next).isInstanceOf(Moved.class);
        return ((Moved) next).request();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
