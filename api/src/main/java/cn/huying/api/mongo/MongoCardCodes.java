package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.staff.WorkerId;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** {@code cards} {_id request:worker, v, code, at}. A code is of no use without the application's token, so it is not sealed. */
public final class MongoCardCodes implements CardCodes {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> cards;

    public MongoCardCodes(MongoDatabase database) {
        this.cards = database.getCollection("cards", BsonDocument.class);
    }

    @Override
    public Mono<Void> keep(String about, WorkerId worker, String code, Instant at) {
        Bson kept = combine(set("v", 1), set("code", code), set("at", Documents.time(at)));
        return Mono.defer(() -> Mono.from(cards.updateOne(one(about, worker), kept, UPSERT)))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .then();
    }

    @Override
    public Mono<String> find(String about, WorkerId worker) {
        return Mono.from(cards.find(one(about, worker)).limit(1)).map(document -> Documents.text(document, "code"));
    }

    @Override
    public Mono<Void> drop(String about, WorkerId worker, String code) {
        return Mono.from(cards.deleteOne(and(one(about, worker), eq("code", code))))
                .then();
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return Mono.from(cards.deleteMany(lt("at", Documents.time(before)))).map(DeleteResult::getDeletedCount);
    }

    private static Bson one(String about, WorkerId worker) {
        return eq("_id", about + ':' + worker);
    }
}
