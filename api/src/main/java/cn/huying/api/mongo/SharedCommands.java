package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One command for several callers, and each caller's own outcome: what {@link Together} sends. */
public final class SharedCommands {
    private static final String ID = "_id";
    private static final Bson EVERYTHING = new BsonDocument();
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private SharedCommands() {}

    /** The document of each id, empty where there is none. */
    public static Mono<Function<String, Mono<BsonDocument>>> find(MongoCollection<BsonDocument> in, List<String> ids) {
        return find(in, EVERYTHING, ids);
    }

    /** As {@link #find(MongoCollection, List)}, only some of its fields. */
    public static Mono<Function<String, Mono<BsonDocument>>> find(
            MongoCollection<BsonDocument> in, Bson fields, List<String> ids) {
        return Flux.from(in.find(in(ID, ids)).projection(fields).batchSize(ids.size() + 1))
                .collectMap(document -> document.getString(ID).getValue())
                .map(found -> id -> Mono.justOrEmpty(found.get(id)));
    }

    /** Whether each document went in; {@code false} for one whose id was there already. */
    public static Mono<Function<BsonDocument, Mono<Boolean>>> insert(
            MongoCollection<BsonDocument> into, List<BsonDocument> documents) {
        return Mono.from(into.insertMany(documents, EACH_FOR_ITSELF))
                .map(all -> refused(documents, List.of()))
                .onErrorResume(
                        MongoBulkWriteException.class,
                        some -> some.getWriteConcernError() == null
                                ? Mono.just(refused(documents, some.getWriteErrors()))
                                : Mono.error(some))
                .map(refused -> document -> outcome(refused.get(document)));
    }

    private static Map<BsonDocument, BulkWriteError> refused(List<BsonDocument> sent, List<BulkWriteError> errors) {
        Map<BsonDocument, BulkWriteError> refused = new IdentityHashMap<>();
        errors.forEach(error -> refused.put(sent.get(error.getIndex()), error));
        return refused;
    }

    private static Mono<Boolean> outcome(@Nullable BulkWriteError error) {
        if (error == null) {
            return Mono.just(true);
        }
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY
                ? Mono.just(false)
                : Mono.error(new MongoException(error.getCode(), error.getMessage()));
    }

    /**
     * A change of one document under a condition.
     *
     * @param done recognises by the document that this change was made to it
     */
    public record Change(String id, Bson condition, Bson update, Predicate<BsonDocument> done) {}

    /**
     * Whether each document met its condition and was changed. The server only says how many were: when some were not, the documents are
     * asked. One that was changed once more in that moment is taken for not changed; its caller runs again, as after a lost claim.
     */
    public static Mono<Function<Change, Mono<Boolean>>> change(MongoCollection<BsonDocument> in, List<Change> changes) {
        List<UpdateOneModel<BsonDocument>> models = changes.stream()
                .map(change -> new UpdateOneModel<BsonDocument>(change.condition(), change.update()))
                .toList();
        return Mono.from(in.bulkWrite(models, IN_ANY_ORDER)).flatMap(result -> {
            if (result.getMatchedCount() == changes.size()) {
                return Mono.just(change -> Mono.just(true));
            }
            if (result.getMatchedCount() == 0) {
                return Mono.just(change -> Mono.just(false));
            }
            return find(in, changes.stream().map(Change::id).toList())
                    .map(found -> change ->
                            found.apply(change.id()).map(change.done()::test).defaultIfEmpty(false));
        });
    }

    /** Changes whose callers need not know whether their document was there. */
    public static Mono<Function<UpdateOneModel<BsonDocument>, Mono<Void>>> update(
            MongoCollection<BsonDocument> in, List<UpdateOneModel<BsonDocument>> changes) {
        return Mono.from(in.bulkWrite(changes, IN_ANY_ORDER)).map(done -> change -> Mono.empty());
    }
}
