package cn.huying.api.bench.kill;

import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Platform.Message;
import cn.huying.api.mongo.Mongo;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.request.RequestId;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;

/** Holds the ledger against what the store holds after everything came to rest. */
final class Oracle {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "huying";

    /** The state of every inbox document by id, the number of every request by id. */
    record Kept(Map<String, String> inbox, Map<String, String> requests) {
        long unfinished() {
            return inbox.values().stream()
                    .filter(state -> !state.equals("ANSWERED"))
                    .count();
        }
    }

    /**
     * What is wrong, if anything.
     *
     * @param lost acknowledged messages without an answered inbox document, or without the request whose number was told
     * @param twice requests nobody's message explains, numbers given twice, repeated deliveries answered differently
     */
    record Finding(int lost, int twice, int effects, long unfinished) {}

    private Oracle() {}

    static Kept read(String mongoUri) {
        try (MongoClient client = Mongo.connect(mongoUri)) {
            MongoDatabase database = client.getDatabase(DATABASE);
            return new Kept(field(database, "inbox", "state"), field(database, "requests", "number"));
        }
    }

    private static Map<String, String> field(MongoDatabase database, String collection, String name) {
        List<BsonDocument> documents = Flux.from(database.getCollection(collection, BsonDocument.class)
                        .find()
                        .projection(Projections.include(name)))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
        Map<String, String> byId = new HashMap<>();
        documents.forEach(document -> byId.put(
                document.getString("_id").getValue(), document.getString(name).getValue()));
        return byId;
    }

    static Finding judge(Ledger ledger, Kept kept) {
        int lost = 0;
        int effects = 0;
        Set<String> told = new HashSet<>();
        int twice = ledger.differing();
        for (Delivered one : ledger.acknowledged()) {
            String number = Ledger.numberIn(one.words()).orElse("");
            boolean answered =
                    "ANSWERED".equals(kept.inbox().get(inboxId(one.message()).value()));
            boolean registered =
                    number.isEmpty() || number.equals(kept.requests().get(requestId(one.message())));
            lost += answered && registered ? 0 : 1;
            effects += number.isEmpty() ? 0 : 1;
            twice += number.isEmpty() || told.add(number) ? 0 : 1;
        }
        return new Finding(lost, twice + unexplained(ledger, kept), effects, kept.unfinished());
    }

    /** Requests no message of ours can have made, and numbers two requests share. */
    private static int unexplained(Ledger ledger, Kept kept) {
        Set<String> ours = new HashSet<>();
        ledger.sent().forEach(message -> ours.add(requestId(message)));
        Set<String> numbers = new HashSet<>(kept.requests().values());
        long foreign = kept.requests().keySet().stream()
                .filter(id -> !ours.contains(id))
                .count();
        return (int) foreign + kept.requests().size() - numbers.size();
    }

    static String requestId(Message message) {
        return RequestId.of(inboxId(message), 0).value();
    }

    static InboxId inboxId(Message message) {
        Sender sender = new Sender(Platform.ACCOUNT.appId(), new OpenId(message.openId()));
        return InboxId.ofMessage(sender, message.msgId());
    }
}
