package cn.huying.api.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** One database: its collections record what changes in them, and its secondary indexes are real. */
final class StoreDatabase extends MemoryDatabase {
    private static final String SYSTEM = "system.";

    private final Changes changes;

    StoreDatabase(String name, CursorRegistry cursors, Changes changes) {
        // The superclass creates its own bookkeeping collections in here, before `changes` is set; those are not
        // recorded.
        super(name, cursors);
        this.changes = changes;
    }

    static boolean isBookkeeping(String collection) {
        return collection.startsWith(SYSTEM);
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
        return isBookkeeping(name)
                ? super.openOrCreateCollection(name, options)
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

    private Iterable<Document> bookkeeping(String name) {
        MongoCollection<Integer> collection = resolveCollection(name, false);
        return collection == null ? List.of() : collection.queryAll();
    }

    // What `getLastError` of drivers long gone asked for; kept per connection and never read.
    @Override
    protected void clearLastStatus(Channel channel) {}

    @Override
    protected void putLastResult(Channel channel, Document result) {}
}
