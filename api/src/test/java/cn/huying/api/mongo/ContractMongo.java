package cn.huying.api.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The server the contracts of the Mongo stores run on: the one of {@code MONGODB_URI} if that is set, else an in-memory one. */
final class ContractMongo implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final @Nullable MongoServer server;
    private final MongoClient client;
    private final MongoDatabase database;

    private ContractMongo(@Nullable MongoServer server, String uri) {
        this.server = server;
        this.client = Mongo.connect(uri);
        this.database = client.getDatabase(
                "huying_contract_" + UUID.randomUUID().toString().substring(0, 8));
    }

    static ContractMongo open(Class<?> contract) {
        Optional<String> real =
                Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
        System.out.printf(
                "%s runs on %s%n",
                contract.getSimpleName(), real.isPresent() ? "MONGODB_URI" : "mongo-java-server (no mongod)");
        if (real.isPresent()) {
            return new ContractMongo(null, real.get());
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        String address = server.bindAndGetConnectionString();
        return new ContractMongo(server, address);
    }

    MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        Mono.from(database.drop()).block(WAIT);
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
