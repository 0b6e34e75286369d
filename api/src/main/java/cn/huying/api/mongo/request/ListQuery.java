package cn.huying.api.mongo.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.ListPlace;
import cn.huying.bot.request.RequestFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Which requests a list is of. */
final class ListQuery {
    private ListQuery() {}

    /** @param after the last one of the page before, newest first */
    static Bson of(RequestFilter filter, Optional<ListPlace> after) {
        List<Bson> asked = new ArrayList<>();
        after.ifPresent(place -> asked.add(or(
                lt("at", Documents.time(place.at())),
                and(eq("at", Documents.time(place.at())), lt("_id", place.id().value())))));
        anyOf("standing.state", filter.states(), Enum::name).ifPresent(asked::add);
        anyOf("standing.tier", filter.tiers(), Enum::name).ifPresent(asked::add);
        anyOf("matter.category", filter.categories(), code -> code).ifPresent(asked::add);
        anyOf("place.leaf", filter.grids(), GridId::value)
                .flatMap(there -> anyOf("standing.lead.grid", filter.grids(), GridId::value)
                        .map(led -> or(there, led)))
                .ifPresent(asked::add);
        return asked.isEmpty() ? new BsonDocument() : and(asked);
    }

    private static <T> Optional<Bson> anyOf(String field, Set<T> values, Function<T, String> name) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(in(field, values.stream().map(name).toList()));
    }
}
