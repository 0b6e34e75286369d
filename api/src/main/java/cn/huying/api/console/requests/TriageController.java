package cn.huying.api.console.requests;

import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Scope;
import cn.huying.api.console.Section;
import cn.huying.api.console.Visit;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What waits for a person to say who handles it. Deciding happens on the request's own page. */
@Controller
public final class TriageController {
    private final Search search;
    private final Scope scope;
    private final RequestDesk desk;
    private final Pages pages;

    public TriageController(Search search, Scope scope, RequestDesk desk, Pages pages) {
        this.search = search;
        this.scope = scope;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/console/triage")
    Mono<Rendering> waiting(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return pages.show(
                visit,
                Section.TRIAGE,
                "triage",
                search.waiting(visit.member())
                        .map(all -> new TriagePage(all.stream()
                                .map(request -> waiting(request, visit.member()))
                                .toList())));
    }

    private TriagePage.Waiting waiting(ServiceRequest request, Member member) {
        String why = request.last(Verb.TO_TRIAGE)
                .map(RequestEvent::code)
                .map(TriageReason::words)
                .orElse("");
        String words = scope.readsWords(member, request) ? request.submission().text() : "";
        return new TriagePage.Waiting(desk.row(request), why, words);
    }
}
