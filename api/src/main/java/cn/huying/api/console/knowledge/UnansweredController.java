package cn.huying.api.console.knowledge;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Visit;
import cn.huying.api.console.knowledge.KnowledgePages.Asked;
import cn.huying.api.console.knowledge.KnowledgePages.Link;
import cn.huying.api.console.knowledge.KnowledgePages.Queue;
import cn.huying.bot.content.Content;
import cn.huying.bot.repair.Cluster;
import cn.huying.bot.repair.Scrubber;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.index.TryOut;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What could not be answered, put together by what it asks: to be made into an entry, added to one, or left. */
@Controller
@RequestMapping(Tab.HOME)
public final class UnansweredController {
    private static final int ON_A_PAGE = 20;
    private static final int MOST_PAGES = 500;
    private static final int MOST_OTHERS = 5;
    private static final int MOST_NEAR = 3;

    private final Bookshelf shelf;
    private final Labels labels;
    private final Shown shown;

    public UnansweredController(Bookshelf shelf, Labels labels, Shown shown) {
        this.shelf = shelf;
        this.labels = labels;
        this.shown = shown;
    }

    @GetMapping
    Mono<Rendering> list(
            @RequestParam(defaultValue = "0") String page, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        int number = number(page);
        return shown.page(
                visit,
                Tab.UNANSWERED,
                "unanswered",
                Mono.zip(shelf.clusters(), shelf.content()).flatMap(both -> queue(both.getT1(), both.getT2(), number)));
    }

    private static int number(String page) {
        try {
            return Math.clamp(Integer.parseInt(page), 0, MOST_PAGES);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Mono<Queue> queue(List<Cluster> all, Content content, int page) {
        int from = Math.min(all.size(), page * ON_A_PAGE);
        int to = Math.min(all.size(), from + ON_A_PAGE);
        int questions = all.stream().mapToInt(Cluster::count).sum();
        String next = to < all.size() ? Tab.HOME + "?page=" + (page + 1) : "";
        return Flux.fromIterable(all.subList(from, to))
                .concatMap(
                        cluster -> shelf.tried(Scrubber.unmarked(cluster.face().words()))
                                .map(tried -> asked(cluster, tried, content)))
                .collectList()
                .map(rows -> new Queue(rows, questions, all.size(), next));
    }

    private Asked asked(Cluster cluster, TryOut tried, Content content) {
        return new Asked(
                cluster.face().id(),
                cluster.face().words(),
                cluster.count(),
                labels.time(cluster.lastAsked()),
                cluster.wordings().stream().skip(1).limit(MOST_OTHERS).toList(),
                cluster.useless().entrySet().stream()
                        .map(one -> new Link(
                                one.getKey().value(),
                                content.entry(one.getKey())
                                        .map(Entry::question)
                                        .orElse(one.getKey().value()),
                                one.getValue() + " 次"))
                        .toList(),
                tried.rows().stream()
                        .filter(row -> content.entry(row.entry().id()).isPresent())
                        .limit(MOST_NEAR)
                        .map(row ->
                                new Link(row.entry().id().value(), row.entry().question(), ""))
                        .toList());
    }

    @PostMapping("/dismiss/{face}")
    Mono<Rendering> dismiss(@PathVariable String face, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        if (!Shown.mayWrite(visit)) {
            return shown.missing(visit);
        }
        return shelf.cluster(face)
                .flatMap(cluster ->
                        shelf.stores().unanswered().dismiss(cluster.ids()).timeout(Lateness.PATIENCE))
                .defaultIfEmpty(0L)
                .map(gone ->
                        shown.told(visit.member(), "DISMISS", gone, "", gone > 0 ? Notices.DISMISSED : Notices.GONE));
    }
}
