package cn.huying.bot.handling;

import static cn.huying.bot.request.RequestState.*;
import static cn.huying.bot.request.Sample.COMMUNITY;
import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.OTHER_GRID;
import static cn.huying.bot.request.Sample.T0;
import static cn.huying.bot.request.Sample.event;
import static cn.huying.bot.request.Sample.having;
import static cn.huying.bot.request.Sample.in;
import static cn.huying.bot.request.Sample.standing;
import static cn.huying.bot.request.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.handling.Next.Moved;
import cn.huying.bot.handling.Next.Refusal;
import cn.huying.bot.handling.Next.Refused;
import cn.huying.bot.request.Action;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.Deferral;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.Rating;
import cn.huying.bot.request.Rating.Satisfaction;
import cn.huying.bot.request.Rating.Solved;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each condition just not met, and the nearest case in which it is. */
final class GuardTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration SOON = Duration.ofHours(2);

    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);

    /** @param refused attempts the guard stops; @param granted attempts it lets pass, may be empty where the table test has one */
    private record Example(Guard guard, List<Attempt> refused, List<Attempt> granted) {}

    private record Attempt(ServiceRequest request, Action action, Actor actor, Instant at) {}

    @TestFactory
    Stream<DynamicTest> guardShouldRefuseByNameAndLetTheNearestCasePass() {
        return examples()
                .map(example -> DynamicTest.dynamicTest(example.guard().name(), () -> {
                    for (Attempt attempt : example.refused()) {
                        assertThat(apply(attempt)).isEqualTo(new Refused(new Refusal.Unmet(example.guard())));
                    }
                    for (Attempt attempt : example.granted()) {
                        assertThat(apply(attempt)).isInstanceOf(Moved.class);
                    }
                }));
    }

    @Test
    void everyGuardShouldHaveAnExample() {
        assertThat(examples().map(Example::guard)).containsExactlyInAnyOrder(Guard.values());
    }

    private Next apply(Attempt attempt) {
        return lifeCycle.apply(attempt.request(), attempt.action(), attempt.actor(), attempt.at());
    }

    private static Stream<Example> examples() {
        return Stream.of(intake(), returning(), working(), deferring(), following(), ladder())
                .flatMap(all -> all);
    }

    private static Stream<Example> intake() {
        ServiceRequest draft = Sample.draft(1, 1);
        ServiceRequest nowhere = placed(draft, Submission.Place.unknown());
        ServiceRequest emergency = placed(in(DRAFT, Tier.P0, false), Submission.Place.unknown());
        ServiceRequest asked = with(in(SIGNED), asked(1), answered(2), asked(3), answered(4));
        ServiceRequest appealed = with(in(TRIAGE), declined(), by(resident(), Verb.APPEAL, DECLINED, TRIAGE));
        Actor decliner = staff(Role.DISPATCHER);
        Actor another = Actor.staff(Role.DISPATCHER, "another", Level.COMMUNITY);
        return Stream.of(
                example(
                        Guard.PLACE_AND_MATTER,
                        refused(attempt(nowhere, new Action.Submit(true), resident())),
                        attempt(emergency, new Action.Submit(true), resident())),
                example(
                        Guard.EMERGENCY_SCREENED,
                        refused(attempt(draft, new Action.Submit(false), resident())),
                        attempt(draft, new Action.Submit(true), resident())),
                example(
                        Guard.CONFIDENT,
                        refused(attempt(unsure(in(SUBMITTED)), new Action.AutoDispatch(GRID), Actor.system()))),
                example(
                        Guard.ALTERNATIVE_GIVEN,
                        refused(attempt(in(TRIAGE), new Action.Decline(Action.Decline.Reason.COURT, " "), decliner))),
                example(
                        Guard.ANOTHER_REQUEST,
                        refused(attempt(in(TRIAGE), new Action.Merge(in(TRIAGE).id()), decliner))),
                example(
                        Guard.ASKED_LESS_THAN_TWICE,
                        refused(attempt(asked, new Action.AskInfo("哪里？"), staff(Role.HANDLER))),
                        attempt(
                                with(in(SIGNED), asked(1), answered(2)),
                                new Action.AskInfo("哪里？"),
                                staff(Role.HANDLER))),
                example(
                        Guard.WORDS_GIVEN,
                        refused(
                                attempt(in(TRIAGE), new Action.AskInfo(""), decliner),
                                attempt(in(DISPATCHED), new Action.Return(""), staff(Role.UNIT)),
                                attempt(in(REVIEW), new Action.Reject(""), staff(Role.REVIEWER)))),
                example(
                        Guard.APPEALED_NEVER,
                        refused(attempt(with(appealed, declined()), plain(Verb.APPEAL), resident()))),
                example(
                        Guard.ANOTHER_DISPATCHER,
                        refused(
                                attempt(appealed, new Action.Dispatch(GRID), decliner),
                                attempt(appealed, new Action.Decline(Action.Decline.Reason.COURT, "法院"), decliner)),
                        attempt(appealed, new Action.Dispatch(GRID), another)),
                example(
                        Guard.FIVE_DAYS_SILENT,
                        refused(attempt(
                                in(NEEDS_INFO), plain(Verb.INFO_TIMEOUT), Actor.system(), days(5).minusSeconds(1))),
                        attempt(in(NEEDS_INFO), plain(Verb.INFO_TIMEOUT), Actor.system(), days(5))),
                example(
                        Guard.REMINDERS_LEFT,
                        refused(
                                attempt(
                                        with(in(NEEDS_INFO), reminded(NEEDS_INFO), reminded(NEEDS_INFO)),
                                        plain(Verb.REMIND),
                                        Actor.system()),
                                attempt(with(in(FOLLOW_UP), reminded(FOLLOW_UP)), plain(Verb.REMIND), Actor.system())),
                        attempt(with(in(NEEDS_INFO), reminded(NEEDS_INFO)), plain(Verb.REMIND), Actor.system())));
    }

    private static Stream<Example> returning() {
        ServiceRequest fresh = in(DISPATCHED);
        Action back = new Action.Return("属于市政");
        Actor unit = staff(Role.UNIT);
        ServiceRequest upheld = with(
                fresh,
                by(unit, Verb.RETURN, DISPATCHED, RETURN_PENDING),
                by(staff(Role.ADJUDICATOR), Verb.UPHOLD, RETURN_PENDING, DISPATCHED));
        ServiceRequest redirected = with(
                fresh,
                by(unit, Verb.RETURN, DISPATCHED, RETURN_PENDING),
                event(T0, staff(Role.ADJUDICATOR), Verb.REDIRECT, RETURN_PENDING, DISPATCHED, "g4"));
        ServiceRequest twice = having(
                in(RETURN_PENDING),
                by(staff(Role.ADJUDICATOR), Verb.REDIRECT, RETURN_PENDING, DISPATCHED),
                by(staff(Role.ADJUDICATOR), Verb.REDIRECT, RETURN_PENDING, DISPATCHED));
        ServiceRequest helped = with(fresh, event(T0, Actor.system(), Verb.SIGN_TIMEOUT, DISPATCHED, DISPATCHED, "g4"));
        Action timeout = new Action.SignTimeout(OTHER_GRID);
        return Stream.of(
                example(
                        Guard.ONCE_PER_UNIT,
                        refused(attempt(upheld, back, unit, Duration.ofHours(1))),
                        attempt(redirected, back, unit, Duration.ofHours(1))),
                example(
                        Guard.WITHIN_A_QUARTER,
                        refused(
                                attempt(fresh, back, unit, Duration.ofHours(6).plusSeconds(1)),
                                attempt(in(DISPATCHED, Tier.P0, false), back, unit, Duration.ofSeconds(226)),
                                attempt(in(DISPATCHED, Tier.P1, false), back, unit, Duration.ofSeconds(451))),
                        attempt(fresh, back, unit, Duration.ofHours(6)),
                        attempt(in(DISPATCHED, Tier.P0, false), back, unit, Duration.ofSeconds(225)),
                        attempt(in(DISPATCHED, Tier.P1, false), back, unit, Duration.ofSeconds(450))),
                example(
                        Guard.ADJUDICATORS_LEAVE,
                        refused(attempt(in(IN_PROGRESS), new Action.ReturnLate("属于市政", ""), unit))),
                example(
                        Guard.LEVEL_UP_AFTER_TWO_REDIRECTS,
                        refused(attempt(twice, new Action.Redirect(OTHER_GRID), staff(Role.ADJUDICATOR))),
                        attempt(twice, new Action.Redirect(COMMUNITY), staff(Role.ADJUDICATOR))),
                example(
                        Guard.SIGN_LIMIT_PASSED,
                        refused(attempt(fresh, timeout, Actor.system(), days(1).minusSeconds(1))),
                        attempt(in(DISPATCHED, Tier.P0, false), timeout, Actor.system(), Duration.ofMinutes(15))),
                example(Guard.NO_STAND_IN_YET, refused(attempt(helped, timeout, Actor.system(), days(2)))),
                example(
                        Guard.NOT_YET_SIGNED_IF_MOVED,
                        refused(attempt(
                                in(SIGNED), new Action.Locate(Sample.place(), Optional.of(OTHER_GRID)), resident())),
                        attempt(fresh, new Action.Locate(Sample.place(), Optional.of(OTHER_GRID)), resident())),
                example(
                        Guard.PLACE_GIVEN,
                        refused(attempt(
                                fresh, new Action.Locate(Submission.Place.unknown(), Optional.empty()), resident()))));
    }

    private static Stream<Example> working() {
        Actor handler = staff(Role.HANDLER);
        RequestEvent miss = event(T0, handler, Verb.MISS_CONTACT, SIGNED, SIGNED, "phone");
        Action unreached = new Action.Contact("phone", false, "三次未接");
        ServiceRequest thrice = with(in(SIGNED), miss, miss, miss);
        ServiceRequest split = with(
                in(IN_PROGRESS),
                event(
                        T0,
                        staff(Role.LEAD),
                        Verb.SPLIT,
                        IN_PROGRESS,
                        IN_PROGRESS,
                        Sample.id(1, 11) + "," + Sample.id(1, 12)));
        ServiceRequest top = standing(in(SIGNED), in(SIGNED).standing().on(Level.DISTRICT));
        return Stream.of(
                example(
                        Guard.REACHED_OR_MISSED_THRICE,
                        refused(
                                attempt(in(SIGNED), unreached, handler),
                                attempt(with(in(SIGNED), miss, miss), unreached, handler)),
                        attempt(thrice, unreached, handler)),
                example(
                        Guard.MISSED_LESS_THAN_THRICE,
                        refused(attempt(thrice, new Action.MissContact("phone"), handler)),
                        attempt(with(in(SIGNED), miss, miss), new Action.MissContact("phone"), handler)),
                example(Guard.DATE_AHEAD, refused(attempt(in(IN_PROGRESS), new Action.Schedule(T0), handler))),
                example(
                        Guard.REFERENCE_GIVEN,
                        refused(attempt(in(IN_PROGRESS), new Action.HandOverExternal(" "), staff(Role.DISPATCHER)))),
                example(Guard.A_LEVEL_ABOVE, refused(attempt(top, plain(Verb.ESCALATE), handler))),
                example(
                        Guard.CHILDREN_GIVEN,
                        refused(
                                attempt(in(SIGNED), new Action.Split(List.of(Sample.id(1, 11))), staff(Role.LEAD)),
                                attempt(
                                        in(SIGNED),
                                        new Action.Split(List.of(
                                                Sample.id(1, 11), in(SIGNED).id())),
                                        staff(Role.LEAD)))),
                example(
                        Guard.RESOLUTION_COMPLETE,
                        refused(
                                attempt(in(IN_PROGRESS), new Action.Resolve("", "好了", "照片", Set.of()), handler),
                                attempt(in(IN_PROGRESS), new Action.Resolve("FIXED", "", "照片", Set.of()), handler),
                                attempt(in(IN_PROGRESS), new Action.Resolve("FIXED", "好了", "", Set.of()), handler))),
                example(
                        Guard.CHILDREN_RESOLVED,
                        refused(
                                attempt(split, resolve(Set.of()), handler),
                                attempt(split, resolve(Set.of(Sample.id(1, 11))), handler)),
                        attempt(split, resolve(Set.of(Sample.id(1, 11), Sample.id(1, 12))), handler)),
                example(
                        Guard.FROM_THE_RAISED_LEVEL,
                        refused(attempt(
                                reworkedTwice(), plain(Verb.TAKE_UP), Actor.staff(Role.HANDLER, "h", Level.GRID))),
                        attempt(reworkedTwice(), plain(Verb.TAKE_UP), Actor.staff(Role.HANDLER, "h", Level.COMMUNITY)),
                        attempt(in(REWORK), plain(Verb.TAKE_UP), Actor.staff(Role.HANDLER, "h", Level.GRID))));
    }

    private static Stream<Example> deferring() {
        Actor approver = Actor.staff(Role.APPROVER, "a", Level.SUBDISTRICT);
        ServiceRequest pending = in(DEFER_PENDING);
        ServiceRequest higher = standing(pending, pending.standing().on(Level.SUBDISTRICT));
        ServiceRequest deferred =
                standing(in(DEFERRED), in(DEFERRED).standing().with(Sample.due().reviewedOn(T0.plus(days(30)))));
        Deferral good = Scene.deferral();
        return Stream.of(
                example(
                        Guard.DEFERRAL_COMPLETE,
                        refused(
                                attempt(in(IN_PROGRESS), deferral(good, "", "计划", "负责人"), staff(Role.UNIT)),
                                attempt(in(IN_PROGRESS), deferral(good, "文件", "", "负责人"), staff(Role.UNIT)),
                                attempt(in(IN_PROGRESS), deferral(good, "文件", "计划", ""), staff(Role.UNIT)))),
                example(
                        Guard.REVIEW_WITHIN_90_DAYS,
                        refused(
                                attempt(
                                        in(IN_PROGRESS),
                                        until(good, T0.plus(SOON).plus(days(91))),
                                        staff(Role.UNIT)),
                                attempt(in(IN_PROGRESS), until(good, T0), staff(Role.UNIT)),
                                attempt(
                                        deferred,
                                        new Action.KeepDeferred(T0.plus(days(121))),
                                        staff(Role.OWNER),
                                        days(30))),
                        attempt(in(IN_PROGRESS), until(good, T0.plus(SOON).plus(days(90))), staff(Role.UNIT)),
                        attempt(deferred, new Action.KeepDeferred(T0.plus(days(120))), staff(Role.OWNER), days(30))),
                example(
                        Guard.BY_THE_SUBDISTRICT_OR_ABOVE,
                        refused(attempt(
                                pending, plain(Verb.APPROVE_DEFER), Actor.staff(Role.APPROVER, "a", Level.COMMUNITY))),
                        attempt(pending, plain(Verb.APPROVE_DEFER), approver)),
                example(
                        Guard.BY_A_LEVEL_ABOVE,
                        refused(
                                attempt(higher, plain(Verb.APPROVE_DEFER), approver),
                                attempt(
                                        in(SIGNED),
                                        extend("g3", days(9)),
                                        Actor.staff(Role.SUPERIOR, "s", Level.GRID))),
                        attempt(in(SIGNED), extend("g3", days(9)), Actor.staff(Role.SUPERIOR, "s", Level.COMMUNITY))),
                example(
                        Guard.AT_REVIEW_DATE,
                        refused(
                                attempt(deferred, plain(Verb.RESUME), staff(Role.OWNER), days(29)),
                                attempt(in(DEFERRED), plain(Verb.RESUME), staff(Role.OWNER), days(29))),
                        attempt(deferred, plain(Verb.RESUME), staff(Role.OWNER), days(30))),
                example(
                        Guard.EXTENDED_NEVER,
                        refused(attempt(
                                with(in(SIGNED), by(superior(), Verb.EXTEND, SIGNED, SIGNED)),
                                extend("g3", days(9)),
                                superior()))),
                example(
                        Guard.BEFORE_EXPIRY,
                        refused(
                                attempt(in(SIGNED), extend("g3", days(9)), superior(), days(7)),
                                attempt(in(SIGNED), extend("g3", days(6)), superior())),
                        attempt(in(SIGNED), extend("g3", days(9)), superior(), days(7).minusSeconds(1))),
                example(Guard.ASKED_BY_THE_UNIT, refused(attempt(in(SIGNED), extend("", days(9)), superior()))));
    }

    private static Stream<Example> following() {
        Rating bad = new Rating(Solved.NO, Satisfaction.NOT);
        Rating good = Scene.GOOD;
        Actor reviewer = staff(Role.REVIEWER);
        ServiceRequest handledByReviewer = having(
                in(REVIEW),
                by(Actor.staff(Role.HANDLER, reviewer.id(), Level.GRID), Verb.RESOLVE, IN_PROGRESS, RESOLVED));
        RequestEvent reopened = by(resident(), Verb.REOPEN, CLOSED, REWORK);
        Action reopen = new Action.Reopen(true, "又坏了");
        ServiceRequest silent = with(in(NEEDS_INFO), by(Actor.system(), Verb.INFO_TIMEOUT, NEEDS_INFO, CLOSED));
        ServiceRequest urged = with(in(SIGNED), urged(days(1)), urged(days(2)), urged(days(3)));
        return Stream.of(
                example(
                        Guard.NOT_SENSITIVE,
                        refused(attempt(in(RESOLVED, Tier.P3, true), plain(Verb.SURVEY), Actor.system()))),
                example(
                        Guard.NOT_THE_HANDLER,
                        refused(
                                attempt(handledByReviewer, plain(Verb.PASS), reviewer),
                                attempt(handledByReviewer, new Action.Reject("不清楚"), reviewer)),
                        attempt(
                                handledByReviewer,
                                plain(Verb.PASS),
                                Actor.staff(Role.REVIEWER, "another", Level.GRID))),
                example(
                        Guard.SEVEN_DAYS_SILENT,
                        refused(attempt(
                                in(FOLLOW_UP), plain(Verb.NO_ANSWER_7D), Actor.system(), days(7).minusSeconds(1)))),
                example(
                        Guard.REASON_GIVEN,
                        refused(attempt(in(FOLLOW_UP), new Action.Dissatisfied(bad, " ", ""), resident()))),
                example(
                        Guard.CLOSES,
                        refused(attempt(in(FOLLOW_UP), new Action.Satisfied(bad), resident())),
                        attempt(
                                in(FOLLOW_UP),
                                new Action.Satisfied(new Rating(Solved.PARTLY, Satisfaction.MOSTLY)),
                                resident())),
                example(
                        Guard.DOES_NOT_CLOSE,
                        refused(attempt(in(FOLLOW_UP), new Action.Dissatisfied(good, "late", ""), resident()))),
                example(
                        Guard.WITHIN_FOURTEEN_DAYS,
                        refused(
                                attempt(in(CLOSED), reopen, resident(), days(14).plusSeconds(1)),
                                attempt(in(DECLINED), plain(Verb.APPEAL), resident(), days(14).plusSeconds(1)),
                                attempt(silent, new Action.Wake("在"), resident(), days(15))),
                        attempt(in(CLOSED), reopen, resident(), days(14))),
                example(
                        Guard.REOPENED_LESS_THAN_TWICE,
                        refused(attempt(having(in(CLOSED), reopened, reopened), reopen, resident())),
                        attempt(having(in(CLOSED), reopened), reopen, resident())),
                example(Guard.SAME_MATTER, refused(attempt(in(CLOSED), new Action.Reopen(false, "换一件事"), resident()))),
                example(Guard.CLOSED_WITH_A_REPLY, refused(attempt(silent, reopen, resident()))),
                example(Guard.CLOSED_FOR_SILENCE, refused(attempt(in(CLOSED), new Action.Wake("在"), resident()))),
                example(
                        Guard.CALLED_BACK_IF_SENSITIVE,
                        refused(attempt(in(SIGNED, Tier.P3, true), new Action.Withdraw(false), resident())),
                        attempt(in(SIGNED, Tier.P3, true), new Action.Withdraw(true), resident())),
                example(
                        Guard.ONE_URGE_A_DAY,
                        refused(attempt(
                                with(in(SIGNED), urged(SOON)), plain(Verb.URGE), resident(), Duration.ofHours(14))),
                        attempt(with(in(SIGNED), urged(SOON)), plain(Verb.URGE), resident(), Duration.ofHours(15)),
                        attempt(with(in(SIGNED), urged(SOON)), plain(Verb.URGE), staff(Role.SUPERVISOR))),
                example(
                        Guard.THREE_URGES_BEFORE_STAFF_ACT,
                        refused(attempt(urged, plain(Verb.URGE), resident(), days(4))),
                        attempt(
                                with(
                                        urged,
                                        event(
                                                T0.plus(days(3)),
                                                staff(Role.HANDLER),
                                                Verb.MISS_CONTACT,
                                                SIGNED,
                                                SIGNED,
                                                "")),
                                plain(Verb.URGE),
                                resident(),
                                days(4))));
    }

    private static Stream<Example> ladder() {
        Action red = new Action.TurnRed(COMMUNITY);
        Action up = new Action.LeadUp(COMMUNITY);
        ServiceRequest nudged = with(in(DISPATCHED), by(Actor.system(), Verb.NUDGE, DISPATCHED, DISPATCHED));
        ServiceRequest contacted = with(in(IN_PROGRESS), by(staff(Role.HANDLER), Verb.CONTACT, SIGNED, IN_PROGRESS));
        ServiceRequest watched = with(in(SIGNED), by(Actor.system(), Verb.TURN_RED, SIGNED, SIGNED));
        ServiceRequest yellow = standing(in(SIGNED), in(SIGNED).standing().showing(Light.YELLOW));
        ServiceRequest urgent = in(DISPATCHED, Tier.P1, false);
        ServiceRequest promised = standing(
                in(SCHEDULED), in(SCHEDULED).standing().with(Sample.due().promising(T0.plus(days(10)))));
        return Stream.of(
                example(
                        Guard.NUDGE_DUE,
                        refused(
                                attempt(
                                        in(SIGNED),
                                        plain(Verb.NUDGE),
                                        Actor.system(),
                                        Duration.ofHours(12).minusSeconds(1)),
                                attempt(urgent, plain(Verb.NUDGE), Actor.system(), Duration.ofMinutes(14))),
                        attempt(in(SIGNED), plain(Verb.NUDGE), Actor.system(), Duration.ofHours(12)),
                        attempt(urgent, plain(Verb.NUDGE), Actor.system(), Duration.ofMinutes(15))),
                example(Guard.NUDGED_NEVER, refused(attempt(nudged, plain(Verb.NUDGE), Actor.system(), days(1)))),
                example(Guard.NO_CONTACT_YET, refused(attempt(contacted, plain(Verb.NUDGE), Actor.system(), days(1)))),
                example(
                        Guard.YELLOW_DUE,
                        refused(
                                attempt(in(SIGNED), plain(Verb.TURN_YELLOW), Actor.system(), Duration.ofHours(134)),
                                attempt(urgent, plain(Verb.TURN_YELLOW), Actor.system(), Duration.ofMinutes(29))),
                        attempt(in(SIGNED), plain(Verb.TURN_YELLOW), Actor.system(), Duration.ofMinutes(8064)),
                        attempt(urgent, plain(Verb.TURN_YELLOW), Actor.system(), Duration.ofMinutes(30))),
                example(
                        Guard.LIGHT_IS_GREEN,
                        refused(attempt(yellow, plain(Verb.TURN_YELLOW), Actor.system(), days(7)))),
                example(
                        Guard.RED_DUE,
                        refused(
                                attempt(in(SIGNED), red, Actor.system(), days(7).minusSeconds(1)),
                                attempt(promised, red, Actor.system(), days(9)),
                                attempt(urgent, red, Actor.system(), Duration.ofMinutes(59))),
                        attempt(promised, red, Actor.system(), days(10)),
                        attempt(urgent, red, Actor.system(), Duration.ofMinutes(60))),
                example(Guard.NOT_YET_WATCHED, refused(attempt(watched, red, Actor.system(), days(8)))),
                example(
                        Guard.UNIT_OF_A_LEVEL_ABOVE,
                        refused(
                                attempt(in(SIGNED), new Action.TurnRed(OTHER_GRID), Actor.system(), days(7)),
                                attempt(in(SIGNED), new Action.LeadUp(OTHER_GRID), Actor.system(), days(9)))),
                example(
                        Guard.LEAD_UP_DUE,
                        refused(
                                attempt(in(SIGNED), up, Actor.system(), days(8).minusSeconds(1)),
                                attempt(urgent, up, Actor.system(), Duration.ofMinutes(119))),
                        attempt(in(SIGNED), up, Actor.system(), days(8))),
                example(
                        Guard.TASK_FORCE_DUE,
                        refused(attempt(in(SIGNED), new Action.ProposeTaskForce(4), Actor.system())),
                        attempt(in(SIGNED), new Action.ProposeTaskForce(5), Actor.system()),
                        attempt(reworkedTwice(), new Action.ProposeTaskForce(1), Actor.system())),
                example(
                        Guard.PROPOSED_NEVER,
                        refused(attempt(
                                with(in(SIGNED), by(Actor.system(), Verb.PROPOSE_TASK_FORCE, SIGNED, SIGNED)),
                                new Action.ProposeTaskForce(5),
                                Actor.system()))));
    }

    private static Example example(Guard guard, List<Attempt> refused, Attempt... granted) {
        return new Example(guard, refused, List.of(granted));
    }

    private static List<Attempt> refused(Attempt... attempts) {
        return Arrays.asList(attempts);
    }

    private static Attempt attempt(ServiceRequest request, Action action, Actor actor) {
        return attempt(request, action, actor, SOON);
    }

    private static Attempt attempt(ServiceRequest request, Action action, Actor actor, Duration later) {
        RequestState state = request.history().isEmpty()
                ? request.state()
                : request.history().getLast().to();
        return new Attempt(standing(request, request.standing().in(state)), action, actor, T0.plus(later));
    }

    private static ServiceRequest reworkedTwice() {
        RequestEvent again = by(resident(), Verb.UNSOLVED, FOLLOW_UP, REWORK);
        ServiceRequest request = having(in(REWORK), again);
        return standing(request, request.standing().on(Level.COMMUNITY));
    }

    private static ServiceRequest placed(ServiceRequest request, Submission.Place place) {
        return new ServiceRequest(
                request.id(),
                request.number(),
                request.submission().at(place),
                request.standing(),
                request.history(),
                request.outbox(),
                request.rev());
    }

    private static ServiceRequest unsure(ServiceRequest request) {
        Submission s = request.submission();
        Submission.Matter m = s.matter();
        Submission.Matter unsure =
                new Submission.Matter(m.category(), m.name(), m.tier(), m.level(), m.nature(), 0.49, m.sensitive());
        return new ServiceRequest(
                request.id(),
                request.number(),
                new Submission(s.requester(), unsure, s.place(), s.text(), s.at()),
                request.standing(),
                request.history(),
                request.outbox(),
                request.rev());
    }

    private static Action plain(Verb verb) {
        return new Action.Plain(verb);
    }

    private static Action resolve(Set<RequestId> children) {
        return new Action.Resolve("FIXED", "好了", "照片", children);
    }

    private static Action extend(String askedBy, Duration until) {
        return new Action.Extend(T0.plus(until), askedBy, "等配件");
    }

    private static Action deferral(Deferral like, String evidence, String plan, String responsible) {
        return new Action.AskDefer(new Deferral(like.reason(), evidence, plan, responsible, like.reviewOn()));
    }

    private static Action until(Deferral like, Instant reviewOn) {
        return new Action.AskDefer(
                new Deferral(like.reason(), like.evidence(), like.plan(), like.responsible(), reviewOn));
    }

    private static Actor resident() {
        return Actor.resident(Sample.resident(1));
    }

    private static Actor staff(Role role) {
        return Actor.staff(role, "somebody", Level.DISTRICT);
    }

    private static Actor superior() {
        return Actor.staff(Role.SUPERIOR, "s", Level.COMMUNITY);
    }

    private static RequestEvent by(Actor actor, Verb verb, RequestState from, RequestState to) {
        return event(
                T0,
                actor,
                verb,
                from,
                to,
                verb == Verb.UPHOLD ? "" : GRID.grid().value());
    }

    private static RequestEvent asked(int minute) {
        return event(T0.plusSeconds(60L * minute), staff(Role.HANDLER), Verb.ASK_INFO, SIGNED, NEEDS_INFO, "");
    }

    private static RequestEvent answered(int minute) {
        return event(T0.plusSeconds(60L * minute), resident(), Verb.ANSWER, NEEDS_INFO, SIGNED, "");
    }

    private static RequestEvent declined() {
        return by(staff(Role.DISPATCHER), Verb.DECLINE, TRIAGE, DECLINED);
    }

    private static RequestEvent reminded(RequestState state) {
        return by(Actor.system(), Verb.REMIND, state, state);
    }

    private static RequestEvent urged(Duration later) {
        return event(T0.plus(later), resident(), Verb.URGE, SIGNED, SIGNED, "");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
