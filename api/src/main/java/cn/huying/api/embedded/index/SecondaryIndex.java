package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique index; the server itself would accept one and then scan the collection. It orders the documents by the first field
 * of the index and names candidates, of which the query then keeps those that match. The collection tells it what changes, because
 * only the collection knows positions.
 */
public final class SecondaryIndex extends EmptyIndex<Integer> {
    private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

    private final String field;
    private final boolean plain;
    private final NavigableSet<Place> places =
            new TreeSet<>(Comparator.comparing(Place::value, ORDER).thenComparingInt(Place::position));
    /** Documents whose value is no scalar (lists, documents): candidates for every query. */
    private final NavigableSet<Integer> others = new TreeSet<>();

    public SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys);
        this.field = keys.getFirst().getKey();
        this.plain = field.indexOf('.') < 0;
    }

    /** Where a value stands. */
    private record Place(Object value, int position) {}

    public String field() {
        return field;
    }

    public void add(Document document, Integer position) {
        add(value(document), position);
    }

    public void remove(Document document, Integer position) {
        remove(value(document), position);
    }

    /** Most changes of a document leave most of its indexes as they are. */
    public void change(Document before, Document after, Integer position) {
        Object was = value(before);
        Object is = value(after);
        if (!Objects.equals(was, is)) {
            remove(was, position);
            add(is, position);
        }
    }

    private @Nullable Object value(Document document) {
        return plain ? document.get(field) : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    private void add(@Nullable Object value, Integer position) {
        if (Scalars.isScalar(value)) {
            places.add(new Place(Scalars.key(value), position));
        } else if (!isAbsent(value)) {
            others.add(position);
        }
    }

    private void remove(@Nullable Object value, Integer position) {
        if (Scalars.isScalar(value)) {
            places.remove(new Place(Scalars.key(value), position));
        } else {
            others.remove(position);
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

    private Collection<Place> equal(Object scalar) {
        Object value = Scalars.key(scalar);
        return places.subSet(first(value), true, last(value), true);
    }

    private static Place first(Object value) {
        return new Place(value, 0);
    }

    private static Place last(Object value) {
        return new Place(value, Integer.MAX_VALUE);
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
        NavigableSet<Place> part = from == null ? places : places.tailSet(first(from), true);
        return withOthers(List.of(to == null ? part : part.headSet(last(to), true)));
    }

    /** The bounds are taken as inclusive: what is too much is left out by the query. */
    private static @Nullable Object bound(Document operators, String inclusive, String exclusive) {
        Object limit = Scalars.isScalar(operators.get(inclusive)) ? operators.get(inclusive) : operators.get(exclusive);
        return Scalars.isScalar(limit) ? Scalars.key(limit) : null;
    }

    private Collection<Integer> withOthers(Collection<? extends Collection<Place>> found) {
        NavigableSet<Integer> all = new TreeSet<>(others);
        found.forEach(places -> places.forEach(place -> all.add(place.position())));
        return all;
    }
}
