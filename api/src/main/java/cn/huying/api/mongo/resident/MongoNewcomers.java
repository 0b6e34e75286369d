package cn.huying.api.mongo.resident;

import static com.mongodb.client.model.Filters.eq;

import cn.huying.api.mongo.BsonBytes;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.ResidentId;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * Takes in many residents whose homes are known before any of them wrote, in two writes. Whoever is there already stays as he or she is.
 */
public final class MongoNewcomers {
    private static final int DUPLICATE_KEY = 11_000;
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> residents;
    private final MongoCollection<Document> channelUsers;
    private final Keyring keyring;

    public MongoNewcomers(MongoDatabase database, Keyring keyring) {
        this.residents = database.getCollection("residents");
        this.channelUsers = database.getCollection("channel_users");
        this.keyring = keyring;
    }

    /** @param resident derived from the sender, so that taking in twice makes nobody twice */
    public record Newcomer(Sender sender, ResidentId resident, Home home) {}

    /** Whether they were taken in before; the last one is written last. */
    public Mono<Boolean> here(List<Newcomer> newcomers) {
        return newcomers.isEmpty()
                ? Mono.just(true)
                : Mono.from(channelUsers.find(
                                eq("_id", newcomers.getLast().sender().key())))
                        .hasElement();
    }

    public Mono<Void> takeIn(List<Newcomer> newcomers) {
        return Mono.defer(() ->
                        insert(residents, newcomers.stream().map(this::person).toList()))
                .then(Mono.defer(() -> insert(
                        channelUsers,
                        newcomers.stream().map(MongoNewcomers::channelUser).toList())));
    }

    private Document person(Newcomer newcomer) {
        ResidentId id = newcomer.resident();
        byte[] wrapped = keyring.newWrappedKey(id);
        byte[] home = keyring.unwrap(id, wrapped)
                .seal(
                        new Field("residents", id.value(), "home"),
                        BsonBytes.of(PlaceMapping.document(newcomer.home().place())));
        return new Document("_id", id.value())
                .append("v", 1)
                .append("key", wrapped)
                .append("home", home)
                .append("grid", newcomer.home().place().grid().value());
    }

    private static Document channelUser(Newcomer newcomer) {
        return new Document("_id", newcomer.sender().key())
                .append("v", 1)
                .append("resident", newcomer.resident().value());
    }

    private static Mono<Void> insert(MongoCollection<Document> into, List<Document> documents) {
        return Mono.from(into.insertMany(documents, EACH_FOR_ITSELF))
                .then()
                .onErrorResume(
                        MongoBulkWriteException.class,
                        error -> onlyDuplicates(error) ? Mono.empty() : Mono.error(error));
    }

    private static boolean onlyDuplicates(MongoBulkWriteException error) {
        return error.getWriteConcernError() == null
                && error.getWriteErrors().stream().allMatch(each -> each.getCode() == DUPLICATE_KEY);
    }
}
