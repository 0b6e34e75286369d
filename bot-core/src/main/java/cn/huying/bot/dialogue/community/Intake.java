package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.handling.NewRequest;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.resident.ResidentStore;
import cn.huying.bot.routing.Router;
import cn.huying.bot.routing.Routing;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.Tier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Turns what the conversation collected into a request on its way. Everything is derived from the message, so doing it again changes nothing. */
public final class Intake {
    private static final String ASKED_FOR_STAFF = "asked_for_staff";
    private static final String PLACE_IN_WORDS = "place_in_words";

    private final Taxonomy taxonomy;
    private final GridTree tree;
    private final Router router;
    private final ResidentStore residents;
    private final Requests requests;

    public Intake(Taxonomy taxonomy, GridTree tree, Router router, ResidentStore residents, Requests requests) {
        this.taxonomy = taxonomy;
        this.tree = tree;
        this.router = router;
        this.residents = residents;
        this.requests = requests;
    }

    Mono<ServiceRequest> register(Hearing hearing, Draft draft, Classification matter) {
        return submit(
                hearing,
                draft,
                matter(matter),
                route(matter.category(), matter.confidence(), matter.nature(), draft.place()));
    }

    /** Empty for no code as well. */
    Optional<Category> category(String code) {
        return taxonomy.find(code);
    }

    /** A person decides what is done; what was told so far, its place and what it is about go along. */
    Mono<ServiceRequest> handToStaff(Hearing hearing, Draft draft, Classification told) {
        Draft all = draft.text().isEmpty() ? draft.about(hearing.words()) : draft.together();
        Submission.Matter matter = told.isMatter() ? matter(told) : matter(taxonomy.other(), Nature.HELP, 0);
        return submit(hearing, all, matter, new NewRequest.Routing.ToTriage(ASKED_FOR_STAFF));
    }

    /**
     * An emergency goes to those on duty where it is, and to the top of the tree when that is not known. What was being told goes along: 井盖丢了
     * is what 有人掉进去了 is about.
     */
    Mono<ServiceRequest> alert(Hearing hearing, Emergency emergency, Optional<Place> place) {
        Category category = taxonomy.find(emergency.category()).orElseGet(taxonomy::other);
        String before = Steps.draft(hearing.step()).map(Draft::text).orElse("");
        Draft draft = Draft.begun(hearing.now()).about(hearing.words()).about(before);
        Draft located = place.map(known -> draft.at(known, true)).orElse(draft);
        Place where = place.orElseGet(() -> Place.of(tree.trunk()));
        return submit(hearing, located, emergency(category), route(category, 1, Nature.HELP, Optional.of(where)));
    }

    Mono<ServiceRequest> find(RequestId id) {
        return requests.find(id);
    }

    /** The newest open request of the resident that fits; empty when this message has already made one of its own. */
    Mono<Optional<ServiceRequest>> open(Hearing hearing, Predicate<ServiceRequest> fits) {
        RequestId own = RequestId.of(hearing.origin().inboxId(), 0);
        return residents
                .of(hearing.origin().sender())
                .flatMap(requests::of)
                .map(all -> all.stream().anyMatch(request -> request.id().equals(own))
                        ? Optional.empty()
                        : all.stream()
                                .filter(request -> request.state().isOpen())
                                .filter(fits)
                                .findFirst());
    }

    /** A person was asked for and has not come yet. */
    Mono<Optional<ServiceRequest>> openCallForStaff(Hearing hearing) {
        return open(
                hearing,
                request -> request.last(Verb.TO_TRIAGE)
                        .filter(event -> event.code().equals(ASKED_FOR_STAFF))
                        .isPresent());
    }

    /** The place of a request that could not wait for it. */
    Mono<ServiceRequest> locate(Hearing hearing, RequestId id, Optional<Place> place) {
        return locate(hearing, id, place.map(Intake::place).orElseGet(() -> somewhere(hearing.words())), place);
    }

    /** More was said of a request that is out: the words become a note on it, and its place may have become better known. */
    Mono<ServiceRequest> add(Hearing hearing, ServiceRequest request, Optional<Place> place) {
        String words = hearing.words().strip();
        return act(hearing, request.id(), known -> new Action.Add(words.isEmpty() ? "…" : words))
                .flatMap(noted -> place.isPresent() ? locate(hearing, request.id(), place) : Mono.just(noted));
    }

    private Mono<ServiceRequest> locate(Hearing hearing, RequestId id, Submission.Place where, Optional<Place> place) {
        return act(hearing, id, request -> located(request, where, place));
    }

    /** Does something in the resident's name; gives the request as it is when the life cycle refuses. */
    Mono<ServiceRequest> act(Hearing hearing, RequestId id, Function<ServiceRequest, Action> action) {
        return Mono.zip(residents.of(hearing.origin().sender()), requests.find(id))
                .flatMap(both -> requests.act(
                        id,
                        action.apply(both.getT2()),
                        Actor.resident(both.getT1()).via(hearing.origin().inboxId())))
                .flatMap(next -> switch (next) {
                    case Next.Moved(ServiceRequest request) -> Mono.just(request);
                    case Next.Refused refused -> requests.find(id);
                });
    }

    /** Who gets a request whose place became known; nobody else once somebody has taken it, or a dispatcher decides. */
    private Action located(ServiceRequest request, Submission.Place where, Optional<Place> place) {
        if (request.state() != RequestState.DISPATCHED) {
            return new Action.Locate(where, Optional.empty());
        }
        Category category =
                taxonomy.find(request.submission().matter().category()).orElseGet(taxonomy::other);
        Submission.Matter matter = request.submission().matter();
        return switch (route(category, matter.confidence(), matter.nature(), place)) {
            case NewRequest.Routing.ToUnit(Unit unit, List<GridId> copies) ->
                new Action.Locate(where, Optional.of(unit), told(request, copies));
            case NewRequest.Routing.ToTriage triage -> new Action.Locate(where, Optional.empty());
        };
    }

    /** Whoever was sent the request before hears that it went elsewhere. */
    private static List<GridId> told(ServiceRequest request, List<GridId> copies) {
        Stream<GridId> before = request.standing().assignment().lead().filter(Unit::hasGroup).map(Unit::grid).stream();
        return Stream.concat(copies.stream(), before).distinct().toList();
    }

    private NewRequest.Routing route(Category category, double confidence, Nature nature, Optional<Place> place) {
        return place.<NewRequest.Routing>map(where -> switch (router.route(category, confidence, nature, where)) {
                    case Routing.Dispatch dispatch -> new NewRequest.Routing.ToUnit(unit(dispatch), dispatch.copies());
                    case Routing.Triage(Routing.Reason reason) ->
                        new NewRequest.Routing.ToTriage(reason.name().toLowerCase(Locale.ROOT));
                })
                .orElseGet(() -> new NewRequest.Routing.ToTriage(PLACE_IN_WORDS));
    }

    private Unit unit(Routing.Dispatch dispatch) {
        Level level = tree.find(dispatch.handlingGrid())
                .map(grid -> Level.at(grid.level()))
                .orElse(Level.COMMUNITY);
        return new Unit(dispatch.handlingGrid(), dispatch.unit(), level, dispatch.groupPost());
    }

    private Mono<ServiceRequest> submit(
            Hearing hearing, Draft draft, Submission.Matter matter, NewRequest.Routing routing) {
        return residents
                .of(hearing.origin().sender())
                .flatMap(resident -> requests.submit(new NewRequest(
                        RequestId.of(hearing.origin().inboxId(), 0),
                        new Submission.Requester(resident, hearing.origin().sender()),
                        matter,
                        draft.place().map(Intake::place).orElseGet(() -> somewhere(draft.placeWords())),
                        draft.text(),
                        routing,
                        hearing.origin().sentAt())))
                .map(next -> switch (next) {
                    case Next.Moved(ServiceRequest request) -> request;
                    case Next.Refused(Next.Refusal reason) ->
                        throw new IllegalStateException("a new request was refused: " + reason);
                });
    }

    /** A place in words nobody could resolve, or none at all: somewhere here, for a person to find out. */
    private Submission.Place somewhere(String words) {
        Grid trunk = tree.trunk();
        return new Submission.Place(Optional.of(trunk.id()), trunk.name(), words);
    }

    boolean isSomewhere(Submission.Place place) {
        return place.publicLabel().equals(tree.trunk().name());
    }

    private static Submission.Place place(Place place) {
        return new Submission.Place(Optional.of(place.grid()), place.publicLabel(), place.fullLabel());
    }

    /** Whatever its category's ordinary tier: somebody may be in danger now. */
    private static Submission.Matter emergency(Category category) {
        return matter(category, Tier.P0, Nature.HELP, 1);
    }

    private static Submission.Matter matter(Classification matter) {
        return matter(matter.category(), matter.nature(), matter.confidence());
    }

    private static Submission.Matter matter(Category category, Nature nature, double confidence) {
        return matter(category, category.tier(), nature, confidence);
    }

    private static Submission.Matter matter(Category category, Tier tier, Nature nature, double confidence) {
        return new Submission.Matter(
                category.code(),
                category.name(),
                tier,
                category.level(),
                nature,
                confidence,
                category.has(Flag.SENSITIVE));
    }
}
