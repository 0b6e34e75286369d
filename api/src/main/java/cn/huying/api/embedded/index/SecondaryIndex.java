package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique index; the server itself would accept one and then scan the collection. It orders the documents by the first field
 * of the index and names candidates, of which the query then keeps those that match. The collection tells it what changes, because
 * only the collection knows positions.
 */
public final class SecondaryIndex extends EmptyIndex<Integer> {
    private final String field;
    private final boolean plain;
    private final OrderedValues values = new OrderedValues();

    public SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys);
        this.field = keys.getFirst().getKey();
        this.plain = field.indexOf('.') < 0;
    }

    public String field() {
        return field;
    }

    public void add(Document document, Integer position) {
        values.add(value(document), position);
    }

    public void remove(Document document, Integer position) {
        values.remove(value(document), position);
    }

    /** Most changes of a document leave most of its indexes as they are. */
    public void change(Document before, Document after, Integer position) {
        Object was = value(before);
        Object is = value(after);
        if (!Objects.equals(was, is)) {
            values.remove(was, position);
            values.add(is, position);
        }
    }

    private @Nullable Object value(Document document) {
        return plain ? document.get(field) : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    /** See {@link OrderedValues#candidates}. */
    @Nullable
    Collection<Integer> candidates(@Nullable Object condition, int fewerThan) {
        return values.candidates(condition, fewerThan);
    }
}
