package cn.huying.api.mongo.broadcast;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import cn.huying.api.mongo.Mongo;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.BroadcastStore;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Set;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code broadcasts}, each changed by comparing its {@code rev}: {@link BroadcastMapping}. */
public final class MongoBroadcastStore implements BroadcastStore {
    private final MongoCollection<BsonDocument> broadcasts;

    public MongoBroadcastStore(MongoDatabase database) {
        this.broadcasts = database.getCollection("broadcasts", BsonDocument.class);
    }

    /** Creates the indexes by which the jobs find the few under way, and the console the newest. */
    public Mono<Void> prepare() {
        return Flux.just("state", "createdAt")
                .concatMap(field -> broadcasts.createIndex(Indexes.ascending(field)))
                .then();
    }

    @Override
    public Mono<Boolean> insert(Broadcast broadcast) {
        return Mono.defer(() -> Mono.from(broadcasts.insertOne(BroadcastMapping.document(broadcast, 1))))
                .thenReturn(true)
                .onErrorResume(Mongo::isDuplicate, known -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(Broadcast next) {
        return Mono.defer(() -> Mono.from(broadcasts.replaceOne(
                        and(eq("_id", next.id().value()), eq("rev", next.rev())),
                        BroadcastMapping.document(next, next.rev() + 1))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Broadcast> find(BroadcastId id) {
        return Mono.defer(() -> Mono.from(broadcasts.find(eq("_id", id.value())).limit(1)))
                .map(BroadcastMapping::broadcast);
    }

    @Override
    public Flux<Broadcast> in(Set<BroadcastState> states, int limit) {
        return Flux.defer(() -> Flux.from(broadcasts
                        .find(Filters.in(
                                "state", states.stream().map(Enum::name).toList()))
                        .sort(descending("createdAt"))
                        .limit(limit)))
                .map(BroadcastMapping::broadcast);
    }

    @Override
    public Flux<Broadcast> newest(int limit) {
        return Flux.defer(() -> Flux.from(
                        broadcasts.find().sort(descending("createdAt")).limit(limit)))
                .map(BroadcastMapping::broadcast);
    }
}
