package cn.huying.api.embedded;

import cn.huying.api.embedded.index.Lookup;
import cn.huying.api.embedded.index.SecondaryIndex;
import cn.huying.api.embedded.index.UniqueIndex;
import cn.huying.api.embedded.journal.Batch;
import cn.huying.api.embedded.journal.Bson;
import cn.huying.api.embedded.journal.Entry;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection that records what becomes of its documents at the three places where a document enters, changes and leaves, so that
 * no command can change anything unrecorded; and that finds documents by index where the server would read them all. It keeps them
 * encoded: to the garbage collector a document is one object instead of dozens.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Integer> {
    private static final String ID = "_id";
    private static final Fields IDENTITY = Fields.of(List.of(ID));

    private final Changes changes;
    private final Shelf shelf = new Shelf();
    private final List<UniqueIndex> unique = new ArrayList<>();
    private final List<SecondaryIndex> secondary = new ArrayList<>();
    /** What the indexes are made of. */
    private Fields indexed = IDENTITY;

    private byte[] namespace;
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
        byte[] bson = Bson.encode(document);
        record(Entry.Kind.PUT, bson);
        Integer position = shelf.add(bson);
        secondary.forEach(index -> index.add(document, position));
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document document) {
        byte[] bson;
        try {
            bson = Bson.encode(document);
            record(Entry.Kind.PUT, bson);
        } catch (RuntimeException e) {
            getIndexes().forEach(index -> index.updateInPlace(document, before, position, this));
            throw e;
        }
        shelf.replace(position, bson);
        secondary.forEach(index -> index.change(before, document, position));
    }

    @Override
    protected void removeDocument(Integer position) {
        Document document = indexed.of(shelf.at(position));
        record(Entry.Kind.REMOVE, Bson.encode(new Document(ID, document.get(ID))));
        secondary.forEach(index -> index.remove(document, position));
        shelf.clear(position);
    }

    private void record(Entry.Kind kind, byte[] bson) {
        Batch batch = changes.record(kind, namespace, bson);
        if (batch != null) {
            lastChange = batch;
        }
    }

    /** Puts a recorded document in its place. */
    void replayPut(byte[] bson) {
        Document document = indexed.of(bson);
        Integer position = positionOf(document);
        if (position == null) {
            Integer added = shelf.add(bson);
            getIndexes().forEach(index -> index.add(document, added, this));
            secondary.forEach(index -> index.add(document, added));
        } else {
            Document before = indexed.of(shelf.at(position));
            getIndexes().forEach(index -> index.updateInPlace(before, document, position, this));
            shelf.replace(position, bson);
            secondary.forEach(index -> index.change(before, document, position));
        }
    }

    /** Removes a recorded document, when it is there. */
    void replayRemove(Document id) {
        Integer position = positionOf(id);
        if (position != null) {
            removeDocument(indexed.of(shelf.at(position)));
        }
    }

    private @Nullable Integer positionOf(Document document) {
        return unique.isEmpty() ? null : unique.getFirst().getPosition(document);
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
        indexed = fieldsOfIndexes();
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        unique.removeIf(index -> index.getName().equals(name));
        secondary.removeIf(index -> index.getName().equals(name));
        indexed = fieldsOfIndexes();
    }

    private Fields fieldsOfIndexes() {
        List<String> paths = new ArrayList<>(List.of(ID));
        unique.forEach(index -> paths.addAll(index.fields()));
        secondary.forEach(index -> paths.add(index.field()));
        return Fields.of(paths);
    }

    /** Every document, encoded, as it is now. */
    List<byte[]> documents() {
        return shelf.all();
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return shelf.positions(false)
                .map(position -> new DocumentWithPosition<>(Bson.decode(shelf.at(position)), position));
    }

    @Override
    protected Document getDocument(Integer position) {
        return Bson.decode(shelf.at(position));
    }

    /** Without a candidate every document is looked at: the server's own choice of index is wrong for lists and null. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Collection<Integer> candidates = Lookup.candidates(query, unique, secondary);
        return candidates == null
                ? matchDocuments(query, orderBy, skip, limit, batchSize, projection)
                : result(found(candidates.stream(), query, orderBy, skip, limit), batchSize, projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Integer> all = shelf.positions(isNaturalDescending(orderBy));
        return result(found(all, query, orderBy, skip, limit), batchSize, projection);
    }

    /** A document as it is kept, and what the query needs of it. */
    private record Candidate(byte[] bson, Document read) {}

    private List<byte[]> found(
            Stream<Integer> positions, Document query, @Nullable Document orderBy, int skip, int limit) {
        Fields compared = Fields.comparedBy(query, orderBy);
        Stream<Candidate> matching = positions
                .map(shelf::at)
                .map(bson -> new Candidate(bson, compared.of(bson)))
                .filter(candidate -> documentMatchesQuery(candidate.read(), query));
        Comparator<Document> order = deriveComparator(orderBy);
        Stream<byte[]> sorted = (order == null
                        ? matching
                        : matching.sorted(Comparator.comparing(Candidate::read, order)))
                .map(Candidate::bson)
                .skip(skip);
        return (limit > 0 ? sorted.limit(limit) : sorted).toList();
    }

    private QueryResult result(List<byte[]> found, int batchSize, @Nullable Document projection) {
        Fields fields = Fields.shownBy(projection);
        View view = new View(found, bson -> shown(fields.of(bson), projection));
        if (batchSize <= 0 || found.size() <= batchSize) {
            return new QueryResult(view);
        }
        return new QueryResult(view.subList(0, batchSize), createCursor(view.subList(batchSize, view.size())));
    }

    private Document shown(Document document, @Nullable Document projection) {
        return projection == null || projection.isEmpty()
                ? document
                : matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, projection)
                        .iterator()
                        .next();
    }

    @Override
    public synchronized int count() {
        return shelf.size();
    }

    @Override
    public synchronized boolean isEmpty() {
        return shelf.size() == 0;
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
        namespace = getFullName().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
