package cn.huying.api.embedded;

import cn.huying.api.embedded.index.SecondaryIndex;
import cn.huying.api.embedded.index.UniqueIndex;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One database: its collections record what changes in them, and its secondary indexes are real. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
    private static final String SYSTEM = "system.";

    private final Changes changes;

    StoreDatabase(String name, CursorRegistry cursors, Changes changes) {
        super(name, cursors);
        this.changes = changes;
        initializeNamespacesAndIndexes();
    }

    static boolean isBookkeeping(String collection) {
        return collection.startsWith(SYSTEM);
    }

    @Override
    protected MongoCollection<Integer> openOrCreateCollection(String name, CollectionOptions options) {
        // The server's own bookkeeping is not recorded.
        return isBookkeeping(name)
                ? new MemoryCollection(this, name, options, cursorRegistry)
                : new StoreCollection(this, name, options, cursorRegistry, changes);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys);
    }

    /** The collection, created when it is not there. */
    StoreCollection open(String name) {
        return (StoreCollection) resolveOrCreateCollection(name);
    }

    /** Every collection of this database, by name. */
    List<StoreCollection> stores() {
        List<StoreCollection> stores = new ArrayList<>();
        for (Document namespace : bookkeeping("system.namespaces")) {
            String name = String.valueOf(namespace.get("name"))
                    .substring(getDatabaseName().length() + 1);
            if (resolveCollection(name, false) instanceof StoreCollection store) {
                stores.add(store);
            }
        }
        return stores;
    }

    /** What the indexes of a collection were created with, options the server does not know included. */
    List<Document> indexes(StoreCollection collection) {
        List<Document> descriptions = new ArrayList<>();
        for (Document description : bookkeeping("system.indexes")) {
            if (collection.getFullName().equals(description.get("ns"))) {
                descriptions.add(description);
            }
        }
        return descriptions;
    }

    @Override
    public Document handleCommand(
            Channel connection, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return command.equalsIgnoreCase("dropIndexes")
                ? dropIndexes(String.valueOf(query.get(command)), query.get("index"))
                : super.handleCommand(connection, command, query, databases, oplog);
    }

    /** The superclass forgets indexes of this name in every collection; those collections could not be dropped afterwards. */
    private Document dropIndexes(String name, @Nullable Object which) {
        Document reply = new Document();
        if (resolveCollection(name, false) instanceof StoreCollection collection) {
            boolean all = "*".equals(which);
            List<Document> dropped = indexes(collection).stream()
                    .filter(index -> all
                            ? !isPrimaryKeyIndex((Document) index.get("key"))
                            : Objects.equals(index.get("name"), which) || Objects.equals(index.get("key"), which))
                    .toList();
            if (dropped.isEmpty() && !all) {
                throw new IndexNotFoundException("index not found with name [" + which + "]");
            }
            for (Document index : dropped) {
                dropIndex(collection, (String) index.get("name"));
                indexes.get().deleteDocuments(index, 1);
            }
        }
        Utils.markOkay(reply);
        return reply;
    }

    private Iterable<Document> bookkeeping(String name) {
        MongoCollection<Integer> collection = resolveCollection(name, false);
        return collection == null ? List.of() : collection.queryAll();
    }

    // What `getLastError` of drivers long gone asked for; kept per connection and never read.
    @Override
    protected void clearLastStatus(Channel channel) {}

    @Override
    protected void putLastResult(Channel channel, Document result) {}

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
