package cn.huying.api.console.requests;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Labels;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Scope;
import cn.huying.api.console.Section;
import cn.huying.api.console.Sent;
import cn.huying.api.console.Told;
import cn.huying.api.console.Visit;
import cn.huying.api.console.requests.DeedReader.Reading;
import cn.huying.api.form.Posted;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The list of requests, one request, and what is done to it. A click is answered with where to look next: reloading repeats nothing. */
@Controller
@RequestMapping("/console/requests")
public final class RequestsController {
    private final Requests requests;
    private final Search search;
    private final Scope scope;
    private final RequestDesk desk;
    private final DeedReader reader;
    private final Pages pages;
    private final Audit audit;

    public RequestsController(
            Requests requests, Search search, Scope scope, RequestDesk desk, Labels labels, Pages pages, Audit audit) {
        this.requests = requests;
        this.search = search;
        this.scope = scope;
        this.desk = desk;
        this.reader = new DeedReader(scope, requests, labels.zone());
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        String number = visit.asked("number").strip();
        Mono<Rendering> list =
                pages.show(visit, Section.REQUESTS, "requests", search.page(Paging.of(visit), visit.member(), number));
        return number.isEmpty()
                ? list
                : search.byNumber(number, visit.member())
                        .map(found -> Sent.to("/console/requests/" + found.id()))
                        .switchIfEmpty(list);
    }

    @GetMapping("/{id}")
    Mono<Rendering> request(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        Visit told = visit.saying(Told.notice(visit.asked("told")));
        return pages.show(
                told,
                Section.REQUESTS,
                "request",
                visible(id, visit.member())
                        .map(found -> desk.page(found, visit.member(), Optional.empty(), Reading.BLANK)));
    }

    @PostMapping("/{id}/{path}")
    Mono<Rendering> act(
            @PathVariable String id, @PathVariable String path, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return Mono.justOrEmpty(Deed.ofPath(path))
                .flatMap(deed -> visible(id, visit.member())
                        .flatMap(request ->
                                exchange.getFormData().flatMap(form -> attempted(visit, deed, request, form))))
                .switchIfEmpty(Mono.defer(() -> pages.missing(visit)));
    }

    private Mono<Rendering> attempted(
            Visit visit, Deed deed, ServiceRequest request, MultiValueMap<String, String> form) {
        Member member = visit.member();
        int seen = Posted.number(form, "seen");
        if (!deed.isFor(member, scope.leads(member, request))) {
            return told(member, deed, request.id(), Told.NOT_ALLOWED);
        }
        if (seen != request.history().size()) {
            return told(member, deed, request.id(), repeated(deed, member, request, seen));
        }
        return reader.read(deed, form, request, member)
                .flatMap(reading -> reading.isFlawed()
                        ? pages.show(
                                visit,
                                Section.REQUESTS,
                                "request",
                                desk.page(request, member, Optional.of(deed), reading),
                                HttpStatus.UNPROCESSABLE_CONTENT)
                        : done(member, deed, request, seen, reading.filled()));
    }

    /** A button pressed twice was done the first time. */
    private static Told repeated(Deed deed, Member member, ServiceRequest request, int seen) {
        var actor = deed.actor(member, seen);
        boolean mine =
                request.history().stream().anyMatch(event -> event.actor().via().equals(actor.via()));
        return mine ? Told.DONE : Told.OVERTAKEN;
    }

    private Mono<Rendering> done(Member member, Deed deed, ServiceRequest request, int seen, Filled filled) {
        return requests.act(request.id(), deed.action(filled), deed.actor(member, seen))
                .timeout(Lateness.PATIENCE)
                .flatMap(next -> told(member, deed, request.id(), told(next)));
    }

    private static Told told(Next next) {
        return switch (next) {
            case Moved _ -> Told.DONE;
            case Refused(Next.Refusal reason) -> Told.refused(reason);
        };
    }

    private Mono<Rendering> told(Member member, Deed deed, RequestId id, Told told) {
        audit.did(member, deed.name(), id, told);
        return Mono.just(Sent.to("/console/requests/" + id + "?told=" + told.code()));
    }

    /** Empty also when it is there and not for this member to see: nobody learns which ids there are. */
    private Mono<ServiceRequest> visible(String id, Member member) {
        return Mono.fromSupplier(() -> new RequestId(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(requests::find)
                .timeout(Lateness.PATIENCE)
                .filter(request -> scope.sees(member, request));
    }
}
