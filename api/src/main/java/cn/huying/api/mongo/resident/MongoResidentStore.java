package cn.huying.api.mongo.resident;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.huying.api.mongo.BsonBytes;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.SharedCommands;
import cn.huying.api.mongo.Together;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.DataKeys;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.ResidentDirectory;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.resident.ResidentStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code residents} {_id, v, key (wrapped data key), home (sealed), grid (the node the home hangs on, for broadcasts)} and {@code channel_users} {_id appId:openid, v, resident, following,
 * followedAt}. Who is behind a sender and the unwrapped keys are cached here; both change only by merging or erasing a person, which a
 * replica notices after {@link #CACHED}.
 */
public final class MongoResidentStore implements ResidentStore, ResidentDirectory, DataKeys {
    private static final Duration CACHED = Duration.ofMinutes(10);
    private static final int MOST_CACHED = 50_000;
    private static final int AT_ONCE = 500;
    private static final FindOneAndUpdateOptions CREATE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> residents;
    private final MongoCollection<Document> channelUsers;
    private final Keyring keyring;
    private final Together<String, BsonDocument> homes;
    private final Cache<Sender, ResidentId> people = Mongo.lately(MOST_CACHED, CACHED);
    private final Cache<ResidentId, DataKey> keys = Mongo.lately(MOST_CACHED, CACHED);

    public MongoResidentStore(MongoDatabase database, Keyring keyring) {
        this.residents = database.getCollection("residents");
        this.channelUsers = database.getCollection("channel_users");
        this.keyring = keyring;
        MongoCollection<BsonDocument> kept = database.getCollection("residents", BsonDocument.class);
        this.homes = new Together<>(ids -> SharedCommands.find(kept, include("home", "grid"), ids));
    }

    /** Creates the indexes by which a broadcast finds who lives in a grid, and how they are reached. */
    public Mono<Void> prepare() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return Mono.from(residents.createIndex(Indexes.ascending("grid"), sparse))
                .then(Mono.from(channelUsers.createIndex(Indexes.ascending("resident"))))
                .then();
    }

    @Override
    public Mono<ResidentId> of(Sender sender) {
        ResidentId cached = people.getIfPresent(sender);
        return cached != null ? Mono.just(cached) : meet(sender);
    }

    private Mono<ResidentId> meet(Sender sender) {
        String random = UUID.randomUUID().toString().replace("-", "");
        Bson fresh = combine(setOnInsert("v", 1), setOnInsert("resident", random));
        return Mono.from(channelUsers.findOneAndUpdate(eq("_id", sender.key()), fresh, CREATE))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .map(document -> new ResidentId(document.getString("resident")))
                .doOnNext(resident -> people.put(sender, resident));
    }

    @Override
    public Mono<DataKey> of(ResidentId resident) {
        DataKey cached = keys.getIfPresent(resident);
        return cached != null ? Mono.just(cached) : unwrap(resident);
    }

    private Mono<DataKey> unwrap(ResidentId resident) {
        Bson fresh = combine(setOnInsert("v", 1), setOnInsert("key", keyring.newWrappedKey(resident)));
        return Mono.from(residents.findOneAndUpdate(eq("_id", resident.value()), fresh, CREATE))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .map(document -> keyring.unwrap(
                        resident, document.get("key", Binary.class).getData()))
                .doOnNext(key -> keys.put(resident, key));
    }

    @Override
    public Mono<Home> homeOf(ResidentId resident) {
        return homes.ask(resident.value())
                .filter(document -> document.containsKey("home"))
                .flatMap(document -> of(resident)
                        .map(key ->
                                home(key, resident, document.getBinary("home").getData()))
                        .flatMap(home -> document.containsKey("grid") ? Mono.just(home) : placed(resident, home)));
    }

    /** Homes kept before broadcasts existed have no grid beside them. */
    private Mono<Home> placed(ResidentId resident, Home home) {
        return Mono.from(residents.updateOne(eq("_id", resident.value()), grid(home)))
                .thenReturn(home);
    }

    private static Home home(DataKey key, ResidentId resident, byte[] closed) {
        return new Home(PlaceMapping.place(BsonBytes.parse(key.openBytes(homeField(resident), closed))));
    }

    /** The grid is kept in the open beside the sealed home: it says no more than that somebody lives among some thirty households. */
    @Override
    public Mono<Void> settle(ResidentId resident, Home home) {
        return of(resident)
                .flatMap(key -> Mono.from(residents.updateOne(
                        eq("_id", resident.value()),
                        combine(
                                set(
                                        "home",
                                        key.seal(
                                                homeField(resident),
                                                BsonBytes.of(PlaceMapping.document(home.place())))),
                                grid(home)))))
                .then();
    }

    private static Bson grid(Home home) {
        return set("grid", home.place().grid().value());
    }

    @Override
    public Flux<Neighbour> at(Set<GridId> nodes) {
        List<String> grids = nodes.stream().map(GridId::value).toList();
        return Flux.defer(() -> Flux.from(residents
                        .find(in("grid", grids))
                        .projection(include("_id"))
                        .timeoutMode(TimeoutMode.ITERATION)))
                .map(document -> document.getString("_id"))
                .buffer(AT_ONCE)
                .concatMap(this::neighbours);
    }

    private Flux<Neighbour> neighbours(List<String> people) {
        return Flux.defer(() -> Flux.from(channelUsers
                        .find(in("resident", people))
                        .projection(include("resident", "following"))
                        .timeoutMode(TimeoutMode.ITERATION)))
                .collectMultimap(user -> user.getString("resident"))
                .flatMapIterable(users -> people.stream()
                        .map(person -> neighbour(person, users.getOrDefault(person, List.of())))
                        .toList());
    }

    /** Whoever wrote and never stated anything about following can be reached. */
    private static Neighbour neighbour(String person, Collection<Document> users) {
        List<Sender> follows = users.stream()
                .filter(user -> !Boolean.FALSE.equals(user.getBoolean("following")))
                .map(user -> user.getString("_id"))
                .sorted()
                .map(Sender::ofKey)
                .toList();
        return new Neighbour(new ResidentId(person), follows, follows.size() < users.size());
    }

    @Override
    public Mono<Void> follows(Sender sender, boolean following, Instant at) {
        Bson newer = or(exists("followedAt", false), lt("followedAt", Date.from(at)));
        Bson change = combine(set("following", following), set("followedAt", Date.from(at)));
        return of(sender)
                .then(Mono.from(channelUsers.updateOne(and(eq("_id", sender.key()), newer), change)))
                .then();
    }

    private static Field homeField(ResidentId resident) {
        return new Field("residents", resident.value(), "home");
    }
}
