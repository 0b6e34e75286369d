package cn.huying.api.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The real driver, waited for. */
final class Client implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 64;

    private final MongoClient driver;

    private Client(MongoClient driver) {
        this.driver = driver;
    }

    static Client of(JournaledMongo store) {
        return of(store.uri());
    }

    static Client of(URI uri) {
        return new Client(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri.toString()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build()));
    }

    MongoDatabase database() {
        return driver.getDatabase("huying");
    }

    MongoDatabase admin() {
        return driver.getDatabase("admin");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    Document run(Document command) {
        return one(database().runCommand(command));
    }

    static <T> T one(Publisher<T> publisher) {
        T value = Mono.from(publisher).block(TIMEOUT);
        if (value == null) {
            throw new AssertionError("nothing came");
        }
        return value;
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Flux.from(publisher).collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    static void done(Publisher<?> publisher) {
        Mono.from(publisher).then().block(TIMEOUT);
    }

    /** Everything the store holds: documents and index names by collection. */
    Map<String, List<Document>> everything() {
        Map<String, List<Document>> contents = new TreeMap<>();
        for (String name : all(database().listCollectionNames())) {
            MongoCollection<Document> collection = collection(name);
            List<Document> documents = all(collection.find().sort(new Document("_id", 1)));
            if (!documents.isEmpty()) {
                contents.put(name, documents);
                contents.put(name + " indexes", indexes(collection));
            }
        }
        return contents;
    }

    private static List<Document> indexes(MongoCollection<Document> collection) {
        return all(collection.listIndexes()).stream()
                .sorted(Comparator.comparing(index -> index.getString("name")))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
