package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.request.RequestState.*;
import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.T0;
import static cn.huying.bot.request.Sample.event;
import static cn.huying.bot.request.Sample.having;
import static cn.huying.bot.request.Sample.in;
import static cn.huying.bot.request.Sample.standing;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A guard just not met, and the nearest case in which it is.
 *
 * @param refused attempts the guard stops
 * @param granted attempts it lets pass; may be empty where the table test has one
 */
record GuardExample(Guard guard, List<Attempt> refused, List<Attempt> granted) {
    static final Duration SOON = Duration.ofHours(2);

    record Attempt(ServiceRequest request, Action action, Actor actor, Instant at) {}

    static GuardExample example(Guard guard, List<Attempt> refused, Attempt... granted) {
        return new GuardExample(guard, refused, List.of(granted));
    }

    static List<Attempt> refused(Attempt... attempts) {
        return Arrays.asList(attempts);
    }

    static Attempt attempt(ServiceRequest request, Action action, Actor actor) {
        return attempt(request, action, actor, SOON);
    }

    static Attempt attempt(ServiceRequest request, Action action, Actor actor, Duration later) {
        RequestState state = request.history().isEmpty()
                ? request.state()
                : request.history().getLast().to();
        return new Attempt(standing(request, request.standing().in(state)), action, actor, T0.plus(later));
    }

    static ServiceRequest reworkedTwice() {
        RequestEvent again = by(resident(), Verb.UNSOLVED, FOLLOW_UP, REWORK);
        ServiceRequest request = having(in(REWORK), again);
        return standing(request, request.standing().on(Level.COMMUNITY));
    }

    static ServiceRequest placed(ServiceRequest request, Submission.Place place) {
        return new ServiceRequest(
                request.id(),
                request.number(),
                request.submission().at(place),
                request.standing(),
                request.history(),
                request.outbox(),
                request.rev());
    }

    static ServiceRequest unsure(ServiceRequest request) {
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

    static Action plain(Verb verb) {
        return new Action.Plain(verb);
    }

    static Action resolve(Set<RequestId> children) {
        return new Action.Resolve("FIXED", "好了", "照片", children);
    }

    static Action extend(String askedBy, Duration until) {
        return new Action.Extend(T0.plus(until), askedBy, "等配件");
    }

    static Action deferral(Deferral like, String evidence, String plan, String responsible) {
        return new Action.AskDefer(new Deferral(like.reason(), evidence, plan, responsible, like.reviewOn()));
    }

    static Action until(Deferral like, Instant reviewOn) {
        return new Action.AskDefer(
                new Deferral(like.reason(), like.evidence(), like.plan(), like.responsible(), reviewOn));
    }

    static Actor resident() {
        return Actor.resident(Sample.resident(1));
    }

    static Actor staff(Role role) {
        return Actor.staff(role, "somebody", Level.DISTRICT);
    }

    static Actor superior() {
        return Actor.staff(Role.SUPERIOR, "s", Level.COMMUNITY);
    }

    static RequestEvent by(Actor actor, Verb verb, RequestState from, RequestState to) {
        return event(
                T0,
                actor,
                verb,
                from,
                to,
                verb == Verb.UPHOLD ? "" : GRID.grid().value());
    }

    static RequestEvent asked(int minute) {
        return event(T0.plusSeconds(60L * minute), staff(Role.HANDLER), Verb.ASK_INFO, SIGNED, NEEDS_INFO, "");
    }

    static RequestEvent answered(int minute) {
        return event(T0.plusSeconds(60L * minute), resident(), Verb.ANSWER, NEEDS_INFO, SIGNED, "");
    }

    static RequestEvent declined() {
        return by(staff(Role.DISPATCHER), Verb.DECLINE, TRIAGE, DECLINED);
    }

    static RequestEvent reminded(RequestState state) {
        return by(Actor.system(), Verb.REMIND, state, state);
    }

    static RequestEvent urged(Duration later) {
        return event(T0.plus(later), resident(), Verb.URGE, SIGNED, SIGNED, "");
    }

    static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
