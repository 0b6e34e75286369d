package cn.huying.api.console.requests;

import cn.huying.api.console.Visit;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.ListPlace;
import cn.huying.bot.request.RequestFilter;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.taxonomy.Tier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the list was asked for, as it stands in the address: names of constants, codes and nodes only, so that nothing else gets to the
 * store. What is not known is taken as not asked.
 *
 * @param state {@code open}, a state's name in small letters, or empty
 * @param before where the last page ended; empty for the first page
 */
public record Paging(String state, String grid, String category, String tier, String before) {
    static final String OPEN = "open";

    static Paging of(Visit visit) {
        return new Paging(
                visit.asked("state"),
                visit.asked("grid"),
                visit.asked("category"),
                visit.asked("tier"),
                visit.asked("before"));
    }

    RequestFilter filter(Set<GridId> grids) {
        Set<RequestState> states = state.equals(OPEN)
                ? Stream.of(RequestState.values()).filter(RequestState::isOpen).collect(Collectors.toSet())
                : named(RequestState.class, state);
        Set<String> categories = category.isEmpty() ? Set.of() : Set.of(category);
        return new RequestFilter(states, grids, categories, named(Tier.class, tier));
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> type, String name) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .collect(Collectors.toSet());
    }

    /** {@code milliseconds-id}. */
    Optional<ListPlace> after() {
        int dash = before.indexOf('-');
        try {
            return dash < 0
                    ? Optional.empty()
                    : Optional.of(new ListPlace(
                            Instant.ofEpochMilli(Long.parseLong(before, 0, dash, 10)),
                            new RequestId(before.substring(dash + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Paging beginningAfter(ListPlace place) {
        return new Paging(state, grid, category, tier, place.at().toEpochMilli() + "-" + place.id());
    }

    /** The fields of the address, for links. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", state);
        fields.put("grid", grid);
        fields.put("category", category);
        fields.put("tier", tier);
        fields.put("before", before);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
