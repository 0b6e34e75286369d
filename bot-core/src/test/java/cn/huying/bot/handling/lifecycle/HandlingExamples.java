package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.handling.lifecycle.GuardExample.answered;
import static cn.huying.bot.handling.lifecycle.GuardExample.asked;
import static cn.huying.bot.handling.lifecycle.GuardExample.attempt;
import static cn.huying.bot.handling.lifecycle.GuardExample.by;
import static cn.huying.bot.handling.lifecycle.GuardExample.days;
import static cn.huying.bot.handling.lifecycle.GuardExample.declined;
import static cn.huying.bot.handling.lifecycle.GuardExample.example;
import static cn.huying.bot.handling.lifecycle.GuardExample.placed;
import static cn.huying.bot.handling.lifecycle.GuardExample.plain;
import static cn.huying.bot.handling.lifecycle.GuardExample.refused;
import static cn.huying.bot.handling.lifecycle.GuardExample.reminded;
import static cn.huying.bot.handling.lifecycle.GuardExample.resident;
import static cn.huying.bot.handling.lifecycle.GuardExample.resolve;
import static cn.huying.bot.handling.lifecycle.GuardExample.reworkedTwice;
import static cn.huying.bot.handling.lifecycle.GuardExample.staff;
import static cn.huying.bot.handling.lifecycle.GuardExample.unsure;
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

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From submission to the unit at work. */
final class HandlingExamples {
    private HandlingExamples() {}

    static Stream<GuardExample> all() {
        return Stream.of(intake(), returning(), working()).flatMap(examples -> examples);
    }

    private static Stream<GuardExample> intake() {
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

    private static Stream<GuardExample> returning() {
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

    private static Stream<GuardExample> working() {
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
}
