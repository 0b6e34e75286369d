package cn.huying.api.mongo;

import cn.huying.api.embedded.JournaledMongo;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;

/**
 * The server the contracts of the Mongo stores run on: the one of {@code MONGODB_URI} if that is set, else the embedded one. Registered as an
 * extension it closes itself behind the last test of a class.
 */
public final class ContractMongo implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final @Nullable Embedded server;
    private final MongoClient client;
    private final MongoDatabase database;
    private final List<String> emptied = new ArrayList<>();

    private ContractMongo(@Nullable Embedded server, String uri) {
        this.server = server;
        this.client = Mongo.connect(uri);
        this.database = client.getDatabase(
                "huying_contract_" + UUID.randomUUID().toString().substring(0, 8));
    }

    public static ContractMongo open(Class<?> contract) {
        Optional<String> real =
                Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
        System.out.printf(
                "%s runs on %s%n",
                contract.getSimpleName(), real.isPresent() ? "MONGODB_URI" : "the embedded server (no mongod)");
        if (real.isPresent()) {
            return new ContractMongo(null, real.get());
        }
        Embedded server = Embedded.open();
        return new ContractMongo(server, server.store().uri().toString());
    }

    /** The folder a contract's embedded server keeps its journal in. */
    Path folder() {
        return Objects.requireNonNull(server, "only the embedded server has a folder")
                .folder();
    }

    private record Embedded(Path folder, JournaledMongo store) implements AutoCloseable {
        static Embedded open() {
            try {
                Path folder = Files.createTempDirectory("huying-contract");
                return new Embedded(
                        folder, JournaledMongo.open(folder, JournaledMongo.Options.onPort(0), Clock.systemUTC()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            store.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    /** Before each test the collection is as on the first day, indexes and all. */
    public ContractMongo emptying(String collection) {
        emptied.add(collection);
        return this;
    }

    public MongoCollection<Document> documents(String collection) {
        return database.getCollection(collection);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        emptied.forEach(collection -> Mono.from(documents(collection).drop()).block(WAIT));
    }

    @Override
    public void afterAll(ExtensionContext contract) {
        close();
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        Mono.from(database.drop()).block(WAIT);
        client.close();
        if (server != null) {
            server.close();
        }
    }
}
