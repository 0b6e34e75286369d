package cn.huying.api.mongo.broadcast;

import static com.mongodb.client.model.Filters.eq;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.Mongo;
import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.AlertStore;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code alerts} {_id sender|identifier, v, kind, sent} and {@code alert_references} {_id referred to|by, v, to}: a row of its own for each
 * reference, so that it is found by an index everywhere.
 */
public final class MongoAlertStore implements AlertStore {
    private final MongoCollection<BsonDocument> alerts;
    private final MongoCollection<BsonDocument> references;

    public MongoAlertStore(MongoDatabase database) {
        this.alerts = database.getCollection("alerts", BsonDocument.class);
        this.references = database.getCollection("alert_references", BsonDocument.class);
    }

    /** Creates the index by which an alert finds what lifts it. */
    public Mono<Void> prepare() {
        return Mono.from(references.createIndex(Indexes.ascending("to"))).then();
    }

    /** The references first: an alert that is there has all of its own. */
    @Override
    public Mono<Void> keep(Alert alert) {
        return Mono.defer(
                        () -> Mono.from(alerts.find(eq("_id", alert.id().key())).limit(1)))
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : referring(alert).then(insert(alerts, document(alert))));
    }

    private Mono<Void> referring(Alert alert) {
        return Flux.fromIterable(alert.references())
                .concatMap(to -> insert(references, reference(to, alert.id())))
                .then();
    }

    private static Mono<Void> insert(MongoCollection<BsonDocument> into, BsonDocument document) {
        return Mono.defer(() -> Mono.from(into.insertOne(document)))
                .then()
                .onErrorResume(Mongo::isDuplicate, known -> Mono.empty());
    }

    private static BsonDocument document(Alert alert) {
        return new BsonDocument("_id", Documents.string(alert.id().key()))
                .append("v", Documents.number(1))
                .append("kind", Documents.name(alert.kind()))
                .append("sent", Documents.time(alert.sent()));
    }

    private static BsonDocument reference(AlertId to, AlertId by) {
        return new BsonDocument("_id", Documents.string(to.key() + '|' + by.key()))
                .append("v", Documents.number(1))
                .append("to", Documents.string(to.key()));
    }

    @Override
    public Mono<Boolean> isSuperseded(AlertId id) {
        return Mono.defer(() -> Mono.from(references.countDocuments(eq("to", id.key()), new CountOptions().limit(1))))
                .map(count -> count > 0);
    }
}
