package cn.huying.bot.dialogue;

import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.Place;
import cn.huying.bot.request.Action;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.NewRequest;
import cn.huying.bot.request.Next;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Requests;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.resident.ResidentStore;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Turns what the conversation collected into a request on its way. Everything is derived from the message, so doing it again changes nothing. */
public final class Intake {
    private static final String ASKED_FOR_STAFF = "asked_for_staff";
    private static final String PLACE_IN_WORDS = "place_in_words";

    private final Taxonomy taxonomy;
    private final GridTree tree;
    private final ResidentStore residents;
    private final Requests requests;

    public Intake(Taxonomy taxonomy, GridTree tree, ResidentStore residents, Requests requests) {
        this.taxonomy = taxonomy;
        this.tree = tree;
        this.residents = residents;
        this.requests = requests;
    }

    Mono<ServiceRequest> register(Hearing hearing, Draft draft, Classification matter) {
        return submit(hearing, draft, matter(matter), route(matter.category(), draft.place()));
    }

    Mono<ServiceRequest> handToStaff(Hearing hearing, Draft draft) {
        Draft told = draft.text().isEmpty() ? draft.about(hearing.words()) : draft;
        Submission.Matter matter = matter(taxonomy.other(), Nature.HELP, 0);
        return submit(hearing, told, matter, new NewRequest.Routing.ToTriage(ASKED_FOR_STAFF));
    }

    /** An emergency goes to those on duty where it is, and to the top of the tree when that is not known. */
    Mono<ServiceRequest> alert(Hearing hearing, Emergency emergency, Optional<Place> place) {
        Category category = taxonomy.find(emergency.category()).orElseGet(taxonomy::other);
        Draft draft = Draft.begun(hearing.now()).about(hearing.words());
        Draft located = place.map(known -> draft.at(known, true)).orElse(draft);
        return submit(hearing, located, matter(category, Nature.HELP, 1), route(category, place));
    }

    /** The place of a request that could not wait for it. */
    Mono<ServiceRequest> locate(Hearing hearing, RequestId id, Optional<Place> place) {
        Submission.Place where =
                place.map(Intake::place).orElseGet(() -> new Submission.Place(Optional.empty(), "", hearing.words()));
        Optional<Unit> unit = place.flatMap(this::responsible);
        return residents
                .of(hearing.origin().sender())
                .flatMap(resident -> requests.act(id, new Action.Locate(where, unit), Actor.resident(resident)))
                .flatMap(next -> switch (next) {
                    case Next.Moved(ServiceRequest request) -> Mono.just(request);
                    case Next.Refused refused -> requests.find(id);
                });
    }

    private NewRequest.Routing route(Category category, Optional<Place> place) {
        return place.flatMap(this::responsible)
                .<NewRequest.Routing>map(NewRequest.Routing.ToUnit::new)
                .orElseGet(() -> new NewRequest.Routing.ToTriage(PLACE_IN_WORDS));
    }

    private Optional<Unit> responsible(Place place) {
        return tree.groupFor(place.grid()).map(grid -> new Unit(grid.id(), grid.name(), Level.GRID, true));
    }

    private Mono<ServiceRequest> submit(
            Hearing hearing, Draft draft, Submission.Matter matter, NewRequest.Routing routing) {
        return residents
                .of(hearing.origin().sender())
                .flatMap(resident -> requests.submit(new NewRequest(
                        RequestId.of(hearing.origin().inboxId(), 0),
                        new Submission.Requester(resident, hearing.origin().sender()),
                        matter,
                        draft.place()
                                .map(Intake::place)
                                .orElseGet(() -> new Submission.Place(Optional.empty(), "", draft.placeWords())),
                        draft.text(),
                        routing,
                        hearing.origin().sentAt())))
                .map(next -> switch (next) {
                    case Next.Moved(ServiceRequest request) -> request;
                    case Next.Refused(Next.Refusal reason) ->
                        throw new IllegalStateException("a new request was refused: " + reason);
                });
    }

    private static Submission.Place place(Place place) {
        return new Submission.Place(Optional.of(place.grid()), place.publicLabel(), place.fullLabel());
    }

    private static Submission.Matter matter(Classification matter) {
        return matter(matter.category(), matter.nature(), matter.confidence());
    }

    private static Submission.Matter matter(Category category, Nature nature, double confidence) {
        return new Submission.Matter(
                category.code(),
                category.name(),
                category.tier(),
                category.level(),
                nature,
                confidence,
                category.has(Flag.SENSITIVE));
    }
}
