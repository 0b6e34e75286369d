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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;

/** Holds the ledger against what the store holds after everything came to rest. */
final class Oracle {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "huying";
    private static final String ANSWERED = "ANSWERED";

    /** What every inbox document came to by id, the number of every request by id. */
    record Kept(Map<String, String> inbox, Map<String, String> requests) {
        long unfinished() {
            return inbox.values().stream()
                    .filter(state -> !state.equals(ANSWERED))
                    .count();
        }
    }

    /**
     * What is wrong, if anything, each in words.
     *
     * @param lost acknowledged messages without an answered inbox document, or without the request whose number was told
     * @param twice requests nobody's message explains, numbers given twice, repeated deliveries answered differently
     * @param effects messages that registered something
     */
    record Finding(List<String> lost, List<String> twice, int effects, long unfinished) {}

    private Oracle() {}

    static Kept read(String mongoUri) {
        try (MongoClient client = Mongo.connect(mongoUri)) {
            MongoDatabase database = client.getDatabase(DATABASE);
            return new Kept(
                    byId(database, "inbox", Oracle::state, "state", "attempts", "cause"),
                    byId(database, "requests", request -> text(request, "number"), "number"));
        }
    }

    private static Map<String, String> byId(
            MongoDatabase database, String collection, Function<BsonDocument, String> what, String... fields) {
        List<BsonDocument> documents = Flux.from(database.getCollection(collection, BsonDocument.class)
                        .find()
                        .projection(Projections.include(fields)))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
        Map<String, String> byId = new HashMap<>();
        documents.forEach(document -> byId.put(text(document, "_id"), what.apply(document)));
        return byId;
    }

    private static String state(BsonDocument entry) {
        String state = text(entry, "state");
        return state.equals(ANSWERED)
                ? state
                : state + ", attempts " + entry.get("attempts") + ", cause " + entry.get("cause");
    }

    private static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }

    static Finding judge(Ledger ledger, Kept kept) {
        List<String> lost = new ArrayList<>();
        List<String> twice = new ArrayList<>(ledger.differing());
        Map<String, Delivered> told = new HashMap<>();
        for (Delivered one : ledger.acknowledged()) {
            String state = kept.inbox().getOrDefault(inboxId(one.message()).value(), "not in the inbox");
            if (!state.equals(ANSWERED)) {
                lost.add(one.described() + ": " + state);
            }
            one.number().ifPresent(number -> {
                String stored = kept.requests().getOrDefault(requestId(one.message()), "no request");
                if (!number.equals(stored)) {
                    lost.add(one.described() + ": told " + number + ", stored " + stored);
                }
                if (told.put(number, one) != null) {
                    twice.add(one.described() + ": told the number of another, " + number);
                }
            });
        }
        twice.addAll(unexplained(ledger, kept));
        return new Finding(lost, twice, told.size(), kept.unfinished());
    }

    /** Requests no message of ours can have made, and numbers two requests share. */
    private static List<String> unexplained(Ledger ledger, Kept kept) {
        Set<String> ours = new HashSet<>();
        ledger.sent().forEach(message -> ours.add(requestId(message)));
        Set<String> numbers = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        kept.requests().forEach((id, number) -> {
            if (!ours.contains(id)) {
                wrong.add("a request of no message: " + number);
            }
            if (!numbers.add(number)) {
                wrong.add("a number of two requests: " + number);
            }
        });
        return wrong;
    }

    static String requestId(Message message) {
        return RequestId.of(inboxId(message), 0).value();
    }

    static InboxId inboxId(Message message) {
        Sender sender = new Sender(Platform.ACCOUNT.appId(), new OpenId(message.openId()));
        return InboxId.ofMessage(sender, message.msgId());
    }
}
