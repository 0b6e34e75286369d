package cn.huying.bot.request;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Tier;
import java.util.Set;

/**
 * Which requests a list shows. An empty set asks for nothing.
 *
 * @param grids where it happened or who leads it; the caller names every node of the part of the tree it means
 * @param categories the taxonomy's codes
 */
public record RequestFilter(Set<RequestState> states, Set<GridId> grids, Set<String> categories, Set<Tier> tiers) {
    public RequestFilter {
        states = Set.copyOf(states);
        grids = Set.copyOf(grids);
        categories = Set.copyOf(categories);
        tiers = Set.copyOf(tiers);
    }

    public static RequestFilter everything() {
        return new RequestFilter(Set.of(), Set.of(), Set.of(), Set.of());
    }

    public boolean fits(ServiceRequest request) {
        Submission submission = request.submission();
        return (states.isEmpty() || states.contains(request.state()))
                && (categories.isEmpty()
                        || categories.contains(submission.matter().category()))
                && (tiers.isEmpty() || tiers.contains(request.standing().tier()))
                && (grids.isEmpty() || isThere(request));
    }

    private boolean isThere(ServiceRequest request) {
        return request.submission().place().leaf().filter(grids::contains).isPresent()
                || request.standing()
                        .assignment()
                        .lead()
                        .filter(unit -> grids.contains(unit.grid()))
                        .isPresent();
    }
}
