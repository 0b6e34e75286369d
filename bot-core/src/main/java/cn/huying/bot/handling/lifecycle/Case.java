package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a guard may look at.
 *
 * @param threshold the confidence from which no human looks before a unit does
 */
record Case(ServiceRequest request, Action action, Actor actor, Instant at, Deadlines deadlines, double threshold) {
    private static final Set<Verb> SENDS =
            Set.of(Verb.AUTO_DISPATCH, Verb.DISPATCH, Verb.UPHOLD, Verb.REDIRECT, Verb.LOCATE);

    Deadlines.Limits limits() {
        return deadlines.of(request.standing().tier());
    }

    boolean byStaff() {
        return actor.role().isStaff();
    }

    boolean actsAbove(Level level) {
        return actor.level().compareTo(level) > 0 || Standing.above(level).isEmpty();
    }

    boolean unitAbove(Level level) {
        Level unit =
                switch (action) {
                    case Action.TurnRed(Unit supervisor) -> supervisor.level();
                    case Action.LeadUp(Unit superior) -> superior.level();
                    default -> level;
                };
        return unit.compareTo(level) > 0 || Standing.above(level).isEmpty();
    }

    /** A unit was told that this is now its own, with a clock of its own. */
    static boolean sends(RequestEvent event) {
        return SENDS.contains(event.verb()) && event.to() == RequestState.DISPATCHED;
    }

    /** The limit was moved, so its steps begin anew. */
    static boolean restartsLadder(RequestEvent event) {
        return event.verb() == Verb.EXTEND || event.to() == RequestState.REWORK;
    }

    Duration sinceDispatch() {
        return since(request.last(Case::sends));
    }

    Duration sinceMove() {
        return since(request.lastMove());
    }

    private Duration since(Optional<RequestEvent> event) {
        return Duration.between(
                event.map(RequestEvent::at).orElse(request.submission().at()), at);
    }

    List<RequestEvent> sinceLastMove() {
        return request.since(event -> event.from() != event.to());
    }

    /** How often the unit that leads now has already returned it, on time or late. */
    long returnsOfLead() {
        List<String> returnedBy = new ArrayList<>();
        String lead = "";
        for (RequestEvent event : request.history()) {
            if (sends(event) && event.verb() != Verb.UPHOLD && !event.code().isEmpty()) {
                lead = event.code();
            } else if (Guard.RETURNS.contains(event.verb())) {
                returnedBy.add(lead);
            }
        }
        String now = lead;
        return returnedBy.stream().filter(now::equals).count();
    }

    boolean closedForSilence() {
        return request.lastMove()
                .filter(event -> event.verb() == Verb.INFO_TIMEOUT)
                .isPresent();
    }

    List<RequestId> children() {
        return request.history().stream()
                .filter(event -> event.verb() == Verb.SPLIT)
                .flatMap(event -> List.of(event.code().split(",", -1)).stream())
                .map(RequestId::new)
                .toList();
    }

    static Optional<Instant> reviewOf(Action action) {
        return switch (action) {
            case Action.AskDefer(Deferral deferral) -> Optional.of(deferral.reviewOn());
            case Action.KeepDeferred(Instant reviewOn) -> Optional.of(reviewOn);
            default -> Optional.empty();
        };
    }
}
