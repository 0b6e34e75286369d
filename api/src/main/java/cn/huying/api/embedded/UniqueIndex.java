package cn.huying.api.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique index that can also be asked directly, by values instead of by a whole query. */
final class UniqueIndex extends MemoryUniqueIndex {
    private final List<String> fields;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
    }

    List<String> fields() {
        return fields;
    }

    /** The position of the document with these scalar values, one for each field of the index. */
    @Nullable
    Integer find(List<Object> values) {
        List<Object> key = new ArrayList<>(values.size());
        values.forEach(value -> key.add(Scalars.key(value)));
        return getPosition(new KeyValue(key));
    }
}
