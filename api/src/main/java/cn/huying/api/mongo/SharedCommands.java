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
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One command for several callers, and each caller's own outcome: what {@link Together} sends. */
final class SharedCommands {
    private static final String ID = "_id";
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private SharedCommands() {}

    /** The document of each id, empty where there is none. */
    static Mono<Function<String, Mono<BsonDocument>>> find(MongoCollection<BsonDocument> in, List<String> ids) {
        return Flux.from(in.find(in(ID, ids)).batchSize(ids.size() + 1))
                .collectMap(document -> document.getString(ID).getValue())
                .map(found -> id -> Mono.justOrEmpty(found.get(id)));
    }

    /** Whether each document went in; {@code false} for one whose id was there already. */
    static Mono<Function<BsonDocument, Mono<Boolean>>> insert(
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

    /** Changes whose callers need not know whether their document was there. */
    static Mono<Function<UpdateOneModel<BsonDocument>, Mono<Void>>> update(
            MongoCollection<BsonDocument> in, List<UpdateOneModel<BsonDocument>> changes) {
        return Mono.from(in.bulkWrite(changes, IN_ANY_ORDER)).map(done -> change -> Mono.empty());
    }
}
