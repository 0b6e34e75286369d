package cn.huying.api.mongo.broadcast;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.Mongo;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.Outcome;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.message.AppId;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code recipients} {_id run|channel|who, v, batch, resident, as | group, outcome} and {@code broadcast_batches} {_id, v, run, number,
 * channel, account, rank, size, attempts, state, due, owner, uncertain, remoteId, tally}. What is known of a whole batch is kept with the
 * batch: a mass send to ten thousand is one small write.
 */
public final class MongoRecipientStore implements RecipientStore {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int DUPLICATE_KEY = 11000;
    private static final FindOneAndUpdateOptions GRAVEST_FIRST =
            new FindOneAndUpdateOptions().sort(ascending("rank", "number")).returnDocument(ReturnDocument.BEFORE);

    private final MongoCollection<BsonDocument> rows;
    private final MongoCollection<BsonDocument> batches;

    public MongoRecipientStore(MongoDatabase database) {
        this.rows = database.getCollection("recipients", BsonDocument.class);
        this.batches = database.getCollection("broadcast_batches", BsonDocument.class);
    }

    /** Creates the indexes by which a run finds its batches, a batch its rows and a report its batch. */
    public Mono<Void> prepare() {
        return Mono.from(rows.createIndex(Indexes.ascending("batch")))
                .then(Mono.from(batches.createIndex(Indexes.ascending("run"))))
                .then(Mono.from(batches.createIndex(Indexes.ascending("remoteId"), new IndexOptions().sparse(true))))
                .then();
    }

    /** The rows first: a batch that can be claimed is whole. */
    @Override
    public Mono<Void> write(Batch batch, List<? extends Recipient> recipients) {
        return Flux.fromIterable(recipients)
                .map(recipient -> BatchMapping.row(batch, recipient))
                .buffer(ROWS_AT_ONCE)
                .concatMap(this::insert)
                .then(Mono.defer(() -> Mono.from(batches.insertOne(BatchMapping.document(batch)))))
                .then()
                .onErrorResume(Mongo::isDuplicate, known -> Mono.empty());
    }

    private Mono<Void> insert(List<BsonDocument> documents) {
        return Mono.from(rows.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(MongoRecipientStore::onlyDuplicates, known -> Mono.empty());
    }

    private static boolean onlyDuplicates(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(each -> each.getCode() == DUPLICATE_KEY);
    }

    @Override
    public Mono<Batch> claim(Set<String> runs, String owner, Instant now, Instant leaseUntil) {
        Bson due = and(in("run", runs), lte("due", Documents.time(now)));
        Bson take = combine(
                set("state", "SENDING"),
                set("owner", owner),
                set("due", Documents.time(leaseUntil)),
                inc("attempts", 1));
        return Mono.defer(() -> Mono.from(batches.findOneAndUpdate(due, take, GRAVEST_FIRST)))
                .map(before -> BatchMapping.batch(before).claimed(owner, leaseUntil))
                .flatMap(claimed -> remember(claimed).thenReturn(claimed));
    }

    /** That an earlier attempt may have gone out must survive this one, should it end without a word. */
    private Mono<Void> remember(Batch claimed) {
        return claimed.progress() instanceof Progress.Sending(String _, Instant _, boolean again) && again
                ? Mono.from(batches.updateOne(ours(claimed), set("uncertain", true)))
                        .then()
                : Mono.empty();
    }

    private static Bson ours(Batch claimed) {
        return and(eq("_id", claimed.id().key()), eq("state", "SENDING"), eq("attempts", claimed.attempts()));
    }

    @Override
    public Flux<Row> rows(BatchId batch) {
        return Flux.defer(() -> Flux.from(rows.find(eq("batch", batch.key())).timeoutMode(TimeoutMode.ITERATION)))
                .map(BatchMapping::row);
    }

    @Override
    public Mono<Void> record(BatchId batch, Map<Outcome, List<Recipient>> outcomes) {
        return rowIds(batch)
                .flatMapMany(ids -> Flux.fromIterable(outcomes.entrySet())
                        .concatMap(entry -> record(entry.getKey(), entry.getValue(), ids)))
                .then();
    }

    /** The ids of the batch's rows, by who it is. */
    private Mono<Map<String, String>> rowIds(BatchId batch) {
        return Flux.defer(() -> Flux.from(rows.find(eq("batch", batch.key()))))
                .collectMap(
                        document -> BatchMapping.row(document).recipient().who(),
                        document -> Documents.text(document, "_id"));
    }

    private Mono<Void> record(Outcome outcome, List<Recipient> recipients, Map<String, String> ids) {
        List<String> meant = recipients.stream()
                .map(recipient -> ids.getOrDefault(recipient.who(), ""))
                .toList();
        Bson open = and(in("_id", meant), exists("outcome", false));
        return Mono.from(rows.updateMany(open, set("outcome", BatchMapping.outcome(outcome))))
                .then();
    }

    @Override
    public Mono<Boolean> settle(Batch claimed, Progress next) {
        Bson change = combine(BatchMapping.progress(next).entrySet().stream()
                .<Bson>map(entry -> set(entry.getKey(), entry.getValue()))
                .toList());
        return Mono.defer(() -> Mono.from(batches.updateOne(ours(claimed), change)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> reported(AppId account, String remoteId, Tally tally) {
        Bson meant = and(eq("remoteId", remoteId), eq("account", account.value()));
        return Mono.defer(() -> Mono.from(batches.updateOne(meant, set("tally", BatchMapping.tally(tally)))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<Batch> batches(String run) {
        return Flux.defer(() -> Flux.from(
                        batches.find(eq("run", run)).sort(ascending("number")).timeoutMode(TimeoutMode.ITERATION)))
                .map(BatchMapping::batch);
    }
}
