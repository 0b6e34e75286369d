package cn.huying.bot.handling;

import cn.huying.bot.delivery.OutboxHints;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The clock over requests: what was not signed, contacted or solved in time climbs up, what nobody answers is closed. Every look is one step of
 * the store that also says when to look again, so many replicas may look at once and each thing happens once.
 */
public final class Supervision {
    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final int LOOKED_AT_ONCE = 500;
    private static final int CONCURRENCY = 8;

    /** For what the life cycle refused though it is due, for example because nobody stands above. */
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private final ServiceRequestStore store;
    private final LifeCycle lifeCycle;
    private final Superiors superiors;
    private final OutboxHints hints;
    private final Clock clock;

    public Supervision(
            ServiceRequestStore store, LifeCycle lifeCycle, Superiors superiors, OutboxHints hints, Clock clock) {
        this.store = store;
        this.lifeCycle = lifeCycle;
        this.superiors = superiors;
        this.hints = hints;
        this.clock = clock;
    }

    /** Looks at every request whose time has come; gives how many were moved on. */
    public Mono<Long> round() {
        return store.toLookAt(clock.instant(), LOOKED_AT_ONCE)
                .flatMap(this::look, CONCURRENCY)
                .filter(moved -> moved)
                .count();
    }

    private Mono<Boolean> look(RequestId id) {
        Instant now = clock.instant();
        return store.compute(id, request -> decide(request, now))
                .doOnNext(moved -> {
                    if (moved) {
                        hints.written(id.value());
                    }
                })
                .onErrorResume(error -> {
                    LOG.warn("the clock could not look at {}: {}", id, error.toString());
                    return Mono.just(false);
                });
    }

    private Decision<Boolean> decide(ServiceRequest request, Instant now) {
        if (request.standing().due().look().filter(at -> !at.isAfter(now)).isEmpty()) {
            return new Decision.Keep<>(false);
        }
        ServiceRequest moved = request;
        for (Verb verb : lifeCycle.due(request, now)) {
            moved = step(moved, verb, now);
        }
        return moved == request
                ? new Decision.Write<>(request.lookedAt(Optional.of(now.plus(ASKED_AGAIN))), false)
                : new Decision.Write<>(moved, true);
    }

    private ServiceRequest step(ServiceRequest request, Verb verb, Instant now) {
        return action(request, verb, now)
                .map(action -> lifeCycle.apply(request, action, Actor.system(), now))
                .map(next -> next instanceof Moved(ServiceRequest moved) ? moved : request)
                .orElse(request);
    }

    /** Empty when it needs somebody above and nobody is there. */
    private Optional<Action> action(ServiceRequest request, Verb verb, Instant now) {
        Optional<Unit> lead = request.standing().assignment().lead();
        Optional<Unit> above =
                lead.flatMap(unit -> superiors.above(unit, request.standing().level()));
        return switch (verb) {
            case SIGN_TIMEOUT ->
                lifeCycle.standIn(request, now).or(() -> above).or(() -> lead).map(Action.SignTimeout::new);
            case TURN_RED -> above.map(Action.TurnRed::new);
            case LEAD_UP -> above.map(Action.LeadUp::new);
            default -> Optional.of(new Action.Plain(verb));
        };
    }
}
