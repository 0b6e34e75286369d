package cn.huying.api.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.local.LocalChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents in memory. Used by one thread: first the one that recovers, then the one that applies. */
final class StoreBackend extends AbstractMongoBackend {
    private final Changes changes = new Changes();

    StoreBackend(Clock clock) {
        super(clock);
    }

    @Override
    protected StoreDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, getCursorRegistry(), changes);
    }

    Changes changes() {
        return changes;
    }

    /** The collection of this namespace, created when it is not there. */
    StoreCollection collection(String namespace) {
        return database(Utils.getDatabaseNameFromFullName(namespace))
                .open(Utils.getCollectionNameFromFullName(namespace));
    }

    /** The collection, when it exists. */
    @Nullable
    StoreCollection existing(String database, String collection) {
        return database(database).resolveCollection(collection, false) instanceof StoreCollection store ? store : null;
    }

    private StoreDatabase database(String name) {
        MongoDatabase database = resolveDatabase(name);
        return (StoreDatabase) database;
    }

    List<StoreDatabase> databases() {
        List<StoreDatabase> databases = new ArrayList<>();
        listDatabaseNames().stream().sorted().forEach(name -> databases.add(database(name)));
        return databases;
    }

    long count() {
        return databases().stream()
                .flatMap(database -> database.stores().stream())
                .mapToLong(StoreCollection::count)
                .sum();
    }

    /** Runs a recorded command again. One that was refused then is refused now, for the same reason. */
    Optional<String> replay(String database, Document command) {
        try {
            handleCommand(
                    new LocalChannel(), database, command.keySet().iterator().next(), command);
            return Optional.empty();
        } catch (MongoServerException e) {
            return Optional.of(e.getMessageWithoutErrorCode());
        }
    }
}
