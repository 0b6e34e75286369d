package cn.huying.api.mongo.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.SharedCommands;
import cn.huying.api.mongo.SharedCommands.Change;
import cn.huying.api.mongo.Together;
import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.envelope.DataKeys;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.ListPlace;
import cn.huying.bot.request.RequestFilter;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.request.Submission;
import cn.huying.bot.resident.ResidentId;
import com.github.benmanes.caffeine.cache.Cache;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * {@code requests}, one document each as {@link RequestMapping} writes it, with {@code sendAt} while its outbox has something to send and
 * {@code listed} while something in it waits for staff; and {@code resident_requests} {_id resident, v, requests [id…], asked [id…]}: all of
 * them, oldest first, and those about which a worker ever asked something. Without {@code asked}, in an older document, nobody knows.
 *
 * <p>The second collection is there because the embedded store scans everything on a query by a field that is not unique: a resident asking
 * for his or her requests would cost as much as all requests of the community. It is written before the request, so a request is never
 * missing in it; an id left there by a crash in between is passed over.
 */
public final class MongoServiceRequestStore implements ServiceRequestStore {
    private static final String STATE = "standing.state";
    /** Which write a revision came from: two replicas may make the same one. */
    private static final String MARK = "mark";

    private static final String ASKED = "asked";
    private static final int MOST_READ_AT_ONCE = 32;
    private static final long MOST_CONFLICTS = 50;
    private static final Duration FIRST_RETRY = Duration.ofMillis(2);
    private static final Duration LONGEST_RETRY = Duration.ofMillis(100);
    private static final long MOST_KEPT = 1_000;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final MongoCollection<BsonDocument> requests;
    private final MongoCollection<BsonDocument> ofResidents;
    private final Together<String, BsonDocument> lists;
    private final Together<UpdateOneModel<BsonDocument>, Void> enlistings;
    private final Together<String, BsonDocument> finds;
    private final Together<BsonDocument, Boolean> inserts;
    private final Together<Change, Boolean> changes;
    private final DataKeys keys;
    private final Cache<RequestId, ServiceRequest> lately = Mongo.lately(MOST_KEPT, KEPT);

    public MongoServiceRequestStore(MongoDatabase database, DataKeys keys) {
        this.requests = database.getCollection(RequestMapping.COLLECTION, BsonDocument.class);
        this.ofResidents = database.getCollection("resident_requests", BsonDocument.class);
        this.keys = keys;
        this.lists = new Together<>(residents -> SharedCommands.find(ofResidents, residents));
        this.enlistings = new Together<>(updates -> SharedCommands.update(ofResidents, updates));
        this.finds = new Together<>(ids -> SharedCommands.find(requests, ids));
        this.inserts = new Together<>(documents -> SharedCommands.insert(requests, documents));
        this.changes = new Together<>(asked -> SharedCommands.change(requests, asked));
    }

    /** Creates the indexes a MongoDB server uses to find due outboxes and the newest; for the embedded store they are of no use and no harm. */
    public Mono<Void> prepare() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return Mono.from(requests.createIndex(Indexes.descending("at", "_id")))
                .then(Mono.from(requests.createIndex(Indexes.ascending("sendAt"), sparse)))
                .then(Mono.from(requests.createIndex(Indexes.ascending("listed"), sparse)))
                .then(Mono.from(requests.createIndex(Indexes.ascending(RequestMapping.LOOK_AT), sparse)))
                .then();
    }

    @Override
    public Mono<ServiceRequest> submit(ServiceRequest request) {
        ServiceRequest stored = request.atRev(1);
        return keys.of(owner(request))
                .map(key -> marked(new RequestMapping(key, request.id()).document(stored), stored))
                .flatMap(document -> enlist(request).then(Mono.defer(() -> inserts.ask(document))))
                .flatMap(isNew -> isNew ? Mono.fromSupplier(() -> kept(stored)) : find(request.id()));
    }

    private ServiceRequest kept(ServiceRequest written) {
        lately.put(written.id(), written);
        return written;
    }

    private Mono<Void> enlist(ServiceRequest request) {
        Bson enlisted = combine(
                addToSet("requests", request.id().value()), setOnInsert("v", 1), setOnInsert(ASKED, new BsonArray()));
        return enlistings
                .ask(new UpdateOneModel<>(
                        eq("_id", owner(request).value()), enlisted, new UpdateOptions().upsert(true)))
                .retryWhen(Mongo.oneMoreOnDuplicate());
    }

    @Override
    public Mono<ServiceRequest> find(RequestId id) {
        return finds.ask(id.value()).flatMap(this::read);
    }

    private Mono<ServiceRequest> read(BsonDocument document) {
        int version = Documents.integer(document, "v");
        if (version != RequestMapping.VERSION) {
            return Mono.error(new IllegalStateException("a request of version " + version));
        }
        RequestId id = new RequestId(Documents.text(document, "_id"));
        return keys.of(RequestMapping.resident(document)).map(key -> new RequestMapping(key, id).request(document));
    }

    /**
     * What this replica wrote a moment ago need not be read again to be changed: the revision tells whether somebody else was there since.
     * A decision to leave it as it is, which writes nothing, is only taken on what the database says.
     */
    @Override
    public <T> Mono<T> compute(RequestId id, Function<ServiceRequest, Decision<T>> change) {
        return Mono.defer(() -> Mono.justOrEmpty(lately.getIfPresent(id)))
                .flatMap(written -> change.apply(written) instanceof Decision.Write<T>(ServiceRequest next, T result)
                        ? replace(written, next).thenReturn(result)
                        : Mono.empty())
                .onErrorResume(RevisionConflictException.class, overtaken -> Mono.empty())
                .switchIfEmpty(computeStored(id, change));
    }

    private <T> Mono<T> computeStored(RequestId id, Function<ServiceRequest, Decision<T>> change) {
        return Mono.defer(() -> find(id))
                .flatMap(request -> switch (change.apply(request)) {
                    case Decision.Keep<T>(T result) -> Mono.just(result);
                    case Decision.Write<T>(ServiceRequest next, T result) ->
                        replace(request, next).thenReturn(result);
                })
                .retryWhen(Retry.backoff(MOST_CONFLICTS, FIRST_RETRY)
                        .maxBackoff(LONGEST_RETRY)
                        .filter(RevisionConflictException.class::isInstance));
    }

    /** Writes what changed and adds to the history; what the resident wrote is never written again. */
    private Mono<Void> replace(ServiceRequest before, ServiceRequest next) {
        int known = before.history().size();
        if (next.history().size() < known || !next.history().subList(0, known).equals(before.history())) {
            return Mono.error(new IllegalStateException("the history of " + before.id() + " would be changed"));
        }
        return keys.of(owner(before)).flatMap(key -> {
            BsonObjectId mark = new BsonObjectId();
            Bson mine = and(eq("_id", before.id().value()), eq("rev", before.rev()));
            Bson update = combine(changes(new RequestMapping(key, before.id()), before, next, mark));
            Change change = new Change(before.id().value(), mine, update, document -> mark.equals(document.get(MARK)));
            return asked(next)
                    .then(Mono.defer(() -> changes.ask(change)))
                    .<Void>flatMap(ours -> ours ? Mono.empty() : Mono.error(new RevisionConflictException()))
                    .doOnSuccess(written -> kept(next.atRev(before.rev() + 1)))
                    .doOnError(unknown -> lately.invalidate(next.id()));
        });
    }

    /**
     * Before the request says so itself: whoever is asked is never taken for one who was not. Once more with every write while it waits, the
     * sending of the question among them: a replica of an older build may have asked, and it does not know of this.
     */
    private Mono<Void> asked(ServiceRequest next) {
        if (next.state() != RequestState.NEEDS_INFO) {
            return Mono.empty();
        }
        return enlistings.ask(new UpdateOneModel<>(
                and(eq("_id", owner(next).value()), exists(ASKED)),
                addToSet(ASKED, next.id().value())));
    }

    private static List<Bson> changes(
            RequestMapping mapping, ServiceRequest before, ServiceRequest next, BsonObjectId mark) {
        List<Bson> changes = new ArrayList<>();
        changes.add(set("rev", before.rev() + 1));
        changes.add(set(MARK, mark));
        changes.add(set("standing", RequestMapping.document(next.standing())));
        changes.add(set("outbox", mapping.outbox(next)));
        changes.add(sendAt(next).<Bson>map(at -> set("sendAt", at)).orElseGet(() -> unset("sendAt")));
        changes.add(listed(next) ? set("listed", true) : unset("listed"));
        BsonArray events = mapping.history(next, before.history().size());
        if (!events.isEmpty()) {
            changes.add(pushEach("history", events.getValues()));
        }
        Submission.Place place = next.submission().place();
        if (!place.equals(before.submission().place())) {
            changes.add(set("place", mapping.document(place)));
        }
        return changes;
    }

    private static BsonDocument marked(BsonDocument document, ServiceRequest request) {
        Documents.appendIf(document, "sendAt", sendAt(request));
        return listed(request) ? document.append("listed", BsonBoolean.TRUE) : document;
    }

    private static Optional<BsonDateTime> sendAt(ServiceRequest request) {
        return Outbox.nextDue(request.outbox()).map(Documents::time);
    }

    private static boolean listed(ServiceRequest request) {
        return request.outbox().stream().anyMatch(OutboxEntry::isListed);
    }

    @Override
    public Flux<ServiceRequest> ofRequester(ResidentId resident, int limit) {
        return lists.ask(resident.value())
                .map(document -> newest(document.getArray("requests"), limit))
                .flatMapMany(this::inOrder);
    }

    @Override
    public Mono<Boolean> mayHaveBeenAsked(ResidentId resident) {
        return lists.ask(resident.value())
                .map(document ->
                        !document.isArray(ASKED) || !document.getArray(ASKED).isEmpty())
                .defaultIfEmpty(false);
    }

    private static List<String> newest(BsonArray oldestFirst, int limit) {
        return oldestFirst.reversed().stream()
                .limit(limit)
                .map(id -> id.asString().getValue())
                .toList();
    }

    private Flux<ServiceRequest> inOrder(List<String> ids) {
        return Flux.fromIterable(ids).flatMapSequential(id -> finds.ask(id).flatMap(this::read), MOST_READ_AT_ONCE);
    }

    @Override
    public Flux<ServiceRequest> list(RequestFilter filter, Optional<ListPlace> after, int limit) {
        return Flux.from(requests.find(ListQuery.of(filter, after))
                        .sort(descending("at", "_id"))
                        .limit(limit))
                .concatMap(this::read);
    }

    @Override
    public Flux<RequestId> withDueOutbox(Instant now, int limit) {
        return passed("sendAt", now, limit);
    }

    @Override
    public Flux<RequestId> toLookAt(Instant now, int limit) {
        return passed(RequestMapping.LOOK_AT, now, limit);
    }

    private Flux<RequestId> passed(String field, Instant now, int limit) {
        return Flux.from(requests.find(lte(field, Documents.time(now)))
                        .sort(ascending(field))
                        .limit(limit)
                        .projection(include("_id")))
                .map(document -> new RequestId(Documents.text(document, "_id")));
    }

    @Override
    public Flux<ServiceRequest> withListedOutbox(int limit) {
        return Flux.from(requests.find(eq("listed", true)).limit(limit)).concatMap(this::read);
    }

    private static ResidentId owner(ServiceRequest request) {
        return request.submission().requester().resident();
    }

    /** Somebody else changed the request between reading and writing. */
    public static final class RevisionConflictException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RevisionConflictException() {
            super("revision conflict", null, false, false);
        }
    }
}
