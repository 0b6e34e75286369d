package cn.huying.api.embedded;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique index; the server itself would accept one and then scan the collection. It orders the documents by the first field
 * of the index and names candidates, of which the query then keeps those that match. The collection tells it what changes, because
 * only the collection knows positions.
 */
final class SecondaryIndex extends EmptyIndex<Integer> {
    private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

    private final String field;
    private final NavigableMap<Object, NavigableSet<Integer>> positions = new TreeMap<>(ORDER);
    /** Documents whose value is no scalar (lists, documents): candidates for every query. */
    private final NavigableSet<Integer> others = new TreeSet<>();

    SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys);
        this.field = keys.getFirst().getKey();
    }

    String field() {
        return field;
    }

    void add(Document document, Integer position) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        if (Scalars.isScalar(value)) {
            positions
                    .computeIfAbsent(Scalars.key(value), key -> new TreeSet<>())
                    .add(position);
        } else if (!isAbsent(value)) {
            others.add(position);
        }
    }

    void remove(Document document, Integer position) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        if (!Scalars.isScalar(value)) {
            others.remove(position);
            return;
        }
        Object key = Scalars.key(value);
        NavigableSet<Integer> same = positions.get(key);
        if (same != null && same.remove(position) && same.isEmpty()) {
            positions.remove(key);
        }
    }

    /** No query this index answers can match an absent value. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value instanceof Missing;
    }

    /**
     * Positions, in the order of the collection, of all documents that can match this condition on the field.
     *
     * @return null when the condition is of a kind the index cannot narrow down
     */
    @Nullable
    Collection<Integer> candidates(@Nullable Object condition) {
        if (Scalars.isScalar(condition)) {
            return withOthers(List.of(equal(condition)));
        }
        if (!(condition instanceof Document operators)) {
            return null;
        }
        Object demanded = operators.get("$eq");
        if (Scalars.isScalar(demanded)) {
            return withOthers(List.of(equal(demanded)));
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(Scalars::isScalar)) {
            return withOthers(values.stream().map(this::equal).toList());
        }
        return range(operators);
    }

    private Collection<Integer> equal(Object scalar) {
        NavigableSet<Integer> same = positions.get(Scalars.key(scalar));
        return same == null ? List.of() : same;
    }

    private @Nullable Collection<Integer> range(Document operators) {
        Object from = bound(operators, "$gte", "$gt");
        Object to = bound(operators, "$lte", "$lt");
        if (from == null && to == null) {
            return null;
        }
        if (from != null && to != null && ORDER.compare(from, to) > 0) {
            return withOthers(List.of());
        }
        NavigableMap<Object, NavigableSet<Integer>> part = from == null ? positions : positions.tailMap(from, true);
        return withOthers((to == null ? part : part.headMap(to, true)).values());
    }

    /** The bounds are taken as inclusive: what is too much is left out by the query. */
    private static @Nullable Object bound(Document operators, String inclusive, String exclusive) {
        Object limit = Scalars.isScalar(operators.get(inclusive)) ? operators.get(inclusive) : operators.get(exclusive);
        return Scalars.isScalar(limit) ? Scalars.key(limit) : null;
    }

    private Collection<Integer> withOthers(Collection<? extends Collection<Integer>> found) {
        if (found.size() == 1 && others.isEmpty()) {
            return List.copyOf(found.iterator().next());
        }
        NavigableSet<Integer> all = new TreeSet<>(others);
        found.forEach(all::addAll);
        return all;
    }
}
