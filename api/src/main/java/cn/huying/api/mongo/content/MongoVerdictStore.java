package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.intent.Feedback;
import cn.huying.bot.repair.Verdict;
import cn.huying.bot.repair.VerdictCount;
import cn.huying.bot.repair.VerdictStore;
import cn.huying.knowledge.faq.EntryId;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code verdicts} {_id, v, entry, edition, said, at}: one for each answer anything was said of, with nothing that tells who. */
public final class MongoVerdictStore implements VerdictStore {
    private static final ReplaceOptions AS_SAID_LAST = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions EACH_FOR_ITSELF = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> verdicts;

    public MongoVerdictStore(MongoDatabase database) {
        this.verdicts = database.getCollection("verdicts", BsonDocument.class);
    }

    /** Creates the indexes by which the old are forgotten and those of one entry found. */
    public Mono<Void> prepare() {
        return Mono.from(verdicts.createIndex(Indexes.ascending("at")))
                .then(Mono.from(verdicts.createIndex(Indexes.ascending("entry"))))
                .then();
    }

    @Override
    public Mono<Void> keep(List<Verdict> said) {
        return said.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> Mono.from(verdicts.bulkWrite(
                                said.stream().map(MongoVerdictStore::write).toList(), EACH_FOR_ITSELF)))
                        .then();
    }

    private static ReplaceOneModel<BsonDocument> write(Verdict verdict) {
        BsonDocument document = new BsonDocument("_id", Documents.string(verdict.id()))
                .append("v", Documents.number(1))
                .append("entry", Documents.string(verdict.entry().value()))
                .append("edition", new BsonInt64(verdict.edition()))
                .append("said", Documents.name(verdict.said()))
                .append("at", Documents.time(verdict.at()));
        return new ReplaceOneModel<>(eq("_id", verdict.id()), document, AS_SAID_LAST);
    }

    @Override
    public Flux<VerdictCount> counts() {
        return counts(new BsonDocument());
    }

    @Override
    public Flux<VerdictCount> counts(EntryId entry) {
        return counts(eq("entry", entry.value()));
    }

    private Flux<VerdictCount> counts(Bson which) {
        return Flux.defer(() -> Flux.from(verdicts.find(which).projection(include("entry", "edition", "said"))))
                .collect(HashMap<VerdictCount, VerdictCount>::new, MongoVerdictStore::count)
                .flatMapIterable(Map::values);
    }

    private static void count(Map<VerdictCount, VerdictCount> counts, BsonDocument document) {
        VerdictCount none = VerdictCount.none(
                new EntryId(Documents.text(document, "entry")),
                document.getNumber("edition").longValue());
        VerdictCount one = none.and(Documents.oneOf(Feedback.class, document, "said"));
        counts.merge(none, one, VerdictCount::and);
    }

    @Override
    public Mono<Long> forget(Instant saidBefore) {
        return Mono.defer(() -> Mono.from(verdicts.deleteMany(lt("at", Documents.time(saidBefore)))))
                .map(DeleteResult::getDeletedCount);
    }
}
