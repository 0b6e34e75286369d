package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.huying.api.mongo.request.MongoServiceRequestStore;
import cn.huying.bot.delivery.allowance.Allowance;
import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.message.Sender;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code quotas} {_id appId:openid, v, rev, wrote {at, used}, touched {at, used}}. */
public final class MongoQuotaLedger implements QuotaLedger {
    private static final long MOST_CONFLICTS = 50;
    private static final Duration FIRST_RETRY = Duration.ofMillis(2);
    private static final Duration LONGEST_RETRY = Duration.ofMillis(100);
    private static final FindOneAndUpdateOptions AS_IT_WAS = new FindOneAndUpdateOptions();

    private final MongoCollection<BsonDocument> quotas;
    private final Clock clock;

    public MongoQuotaLedger(MongoDatabase database, Clock clock) {
        this.quotas = database.getCollection("quotas", BsonDocument.class);
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> take(Sender sender) {
        return change(sender, allowance -> allowance.take(clock.instant()));
    }

    @Override
    public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
        return change(
                        sender,
                        allowance -> Optional.of(allowance.opened(kind, at)).filter(next -> !next.equals(allowance)))
                .then();
    }

    /** False when the function had nothing to change. */
    private Mono<Boolean> change(Sender sender, Function<Allowance, Optional<Allowance>> step) {
        return Mono.defer(() -> Mono.from(quotas.find(eq("_id", sender.key())).limit(1)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> step.apply(
                                found.map(MongoQuotaLedger::allowance).orElseGet(Allowance::none))
                        .map(next -> write(sender, found, next).thenReturn(true))
                        .orElseGet(() -> Mono.just(false)))
                .retryWhen(Retry.backoff(MOST_CONFLICTS, FIRST_RETRY)
                        .maxBackoff(LONGEST_RETRY)
                        .filter(MongoServiceRequestStore.RevisionConflictException.class::isInstance));
    }

    private Mono<BsonDocument> write(Sender sender, Optional<BsonDocument> found, Allowance next) {
        long rev = found.map(document -> document.getNumber("rev").longValue()).orElse(0L);
        BsonDocument document = new BsonDocument("_id", Documents.string(sender.key()))
                .append("v", new BsonInt32(1))
                .append("rev", new BsonInt64(rev + 1))
                .append("wrote", window(next.wrote()))
                .append("touched", window(next.touched()));
        return found.isPresent() ? replace(sender, rev, document) : insert(document);
    }

    private Mono<BsonDocument> insert(BsonDocument document) {
        return Mono.from(quotas.insertOne(document))
                .thenReturn(document)
                .onErrorMap(Mongo::isDuplicate, e -> conflict());
    }

    private Mono<BsonDocument> replace(Sender sender, long rev, BsonDocument document) {
        Bson mine = and(eq("_id", sender.key()), eq("rev", rev));
        BsonDocument set = document.clone();
        set.remove("_id");
        return Mono.from(quotas.findOneAndUpdate(mine, new BsonDocument("$set", set), AS_IT_WAS))
                .switchIfEmpty(Mono.error(MongoQuotaLedger::conflict));
    }

    private static RuntimeException conflict() {
        return new MongoServiceRequestStore.RevisionConflictException();
    }

    private static BsonDocument window(Allowance.Window window) {
        return new BsonDocument("at", Documents.time(window.openedAt()))
                .append("used", Documents.number(window.used()));
    }

    private static Allowance allowance(BsonDocument document) {
        return new Allowance(window(document, "wrote"), window(document, "touched"));
    }

    private static Allowance.Window window(BsonDocument document, String name) {
        BsonDocument window = document.getDocument(name);
        return new Allowance.Window(Documents.time(window, "at"), Documents.integer(window, "used"));
    }
}
