package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that can also be asked directly, by values instead of by a whole query; and that takes the short way for one plain
 * field with a scalar value, such as every {@code _id} is.
 */
public final class UniqueIndex extends AbstractUniqueIndex<Integer> {
    private static final String ID = "_id";

    /** By the value itself where the index has one field, which saves three objects a document. */
    private final Map<@Nullable Object, Integer> positions = new HashMap<>();

    private final List<String> fields;
    private final @Nullable String plainField;
    /** The ids in their order, from the first time on that some between two are asked for: most collections never are. */
    private @Nullable OrderedValues ordered;

    public UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        String first = fields.getFirst();
        this.plainField = fields.size() == 1 && first.indexOf('.') < 0 ? first : null;
    }

    public List<String> fields() {
        return fields;
    }

    /** The position of the document with these scalar values, one for each field of the index. */
    @Nullable
    Integer find(List<Object> values) {
        List<Object> key = new ArrayList<>(values.size());
        values.forEach(value -> key.add(Scalars.key(value)));
        return getPosition(new KeyValue(key));
    }

    /** As {@link OrderedValues#candidates}, for ids between two; only ids are never lists, which are matched part by part. */
    @Nullable
    Collection<Integer> between(@Nullable Object condition, int fewerThan) {
        if (!ID.equals(plainField) || !OrderedValues.isRange(condition)) {
            return null;
        }
        if (ordered == null) {
            OrderedValues all = new OrderedValues();
            positions.forEach(all::add);
            ordered = all;
        }
        return ordered.candidates(condition, fewerThan);
    }

    private @Nullable KeyValue plainKey(Document document) {
        Object value = plainField == null ? null : document.get(plainField);
        return Scalars.isScalar(value) ? new KeyValue(Scalars.key(value)) : null;
    }

    @Override
    public @Nullable Integer getPosition(Document document) {
        KeyValue key = plainKey(document);
        return key == null ? super.getPosition(document) : getPosition(key);
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Integer> collection) {
        KeyValue key = plainKey(document);
        if (key == null || getPosition(key) != null) {
            super.checkAdd(document, collection);
        }
    }

    @Override
    public synchronized void add(Document document, Integer position, MongoCollection<Integer> collection) {
        KeyValue key = plainKey(document);
        if (key == null || !putKeyPosition(key, position)) {
            super.add(document, position, collection);
        }
    }

    @Override
    public synchronized @Nullable Integer remove(Document document) {
        KeyValue key = plainKey(document);
        return key == null ? super.remove(document) : removeDocument(key);
    }

    @Override
    protected boolean nullAwareEqualsKeys(Document before, Document after) {
        KeyValue key = plainKey(before);
        return key == null ? super.nullAwareEqualsKeys(before, after) : key.equals(plainKey(after));
    }

    private @Nullable Object flat(KeyValue key) {
        return fields.size() == 1 ? key.get(0) : key;
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Integer position) {
        boolean isNew = positions.putIfAbsent(flat(key), position) == null;
        if (isNew && ordered != null) {
            ordered.add(flat(key), position);
        }
        return isNew;
    }

    @Override
    protected @Nullable Integer getPosition(KeyValue key) {
        return positions.get(flat(key));
    }

    @Override
    protected @Nullable Integer removeDocument(KeyValue key) {
        Integer position = positions.remove(flat(key));
        if (position != null && ordered != null) {
            ordered.remove(flat(key), position);
        }
        return position;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Integer>> getIterable() {
        return positions.entrySet().stream()
                        .map(entry -> Map.entry(
                                entry.getKey() instanceof KeyValue key ? key : new KeyValue(entry.getKey()),
                                entry.getValue()))::iterator;
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
