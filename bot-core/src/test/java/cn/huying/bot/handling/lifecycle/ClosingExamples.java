package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.handling.lifecycle.GuardExample.SOON;
import static cn.huying.bot.handling.lifecycle.GuardExample.attempt;
import static cn.huying.bot.handling.lifecycle.GuardExample.by;
import static cn.huying.bot.handling.lifecycle.GuardExample.days;
import static cn.huying.bot.handling.lifecycle.GuardExample.deferral;
import static cn.huying.bot.handling.lifecycle.GuardExample.example;
import static cn.huying.bot.handling.lifecycle.GuardExample.extend;
import static cn.huying.bot.handling.lifecycle.GuardExample.plain;
import static cn.huying.bot.handling.lifecycle.GuardExample.refused;
import static cn.huying.bot.handling.lifecycle.GuardExample.resident;
import static cn.huying.bot.handling.lifecycle.GuardExample.reworkedTwice;
import static cn.huying.bot.handling.lifecycle.GuardExample.staff;
import static cn.huying.bot.handling.lifecycle.GuardExample.superior;
import static cn.huying.bot.handling.lifecycle.GuardExample.until;
import static cn.huying.bot.handling.lifecycle.GuardExample.urged;
import static cn.huying.bot.request.RequestState.*;
import static cn.huying.bot.request.Sample.COMMUNITY;
import static cn.huying.bot.request.Sample.OTHER_GRID;
import static cn.huying.bot.request.Sample.T0;
import static cn.huying.bot.request.Sample.event;
import static cn.huying.bot.request.Sample.having;
import static cn.huying.bot.request.Sample.in;
import static cn.huying.bot.request.Sample.standing;
import static cn.huying.bot.request.Sample.with;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.request.action.Rating.Satisfaction;
import cn.huying.bot.request.action.Rating.Solved;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.stream.Stream;

/** Deferring, following up, and the ladder. */
final class ClosingExamples {
    private ClosingExamples() {}

    static Stream<GuardExample> all() {
        return Stream.of(deferring(), following(), ladder()).flatMap(examples -> examples);
    }

    private static Stream<GuardExample> deferring() {
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

    private static Stream<GuardExample> following() {
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
                        refused(
                                attempt(in(SIGNED, Tier.P3, true), new Action.Withdraw(false), resident()),
                                attempt(in(SIGNED, Tier.P0, false), new Action.Withdraw(false), resident())),
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

    private static Stream<GuardExample> ladder() {
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
}
