package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.delivery.Words;
import cn.huying.bot.delivery.channel.CardText;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.TextKey;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The cards of a request: who gets one, who holds one, and what stands on it. Holds nothing about the resident, and of a private matter only
 * that there is one.
 */
public final class WorkCards {
    private static final int LONGEST_NAME_BYTES = 60;
    private static final String FRESH = "c";

    private final DutyRota rota;
    private final URI base;

    /** @param base where this installation is reached, for the link to the worker's page */
    public WorkCards(DutyRota rota, URI base) {
        this.rota = rota;
        this.base = base;
    }

    /** An installation without the WeCom application. */
    public static WorkCards none() {
        return new WorkCards(DutyRota.nobody(), URI.create(""));
    }

    /** Every text this class asks for, for checking the files at start. */
    public static List<TextKey> texts() {
        return Stream.of(
                        Stream.of("emergency", "urgent", "routine")
                                .map(degree -> TextKey.of("card.title." + degree, "category")),
                        Stream.of(TextKey.of("card.title.private"), TextKey.of("card.ask.return")),
                        Stream.of(RequestState.values()).map(WorkCards::status),
                        Stream.of(TextKey.of("card.status.unsigned"), TextKey.of("card.status.moved")),
                        Stream.of(Tap.values()).map(tap -> TextKey.of("card.tap." + tap.key())),
                        Tap.reasons().filter(tap -> tap != Tap.STAY).map(tap -> TextKey.of(tap.reasonKey())))
                .flatMap(keys -> keys)
                .toList();
    }

    /** The entries to be stored with the request as it is after the step. */
    List<OutboxEntry> about(
            ServiceRequest before, ServiceRequest after, Action action, Actor actor, Predicate<Tap> offered) {
        List<Worker> called = called(after, action);
        List<OutboxEntry> entries = new ArrayList<>();
        for (Worker worker : called) {
            entries.add(fresh(after, worker, offered));
        }
        if (changesCards(after)) {
            Set<Worker> holding = new LinkedHashSet<>(holders(before));
            holding.addAll(holders(after));
            worker(actor).ifPresent(holding::add);
            called.forEach(holding::remove);
            holding.forEach(worker -> entries.add(update(after, worker, offered)));
        }
        return entries;
    }

    /** Who was given a card since the request went to the unit that leads now. */
    List<Worker> holders(ServiceRequest request) {
        Optional<Unit> lead = request.standing().assignment().lead();
        if (lead.isEmpty()) {
            return List.of();
        }
        Instant since = request.last(Case::sends)
                .map(RequestEvent::at)
                .orElse(request.submission().at());
        Stream<Worker> called = request.since(Case::sends).stream()
                .filter(event -> event.verb() == Verb.SIGN_TIMEOUT)
                .flatMap(event -> rota.standIn(lead.get().grid(), event.at()).stream());
        return Stream.concat(rota.onDuty(lead.get().grid(), since).stream(), called)
                .distinct()
                .toList();
    }

    /** Whether the request is this worker's business: a card was given, or a unit on it lies in his or her part. */
    public boolean concerns(ServiceRequest request, Worker worker) {
        var assignment = request.standing().assignment();
        return holders(request).contains(worker)
                || Stream.concat(assignment.lead().stream(), assignment.helpers().stream())
                        .anyMatch(unit -> rota.covers(worker, unit.grid()));
    }

    /** The unit of the one who stands in for whoever is on duty; empty when nobody does. */
    Optional<Unit> standIn(ServiceRequest request, Instant at) {
        return request.standing()
                .assignment()
                .lead()
                .flatMap(lead -> rota.standIn(lead.grid(), at))
                .flatMap(worker -> rota.gridOf(worker)
                        .map(grid -> new Unit(grid.id(), grid.name(), worker.level(), grid.group())));
    }

    public Optional<Worker> worker(WorkerId id) {
        return rota.worker(id);
    }

    /** Whether a card that showed that much of the history is from before the request went to another unit, or came back from one. */
    public static boolean outdated(ServiceRequest request, int seen) {
        long since = request.since(Case::sends).size();
        return request.last(Case::sends).isPresent() && seen < request.history().size() - since;
    }

    /** A card that asks why, instead of the one that offers to return. */
    public OutboxEntry asking(ServiceRequest request, Worker worker, String id) {
        CardText text = text(request, "card.ask.return", Tap.reasons().toList());
        return entry(
                request, id, new Target.WorkerCard(worker.id(), request.id().value(), true, text));
    }

    /** The card of one worker as things stand. */
    public OutboxEntry standing(ServiceRequest request, Worker worker, Predicate<Tap> offered, String id) {
        return entry(request, id, card(request, worker, true, offered));
    }

    /** Who has the request, for those who come late; empty while nobody has. */
    public String holder(ServiceRequest request) {
        return request.last(event -> event.verb() == Verb.SIGN || event.verb() == Verb.TAKE_UP)
                .map(event -> name(event.actor()))
                .orElse("");
    }

    /** The words for where a request stands. */
    String status(ServiceRequest request) {
        boolean late = request.state() == RequestState.DISPATCHED
                && request.since(Case::sends).stream().anyMatch(event -> event.verb() == Verb.SIGN_TIMEOUT);
        return late ? "card.status.unsigned" : statusKey(request.state());
    }

    private List<Worker> called(ServiceRequest after, Action action) {
        RequestEvent event = after.history().getLast();
        boolean sent = Case.sends(event) || event.verb() == Verb.LEAD_UP;
        boolean again = after.state() == RequestState.REWORK && event.from() != RequestState.REWORK;
        if (sent) {
            return after.standing().assignment().lead().flatMap(lead -> rota.onDuty(lead.grid(), event.at())).stream()
                    .toList();
        }
        if (action instanceof Action.SignTimeout) {
            return after.standing().assignment().lead().flatMap(lead -> rota.standIn(lead.grid(), event.at())).stream()
                    .toList();
        }
        return again ? holders(after) : List.of();
    }

    /** What is resolved goes on by itself in the same step; the one code a card has is kept for where it ends. */
    private static boolean changesCards(ServiceRequest after) {
        RequestEvent event = after.history().getLast();
        return (event.from() != event.to() && event.to() != RequestState.RESOLVED)
                || event.verb() == Verb.SIGN_TIMEOUT
                || event.verb() == Verb.MISS_CONTACT
                || event.verb() == Verb.LEAD_UP;
    }

    private OutboxEntry fresh(ServiceRequest request, Worker worker, Predicate<Tap> offered) {
        return entry(request, FRESH, card(request, worker, false, offered));
    }

    private OutboxEntry update(ServiceRequest request, Worker worker, Predicate<Tap> offered) {
        return entry(request, "u" + worker.id(), card(request, worker, true, offered));
    }

    private Target.WorkerCard card(ServiceRequest request, Worker worker, boolean update, Predicate<Tap> offered) {
        boolean theirs = concerns(request, worker);
        List<Tap> taps = theirs ? Tap.ordinary().filter(offered).toList() : List.of();
        CardText text = text(request, theirs ? status(request) : "card.status.moved", taps);
        return new Target.WorkerCard(worker.id(), request.id().value(), update, text);
    }

    private CardText text(ServiceRequest request, String status, List<Tap> taps) {
        Map<String, String> params = new HashMap<>();
        params.put("who", holder(request));
        params.put("number", request.number().toString());
        params.put(
                "link", base.resolve("/worker/requests/" + request.id().value()).toString());
        if (!request.isSensitive()) {
            params.put("category", request.submission().matter().name());
            params.put(
                    "unit",
                    request.standing()
                            .assignment()
                            .lead()
                            .map(unit -> Words.cut(unit.name(), LONGEST_NAME_BYTES))
                            .orElse(""));
            params.put("place", Words.cut(request.submission().place().publicLabel(), LONGEST_NAME_BYTES));
        }
        return new CardText(
                titleKey(request), status, params, taps.stream().map(Tap::key).toList());
    }

    private static String titleKey(ServiceRequest request) {
        if (request.isSensitive()) {
            return "card.title.private";
        }
        Tier tier = request.standing().tier();
        return switch (tier) {
            case P0 -> "card.title.emergency";
            case P1 -> "card.title.urgent";
            case P2, P3, P4 -> "card.title.routine";
        };
    }

    /** Whoever has it is named while it is being worked on. */
    private static TextKey status(RequestState state) {
        return switch (state) {
            case SIGNED, IN_PROGRESS, SCHEDULED -> TextKey.of(statusKey(state), "who");
            default -> TextKey.of(statusKey(state));
        };
    }

    private static String statusKey(RequestState state) {
        return "card.status." + state.name().toLowerCase(Locale.ROOT);
    }

    private String name(Actor actor) {
        return worker(actor).map(Worker::name).orElse(actor.id());
    }

    private Optional<Worker> worker(Actor actor) {
        return WorkerId.isWorkerId(actor.id()) ? rota.worker(new WorkerId(actor.id())) : Optional.empty();
    }

    private static OutboxEntry entry(ServiceRequest request, String whom, Target target) {
        RequestEvent event = request.history().getLast();
        boolean urgent = request.standing().tier().compareTo(Tier.P1) <= 0;
        String id = request.id().value() + '-' + request.history().size() + whom;
        return OutboxEntry.fresh(id, event.at(), target, urgent);
    }
}
