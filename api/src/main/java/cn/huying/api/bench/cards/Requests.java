package cn.huying.api.bench.cards;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;

/** What the store holds of the requests. */
final class Requests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoDatabase database;

    Requests(MongoDatabase database) {
        this.database = database;
    }

    /** The task ids of the cards of all that wait to be signed, by request. */
    Map<String, String> tasks() {
        Map<String, String> tasks = new HashMap<>();
        for (BsonDocument request : all()) {
            List<String> verbs = verbs(request);
            if (verbs.getLast().endsWith("DISPATCH")) {
                String id = request.getString("_id").getValue();
                tasks.put(id, id + '-' + verbs.size() + 'c');
            }
        }
        return tasks;
    }

    /** Everybody who signed, by request. */
    Map<String, List<String>> signers() {
        Map<String, List<String>> signers = new HashMap<>();
        for (BsonDocument request : all()) {
            List<String> signed = new ArrayList<>();
            request.getArray("history").forEach(event -> {
                BsonDocument known = event.asDocument();
                if (known.getString("verb").getValue().equals("SIGN")) {
                    signed.add(known.getDocument("by").getString("id").getValue());
                }
            });
            signers.put(request.getString("_id").getValue(), signed);
        }
        return signers;
    }

    /** Every course a request took so far. */
    Set<List<String>> histories() {
        return all().stream().map(Requests::verbs).collect(Collectors.toSet());
    }

    private static List<String> verbs(BsonDocument request) {
        return request.getArray("history").stream()
                .map(event -> event.asDocument().getString("verb").getValue())
                .toList();
    }

    private List<BsonDocument> all() {
        return Flux.from(database.getCollection("requests", BsonDocument.class)
                        .find()
                        .projection(Projections.include("history")))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
