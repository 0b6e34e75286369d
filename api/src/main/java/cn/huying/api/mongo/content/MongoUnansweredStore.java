package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
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
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code unanswered} {_id, v, key, words, entry, at}: words that were scrubbed and are sealed all the same, each with a key of its own; nothing
 * beside them tells who asked.
 */
public final class MongoUnansweredStore implements UnansweredStore {
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);

    private static final String COLLECTION = "unanswered";

    private final MongoCollection<BsonDocument> unanswered;
    private final Keyring keyring;

    public MongoUnansweredStore(MongoDatabase database, Keyring keyring) {
        this.keyring = keyring;
        this.unanswered = database.getCollection(COLLECTION, BsonDocument.class);
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
                        questions.stream().map(this::document).toList(), EACH_FOR_ITSELF)))
                .then()
                .onErrorResume(MongoUnansweredStore::areOnlyKnown, known -> Mono.empty());
    }

    private static boolean areOnlyKnown(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private BsonDocument document(Unanswered question) {
        Field key = field(question.id(), "key");
        byte[] wrapped = keyring.newWrappedKey(key);
        byte[] words = keyring.unwrap(key, wrapped).seal(field(question.id(), "words"), question.words());
        BsonDocument document = new BsonDocument("_id", Documents.string(question.id()))
                .append("v", Documents.number(2))
                .append("key", new BsonBinary(wrapped))
                .append("words", new BsonBinary(words))
                .append("at", Documents.time(question.at()));
        return Documents.appendIf(document, "entry", question.entry().map(entry -> Documents.string(entry.value())));
    }

    @Override
    public Flux<Unanswered> newest(int limit) {
        return Flux.defer(
                        () -> Flux.from(unanswered.find().sort(descending("at")).limit(limit)))
                .map(this::question);
    }

    private static Field field(String id, String name) {
        return new Field(COLLECTION, id, name);
    }

    /** The first version was not sealed. */
    private String words(String id, BsonDocument document) {
        if (document.isString("words")) {
            return Documents.text(document, "words");
        }
        DataKey key = keyring.unwrap(field(id, "key"), document.getBinary("key").getData());
        return key.open(field(id, "words"), document.getBinary("words").getData());
    }

    private Unanswered question(BsonDocument document) {
        String id = Documents.text(document, "_id");
        Optional<EntryId> entry = document.containsKey("entry")
                ? Optional.of(new EntryId(Documents.text(document, "entry")))
                : Optional.empty();
        return new Unanswered(id, words(id, document), entry, Documents.time(document, "at"));
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
