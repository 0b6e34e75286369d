package cn.huying.bot.handling;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.OutboxHints;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.NewRequest.Routing;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.Due;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestNumbers;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.resident.ResidentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Everything the conversation, the workers and the clock do to requests. */
public final class Requests {
    /** A code for requests the classifier was not sure enough about. */
    public static final String LOW_CONFIDENCE = "low_confidence";

    private static final int MOST_SHOWN = 20;

    private final ServiceRequestStore store;
    private final RequestNumbers numbers;
    private final LifeCycle lifeCycle;
    private final OutboxHints hints;
    private final Clock clock;

    public Requests(
            ServiceRequestStore store, RequestNumbers numbers, LifeCycle lifeCycle, OutboxHints hints, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.lifeCycle = lifeCycle;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Registers a request and sends it on its way, in one durable step. Done again for the same message it gives the request of the first
     * time as it is now.
     */
    public Mono<Next> submit(NewRequest wanted) {
        return Mono.defer(() -> register(wanted.notAfter(clock.instant())));
    }

    private Mono<Next> register(NewRequest wanted) {
        return numbers.reserve(wanted.id(), lifeCycle.deadlines().day(wanted.at()))
                .flatMap(number -> switch (sentOff(wanted, number)) {
                    case Moved(ServiceRequest request) ->
                        store.submit(request).doOnNext(this::tellSoon).map(Moved::new);
                    case Refused refused -> Mono.just(refused);
                });
    }

    private Next sentOff(NewRequest wanted, RequestNumber number) {
        Submission submission = wanted.submission();
        Due due = lifeCycle.deadlines().due(submission.matter().tier(), submission.at());
        ServiceRequest draft = ServiceRequest.draft(wanted.id(), number, submission, due);
        Actor requester = Actor.resident(wanted.requester().resident());
        return switch (lifeCycle.apply(draft, new Action.Submit(true), requester, wanted.at())) {
            case Moved(ServiceRequest submitted) -> routed(submitted, wanted);
            case Refused refused -> refused;
        };
    }

    private Next routed(ServiceRequest submitted, NewRequest wanted) {
        Next next = lifeCycle.apply(submitted, firstStep(wanted.routing()), Actor.system(), wanted.at());
        return next instanceof Refused
                ? lifeCycle.apply(submitted, new Action.ToTriage(LOW_CONFIDENCE), Actor.system(), wanted.at())
                : next;
    }

    private static Action firstStep(Routing routing) {
        return switch (routing) {
            case Routing.ToUnit(Unit unit, List<GridId> copies) -> new Action.AutoDispatch(unit, copies);
            case Routing.ToTriage(String reason) -> new Action.ToTriage(reason);
        };
    }

    /**
     * Does something to a request; what follows by itself happens in the same step. A deed that was already done by the same message gives
     * the request as it is.
     */
    public Mono<Next> act(RequestId id, Action action, Actor actor) {
        return store.compute(id, request -> decide(request, action, actor))
                .doOnNext(next -> {
                    if (next instanceof Moved(ServiceRequest request)) {
                        tellSoon(request);
                    }
                })
                .defaultIfEmpty(new Refused(new Refusal.NoSuchRequest()));
    }

    private Decision<Next> decide(ServiceRequest request, Action action, Actor actor) {
        if (request.history().stream().anyMatch(event -> actor.did(event, action.verb()))) {
            return new Decision.Keep<>(new Moved(request));
        }
        Instant now = clock.instant();
        return switch (lifeCycle.apply(request, action, actor, now)) {
            case Moved(ServiceRequest moved) -> {
                ServiceRequest next = followed(moved, now);
                yield new Decision.Write<>(next, new Moved(next));
            }
            case Refused refused -> new Decision.Keep<>(refused);
        };
    }

    /** A resolved request goes on by itself: to review when it is sensitive or was already reworked twice, else to the follow-up. */
    private ServiceRequest followed(ServiceRequest moved, Instant now) {
        if (moved.state() != RequestState.RESOLVED) {
            return moved;
        }
        boolean sampled = moved.isSensitive() || moved.entered(RequestState.REWORK) >= 2;
        Action step = new Action.Plain(sampled ? Verb.SAMPLE : Verb.SURVEY);
        return lifeCycle.apply(moved, step, Actor.system(), now) instanceof Moved(ServiceRequest next) ? next : moved;
    }

    public Mono<ServiceRequest> find(RequestId id) {
        return store.find(id);
    }

    /** Something to tell about a request that does not change it. Empty when there is no such request. */
    Mono<ServiceRequest> tell(RequestId id, Function<ServiceRequest, List<OutboxEntry>> entries) {
        return store.compute(id, request -> {
                    List<OutboxEntry> more = entries.apply(request).stream()
                            .filter(entry -> request.outbox().stream()
                                    .noneMatch(there -> there.id().equals(entry.id())))
                            .toList();
                    ServiceRequest next = request.telling(more);
                    return more.isEmpty() ? new Decision.Keep<>(request) : new Decision.Write<>(next, next);
                })
                .doOnNext(this::tellSoon);
    }

    /** For staff: the number alone never lets a resident see a request. */
    public Mono<ServiceRequest> find(RequestNumber number) {
        return numbers.find(number).flatMap(store::find);
    }

    /** What the person has asked for, newest first, with everything that was done about it. */
    public Mono<List<ServiceRequest>> of(ResidentId resident) {
        return store.ofRequester(resident, MOST_SHOWN).collectList();
    }

    /** Whether words of the person may answer what a worker asked. */
    public Mono<Boolean> mayHaveBeenAsked(ResidentId resident) {
        return store.mayHaveBeenAsked(resident);
    }

    /** What the person has asked for, newest first. */
    public Mono<List<Progress>> progress(ResidentId resident) {
        return store.ofRequester(resident, MOST_SHOWN).map(Progress::of).collectList();
    }

    private void tellSoon(ServiceRequest request) {
        Optional.of(request).filter(r -> !r.outbox().isEmpty()).ifPresent(r -> hints.written(r.id().value()));
    }
}
