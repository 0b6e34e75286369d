package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.staff.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life cycle as one pure function over {@link Transitions}: the next request with its history and what it has to tell, or why not.
 */
public final class LifeCycle {
    private static final String ANY_WORDS = "-";

    private final Deadlines deadlines;
    private final Clockwork clockwork;
    private final Notices notices;
    private final WorkCards cards;
    private final double threshold;

    /** Without cards. @param threshold the confidence from which a request goes to a unit without a human looking at it before */
    public LifeCycle(Deadlines deadlines, Notices notices, double threshold) {
        this(deadlines, notices, WorkCards.none(), threshold);
    }

    /** @param threshold the confidence from which a request goes to a unit without a human looking at it before */
    public LifeCycle(Deadlines deadlines, Notices notices, WorkCards cards, double threshold) {
        this.deadlines = deadlines;
        this.clockwork = new Clockwork(deadlines);
        this.notices = notices;
        this.cards = cards;
        this.threshold = threshold;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** Who is called when whoever is on duty does not sign; empty when the rota names nobody. */
    public Optional<Unit> standIn(ServiceRequest request, Instant at) {
        return cards.standIn(request, at);
    }

    /** What time alone has brought about by now, in its order; whether it may be is asked by {@link #apply}. */
    public List<Verb> due(ServiceRequest request, Instant now) {
        return clockwork.due(request, now);
    }

    public Next apply(ServiceRequest request, Action action, Actor actor, Instant at) {
        Case situation = new Case(request, action, actor, at, deadlines, threshold);
        return refusal(situation)
                .<Next>map(Refused::new)
                .orElseGet(() -> new Moved(moved(
                        situation,
                        Transitions.of(request.state(), action.verb()).orElseThrow())));
    }

    private static Optional<Refusal> refusal(Case situation) {
        Verb verb = situation.action().verb();
        RequestState state = situation.request().state();
        Optional<Transition> found = Transitions.of(state, verb);
        if (found.isEmpty()) {
            return Optional.of(new Refusal.NotFromHere(state, verb));
        }
        Transition row = found.get();
        if (!row.who().contains(situation.actor().role())) {
            return Optional.of(new Refusal.NotYours(verb, situation.actor().role()));
        }
        return Guard.firstUnmet(row.guards(), situation).map(Refusal.Unmet::new);
    }

    /** Whether a tap would be taken from that worker now. */
    public boolean offers(Tap tap, ServiceRequest request, Worker worker, Instant at) {
        Actor actor = Actor.staff(tap.role(), worker.id().value(), worker.level());
        return refusal(new Case(request, tap.action(ANY_WORDS), actor, at, deadlines, threshold))
                .isEmpty();
    }

    /** Whether anybody's tap would be taken now, as far as it depends on the request alone. */
    private boolean offers(Tap tap, ServiceRequest request, Instant at) {
        Actor actor = Actor.staff(tap.role(), "", request.standing().level());
        return refusal(new Case(request, tap.action(ANY_WORDS), actor, at, deadlines, threshold))
                .isEmpty();
    }

    private ServiceRequest moved(Case situation, Transition row) {
        ServiceRequest before = situation.request();
        Action action = situation.action();
        RequestState to = row.target(before);
        RequestEvent event = new RequestEvent(
                situation.at(),
                situation.actor(),
                action.verb(),
                row.from(),
                to,
                action.code(),
                action.note(),
                action.proof());
        Standing standing =
                clocked(affected(before, action), row, to, situation.at()).in(to);
        Submission submission =
                action instanceof Action.Locate located ? before.submission().at(located.place()) : before.submission();
        ServiceRequest moved = before.after(event, submission, standing);
        ServiceRequest after = moved.lookedAt(clockwork.next(moved));
        return after.telling(notices.about(after, action, situation.actor()))
                .telling(cards.about(
                        before, after, action, situation.actor(), tap -> offers(tap, after, situation.at())));
    }

    /** What a verb changes beside the state. */
    private static Standing affected(ServiceRequest request, Action action) {
        Standing now = request.standing();
        return switch (action) {
            case Action.AutoDispatch(Unit unit, List<GridId> _) -> now.ledBy(unit);
            case Action.Dispatch(Unit unit) -> now.ledBy(unit);
            case Action.Redirect(Unit unit) -> now.ledBy(unit);
            case Action.LeadUp(Unit superior) -> now.ledBy(superior);
            case Action.Locate(Submission.Place _, Optional<Unit> unit, List<GridId> _) ->
                unit.map(now::ledBy).orElse(now);
            case Action.SignTimeout(Unit standIn) ->
                now.with(now.assignment().helpedBy(standIn)).showing(Light.RED);
            case Action.TurnRed(Unit supervisor) ->
                now.with(now.assignment().helpedBy(supervisor)).showing(Light.RED);
            case Action.Extend extend ->
                now.with(now.due().until(extend.until())).showing(Light.GREEN);
            case Action.Schedule(Instant on) -> now.with(now.due().promising(on));
            case Action.AskDefer(Deferral deferral) -> now.with(now.due().reviewedOn(deferral.reviewOn()));
            case Action.KeepDeferred(Instant reviewOn) -> now.with(now.due().reviewedOn(reviewOn));
            case Action.Dissatisfied _ -> request.entered(RequestState.REWORK) > 0 ? now.escalated() : now;
            case Action.Plain(Verb verb) -> plainly(now, verb);
            case Action.Submit _,
                    Action.ToTriage _,
                    Action.Decline _,
                    Action.Merge _,
                    Action.AskInfo _,
                    Action.Answer _,
                    Action.Wake _,
                    Action.Add _,
                    Action.Return _,
                    Action.ReturnLate _,
                    Action.Contact _,
                    Action.MissContact _,
                    Action.HandOverExternal _,
                    Action.Split _,
                    Action.RefuseDefer _,
                    Action.Resolve _,
                    Action.Reject _,
                    Action.Satisfied _,
                    Action.Reopen _,
                    Action.Withdraw _,
                    Action.ProposeTaskForce _ -> now;
        };
    }

    private static Standing plainly(Standing now, Verb verb) {
        return verb == Verb.ESCALATE ? now.escalated() : verb == Verb.TURN_YELLOW ? now.showing(Light.YELLOW) : now;
    }

    /** Stops the resident's clock and starts it again; a rework has at least half of the tier's limit left. */
    private Standing clocked(Standing standing, Transition row, RequestState to, Instant at) {
        boolean ran = row.from().clock().isRunning();
        boolean runs = to.clock().isRunning();
        if (ran && !runs) {
            return standing.with(standing.due().stopped(at));
        }
        if (ran || !runs || standing.due().stoppedAt().isEmpty()) {
            return standing;
        }
        if (to != RequestState.REWORK) {
            return standing.with(standing.due().resumed(at, Duration.ZERO));
        }
        Duration half = deadlines.of(standing.tier()).resolve().dividedBy(2);
        return standing.with(standing.due().resumed(at, half)).showing(Light.GREEN);
    }
}
