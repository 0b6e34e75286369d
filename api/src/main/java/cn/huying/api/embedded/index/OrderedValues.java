package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of one field in their order, and the positions of the documents that have them. */
final class OrderedValues {
    private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

    private final NavigableSet<Place> places =
            new TreeSet<>(Comparator.comparing(Place::value, ORDER).thenComparingInt(Place::position));
    /** Documents whose value is no scalar (lists, documents): candidates for every query. */
    private final NavigableSet<Integer> others = new TreeSet<>();

    /** Where a value stands. */
    private record Place(Object value, int position) {}

    void add(@Nullable Object value, Integer position) {
        if (Scalars.isScalar(value)) {
            places.add(new Place(Scalars.key(value), position));
        } else if (!isAbsent(value)) {
            others.add(position);
        }
    }

    void remove(@Nullable Object value, Integer position) {
        if (Scalars.isScalar(value)) {
            places.remove(new Place(Scalars.key(value), position));
        } else {
            others.remove(position);
        }
    }

    /** No query these values answer can match an absent one. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value instanceof Missing;
    }

    /**
     * Positions, in the order of the collection, of all documents that can match this condition on the field.
     *
     * @param fewerThan more of them help nobody who has so many already
     * @return null when the condition is of a kind that cannot be narrowed down, or narrows down too little
     */
    @Nullable
    Collection<Integer> candidates(@Nullable Object condition, int fewerThan) {
        if (Scalars.isScalar(condition)) {
            return found(List.of(equal(condition)), fewerThan);
        }
        if (!(condition instanceof Document operators)) {
            return null;
        }
        Object demanded = operators.get("$eq");
        if (Scalars.isScalar(demanded)) {
            return found(List.of(equal(demanded)), fewerThan);
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(Scalars::isScalar)) {
            return found(values.stream().map(this::equal).toList(), fewerThan);
        }
        return isRange(operators) ? found(List.of(range(operators)), fewerThan) : null;
    }

    static boolean isRange(@Nullable Object condition) {
        return condition instanceof Document operators
                && (bound(operators, "$gte", "$gt") != null || bound(operators, "$lte", "$lt") != null);
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

    private Collection<Place> range(Document operators) {
        Object from = bound(operators, "$gte", "$gt");
        Object to = bound(operators, "$lte", "$lt");
        if (from != null && to != null && ORDER.compare(from, to) > 0) {
            return List.of();
        }
        NavigableSet<Place> part = from == null ? places : places.tailSet(first(from), true);
        return to == null ? part : part.headSet(last(to), true);
    }

    /** The bounds are taken as inclusive: what is too much is left out by the query. */
    private static @Nullable Object bound(Document operators, String inclusive, String exclusive) {
        Object limit = Scalars.isScalar(operators.get(inclusive)) ? operators.get(inclusive) : operators.get(exclusive);
        return Scalars.isScalar(limit) ? Scalars.key(limit) : null;
    }

    private @Nullable Collection<Integer> found(List<Collection<Place>> parts, int fewerThan) {
        NavigableSet<Integer> all = new TreeSet<>(others);
        for (Collection<Place> part : parts) {
            for (Place place : part) {
                all.add(place.position());
                if (all.size() >= fewerThan) {
                    return null;
                }
            }
        }
        return all.size() < fewerThan ? all : null;
    }
}
