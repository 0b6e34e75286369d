package cn.huying.api.console.requests;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Member;
import cn.huying.api.console.Scope;
import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.request.ListPlace;
import cn.huying.bot.request.RequestFilter;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Finds requests for lists, never more than the member may see. */
public final class Search {
    private static final int PAGE = 20;
    private static final int MOST_WAITING = 50;

    private final ServiceRequestStore store;
    private final Requests requests;
    private final Scope scope;
    private final RequestDesk desk;
    private final Labels labels;
    private final Taxonomy taxonomy;

    public Search(
            ServiceRequestStore store,
            Requests requests,
            Scope scope,
            RequestDesk desk,
            Labels labels,
            Taxonomy taxonomy) {
        this.store = store;
        this.requests = requests;
        this.scope = scope;
        this.desk = desk;
        this.labels = labels;
        this.taxonomy = taxonomy;
    }

    Mono<RequestList> page(Paging asked, Member member, String number) {
        RequestFilter filter = asked.filter(scope.grids(part(asked, member)));
        return store.list(filter, asked.after(), PAGE + 1)
                .collectList()
                .timeout(Lateness.PATIENCE)
                .map(found -> new RequestList(
                        found.stream().limit(PAGE).map(desk::row).toList(),
                        asked,
                        choices(member),
                        found.size() > PAGE ? next(asked, found.get(PAGE - 1)) : "",
                        number));
    }

    /** The one with that number, when it is one this member sees. */
    Mono<ServiceRequest> byNumber(String typed, Member member) {
        return Mono.justOrEmpty(RequestNumber.find(typed))
                .flatMap(requests::find)
                .timeout(Lateness.PATIENCE)
                .filter(request -> scope.sees(member, request));
    }

    /** Those nobody could route, the oldest first: they have waited longest. */
    Mono<List<ServiceRequest>> waiting(Member member) {
        RequestFilter filter = new RequestFilter(
                Set.of(RequestState.TRIAGE), scope.grids(member.staff().grid()), Set.of(), Set.of());
        return store.list(filter, Optional.empty(), MOST_WAITING)
                .collectList()
                .timeout(Lateness.PATIENCE)
                .map(List::reversed);
    }

    /** A part of the tree that was asked for, if it lies within what the member sees. */
    private GridId part(Paging asked, Member member) {
        return scope.grid(asked.grid())
                .filter(grid -> scope.isWithin(grid, member))
                .map(Grid::id)
                .orElse(member.staff().grid());
    }

    private static String next(Paging asked, ServiceRequest last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/requests");
        asked.beginningAfter(ListPlace.of(last)).fields().forEach(address::queryParam);
        return address.encode().toUriString();
    }

    private RequestList.Choices choices(Member member) {
        List<Option> states = new ArrayList<>(List.of(new Option(Paging.OPEN, "所有未办结")));
        Stream.of(RequestState.values())
                .filter(state -> state != RequestState.DRAFT)
                .map(state -> new Option(state.name().toLowerCase(Locale.ROOT), labels.of(state)))
                .forEach(states::add);
        return new RequestList.Choices(
                states,
                scope.choices(member).stream()
                        .map(grid -> new Option(grid.id().value(), grid.name()))
                        .toList(),
                taxonomy.categories().stream().map(Search::option).toList(),
                Stream.of(Tier.values())
                        .map(tier -> new Option(tier.name().toLowerCase(Locale.ROOT), labels.of(tier)))
                        .toList());
    }

    private static Option option(Category category) {
        return new Option(category.code(), category.group().name() + " · " + category.name());
    }
}
