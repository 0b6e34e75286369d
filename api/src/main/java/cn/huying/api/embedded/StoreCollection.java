package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Batch;
import cn.huying.api.embedded.journal.Entry;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection that records what becomes of its documents at the three places where a document enters, changes and leaves, so that
 * no command can change anything unrecorded; and that finds documents by index where the server would read them all.
 */
final class StoreCollection extends MemoryCollection {
    private static final String ID = "_id";

    private final Changes changes;
    private final List<UniqueIndex> unique = new ArrayList<>();
    private final List<SecondaryIndex> secondary = new ArrayList<>();
    private byte[] namespace;
    private int positions;
    private @Nullable Batch lastChange;

    StoreCollection(
            StoreDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Changes changes) {
        super(database, name, options, cursors);
        this.changes = changes;
        this.namespace = getFullName().getBytes(StandardCharsets.UTF_8);
    }

    byte[] namespace() {
        return namespace;
    }

    /** The batch of the last change, until it is on the disk. */
    @Nullable
    Batch unforced() {
        Batch batch = lastChange;
        if (batch != null && batch.isDurable()) {
            lastChange = null;
            return null;
        }
        return batch;
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        record(Entry.Kind.PUT, document);
        Integer position = super.addDocumentInternal(document);
        positions = Math.max(positions, position + 1);
        secondary.forEach(index -> index.add(document, position));
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document document) {
        try {
            record(Entry.Kind.PUT, document);
        } catch (RuntimeException e) {
            become(position, document, before);
            throw e;
        }
        changes.beforeUpdate(document, before);
        reindex(position, before, document);
    }

    @Override
    protected void removeDocument(Integer position) {
        Document document = getDocument(position);
        record(Entry.Kind.REMOVE, new Document(ID, document.get(ID)));
        secondary.forEach(index -> index.remove(document, position));
        super.removeDocument(position);
    }

    private void record(Entry.Kind kind, Document document) {
        Batch batch = changes.record(kind, namespace, document);
        if (batch != null) {
            lastChange = batch;
        }
    }

    /** Puts a recorded document in its place. */
    void replayPut(Document document) {
        Integer position = positionOf(document);
        if (position == null) {
            addDocument(document);
            return;
        }
        Document live = getDocument(position);
        Document before = live.clone();
        become(position, live, document);
        reindex(position, before, live);
    }

    /** Removes a recorded document, when it is there. */
    void replayRemove(Document id) {
        Integer position = positionOf(id);
        if (position != null) {
            removeDocument(getDocument(position));
        }
    }

    private @Nullable Integer positionOf(Document document) {
        return unique.isEmpty() ? null : unique.getFirst().getPosition(document);
    }

    /** Turns the live document into another one with the same id, unique indexes included. */
    private void become(Integer position, Document live, Document other) {
        for (Index<Integer> index : getIndexes()) {
            index.updateInPlace(live, other, position, this);
        }
        live.clear();
        live.putAll(other);
    }

    private void reindex(Integer position, Document before, Document after) {
        for (SecondaryIndex index : secondary) {
            index.remove(before, position);
            index.add(after, position);
        }
    }

    @Override
    public void addIndex(Index<Integer> index) {
        super.addIndex(index);
        if (!getIndexes().contains(index)) {
            return;
        }
        if (index instanceof UniqueIndex added) {
            unique.add(added);
        } else if (index instanceof SecondaryIndex added) {
            secondary.add(added);
            streamAllDocumentsWithPosition().forEach(at -> added.add(at.getDocument(), at.getPosition()));
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        unique.removeIf(index -> index.getName().equals(name));
        secondary.removeIf(index -> index.getName().equals(name));
    }

    /** The superclass looks every position up in the list of free ones, which takes minutes after large deletions. */
    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return IntStream.range(0, positions)
                .filter(position -> getDocument(position) != null)
                .mapToObj(position -> new DocumentWithPosition<>(getDocument(position), position));
    }

    /** Every document, as it is now; the caller must not keep them beyond the next change without {@link Changes}. */
    List<Document> documents() {
        return streamAllDocumentsWithPosition()
                .map(DocumentWithPosition::getDocument)
                .toList();
    }

    /** Without a candidate every document is looked at: the server's own choice of index is wrong for lists and null. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Collection<Integer> candidates = Lookup.candidates(query, unique, secondary);
        return candidates == null
                ? matchDocuments(query, orderBy, skip, limit, batchSize, fields)
                : matchDocuments(query, candidates, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
        namespace = getFullName().getBytes(StandardCharsets.UTF_8);
    }

    /** Keeping count of bytes would encode every document twice more. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
