package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a query can match at all. The server uses an index only when a query names exactly its fields, so that
 * {@code {_id: …, rev: …}}, the comparison every aggregate is stored with, would read the whole collection.
 */
public final class Lookup {
    private Lookup() {}

    /** @return positions that include every match, in the order of the collection; null when no index helps */
    public static @Nullable Collection<Integer> candidates(
            Document query, List<UniqueIndex> unique, List<SecondaryIndex> secondary) {
        for (UniqueIndex index : unique) {
            Collection<Integer> found = byUnique(query, index);
            if (found != null) {
                return found;
            }
        }
        Fewest fewest = new Fewest();
        for (UniqueIndex index : unique) {
            fewest.take(index.between(condition(query, index.fields().getFirst()), fewest.size));
        }
        for (SecondaryIndex index : secondary) {
            fewest.take(index.candidates(condition(query, index.field()), fewest.size));
        }
        return fewest.positions;
    }

    /** The fewest candidates so far: no index need list more. */
    private static final class Fewest {
        private @Nullable Collection<Integer> positions;
        private int size = Integer.MAX_VALUE;

        private void take(@Nullable Collection<Integer> fewer) {
            if (fewer != null) {
                positions = fewer;
                size = fewer.size();
            }
        }
    }

    private static @Nullable Collection<Integer> byUnique(Document query, UniqueIndex index) {
        List<String> fields = index.fields();
        if (fields.size() == 1) {
            return bySingle(condition(query, fields.getFirst()), index);
        }
        List<Object> values = new ArrayList<>(fields.size());
        for (String field : fields) {
            Object value = scalar(condition(query, field));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return listOf(index.find(values));
    }

    private static @Nullable Collection<Integer> bySingle(@Nullable Object condition, UniqueIndex index) {
        Object value = scalar(condition);
        if (value != null) {
            return listOf(index.find(List.of(value)));
        }
        if (condition instanceof Document operators
                && operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(Scalars::isScalar)) {
            Collection<Integer> found = new TreeSet<>();
            values.forEach(each -> found.addAll(listOf(index.find(List.of(each)))));
            return found;
        }
        return null;
    }

    private static Collection<Integer> listOf(@Nullable Integer position) {
        return position == null ? List.of() : List.of(position);
    }

    /** The value the condition demands, when it demands one scalar value. */
    private static @Nullable Object scalar(@Nullable Object condition) {
        Object value = condition instanceof Document operators ? operators.get("$eq") : condition;
        return Scalars.isScalar(value) ? value : null;
    }

    /**
     * What the query demands of a field, at the top or inside {@code $and}, which is how drivers join conditions; the two ends of a range
     * as one.
     */
    private static @Nullable Object condition(Document query, String field) {
        Object condition = query.get(field);
        if (condition != null || !(query.get("$and") instanceof Collection<?> parts)) {
            return condition;
        }
        Document all = new Document();
        for (Object part : parts) {
            Object demanded = part instanceof Document document ? condition(document, field) : null;
            if (demanded instanceof Document operators) {
                operators.forEach(all::putIfAbsent);
            } else if (demanded != null) {
                return demanded;
            }
        }
        return all.isEmpty() ? null : all;
    }
}
