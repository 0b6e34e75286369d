package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.repair.Unanswered;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.knowledge.faq.EntryId;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code unanswered} {_id, v, words, entry, at}: scrubbed words with nothing beside them that tells who asked, so nothing is sealed. */
public final class MongoUnansweredStore implements UnansweredStore {
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);

    private final MongoCollection<BsonDocument> unanswered;

    public MongoUnansweredStore(MongoDatabase database) {
        this.unanswered = database.getCollection("unanswered", BsonDocument.class);
    }

    /** Creates the index by which the newest are read and the old are forgotten. */
    public Mono<Void> prepare() {
        return Mono.from(unanswered.createIndex(Indexes.ascending("at"))).then();
    }

    @Override
    public Mono<Void> keep(List<Unanswered> questions) {
        if (questions.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> Mono.from(unanswered.insertMany(
                        questions.stream().map(MongoUnansweredStore::document).toList(), EACH_FOR_ITSELF)))
                .then()
                .onErrorResume(MongoUnansweredStore::areOnlyKnown, known -> Mono.empty());
    }

    private static boolean areOnlyKnown(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static BsonDocument document(Unanswered question) {
        BsonDocument document = new BsonDocument("_id", Documents.string(question.id()))
                .append("v", Documents.number(1))
                .append("words", Documents.string(question.words()))
                .append("at", Documents.time(question.at()));
        return Documents.appendIf(document, "entry", question.entry().map(entry -> Documents.string(entry.value())));
    }

    @Override
    public Flux<Unanswered> newest(int limit) {
        return Flux.defer(
                        () -> Flux.from(unanswered.find().sort(descending("at")).limit(limit)))
                .map(MongoUnansweredStore::question);
    }

    private static Unanswered question(BsonDocument document) {
        Optional<EntryId> entry = document.containsKey("entry")
                ? Optional.of(new EntryId(Documents.text(document, "entry")))
                : Optional.empty();
        return new Unanswered(
                Documents.text(document, "_id"),
                Documents.text(document, "words"),
                entry,
                Documents.time(document, "at"));
    }

    @Override
    public Mono<Long> dismiss(Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(0L)
                : Mono.defer(() -> Mono.from(unanswered.deleteMany(in("_id", ids))))
                        .map(DeleteResult::getDeletedCount);
    }

    @Override
    public Mono<Long> forget(Instant askedBefore) {
        return Mono.defer(() -> Mono.from(unanswered.deleteMany(lt("at", Documents.time(askedBefore)))))
                .map(DeleteResult::getDeletedCount);
    }
}
