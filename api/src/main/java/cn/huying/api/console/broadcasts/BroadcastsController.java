package cn.huying.api.console.broadcasts;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Frame.Notice;
import cn.huying.api.console.Labels;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Right;
import cn.huying.api.console.Scope;
import cn.huying.api.console.Section;
import cn.huying.api.console.Sent;
import cn.huying.api.console.Visit;
import cn.huying.api.console.broadcasts.BroadcastPages.Form;
import cn.huying.api.console.broadcasts.BroadcastPages.Listing;
import cn.huying.api.console.broadcasts.BroadcastPages.Typed;
import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.api.form.Posted;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Change.Refusal;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Seal;
import cn.huying.bot.grid.Grid;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Broadcasts: written by one, approved by another who says back what was seen, watched and stopped by many. */
@Controller
@RequestMapping("/console/broadcasts")
public final class BroadcastsController {
    private static final int MOST_LISTED = 50;
    private static final int LONGEST_NOTE = 200;

    private final Broadcasts broadcasts;
    private final BroadcastTexts texts;
    private final BroadcastDesk desk;
    private final BroadcastForm forms;
    private final Scope scope;
    private final Labels labels;
    private final Pages pages;
    private final Audit audit;

    public BroadcastsController(
            Broadcasts broadcasts, BroadcastTexts texts, Scope scope, Labels labels, Pages pages, Audit audit) {
        this.broadcasts = broadcasts;
        this.texts = texts;
        this.desk = new BroadcastDesk(texts, scope, labels);
        this.forms = new BroadcastForm(labels.zone());
        this.scope = scope;
        this.labels = labels;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return pages.show(
                visit,
                Section.BROADCASTS,
                "broadcasts",
                broadcasts
                        .newest(MOST_LISTED)
                        .map(desk::row)
                        .collectList()
                        .timeout(Lateness.PATIENCE)
                        .map(rows -> new Listing(rows, visit.member().may(Right.WRITE_BROADCASTS))));
    }

    @GetMapping("/new")
    Mono<Rendering> begin(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        Typed blank = forms.blank(labels.now(), visit.member().staff().grid());
        return visit.member().may(Right.WRITE_BROADCASTS)
                ? form(visit, Optional.empty(), blank, "", HttpStatus.OK)
                : pages.missing(visit);
    }

    /** How it would read, while it is being written. */
    @PostMapping("/preview")
    Mono<Rendering> preview(ServerWebExchange exchange) {
        return preview(exchange, Optional.empty());
    }

    /** The same while it is being changed: those words are final ones already. */
    @PostMapping("/{id}/preview")
    Mono<Rendering> preview(@PathVariable String id, ServerWebExchange exchange) {
        return find(id).flatMap(found -> preview(exchange, Optional.of(found)));
    }

    private Mono<Rendering> preview(ServerWebExchange exchange, Optional<Broadcast> edited) {
        return exchange.getFormData().flatMap(form -> {
            Content content = content(BroadcastForm.read(form), edited, labels.now());
            var shown = desk.preview(edited.map(Broadcast::kind).orElse(BroadcastKind.ANTI_FRAUD), content);
            return pages.bare(exchange, "broadcast :: phone", view -> view.modelAttribute("preview", shown));
        });
    }

    @PostMapping
    Mono<Rendering> compose(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        if (!visit.member().may(Right.WRITE_BROADCASTS)) {
            return pages.missing(visit);
        }
        return exchange.getFormData()
                .map(BroadcastForm::read)
                .flatMap(typed -> forms.expires(typed)
                        .map(expires -> broadcasts
                                .compose(
                                        content(typed, Optional.empty(), expires),
                                        audience(typed, visit.member()),
                                        visit.member().id())
                                .timeout(Lateness.PATIENCE)
                                .flatMap(change -> kept(visit, Optional.empty(), typed, "COMPOSE", change)))
                        .orElseGet(() ->
                                form(visit, Optional.empty(), typed, "请填写有效时间", HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    @GetMapping("/{id}")
    Mono<Rendering> broadcast(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return pages.show(
                visit.saying(notice(visit.asked("told"))),
                Section.BROADCASTS,
                "broadcast",
                find(id).flatMap(found -> broadcasts
                        .counts(found)
                        .timeout(Lateness.PATIENCE)
                        .map(counts -> desk.page(found, counts, visit.member()))));
    }

    /** The figures alone, asked for again and again while it goes out; in another state the whole page, with its buttons, is fetched anew. */
    @GetMapping("/{id}/progress")
    Mono<Rendering> progress(
            @PathVariable String id, @RequestParam(defaultValue = "") String seen, ServerWebExchange exchange) {
        return find(id).flatMap(found -> broadcasts.counts(found).map(counts -> desk.progress(found, counts)))
                .timeout(Lateness.PATIENCE)
                .doOnNext(progress -> {
                    if (!progress.state().equals(seen)) {
                        exchange.getResponse().getHeaders().set("HX-Refresh", "true");
                    }
                })
                .flatMap(progress -> pages.bare(
                        exchange, "broadcast :: progress", view -> view.modelAttribute("progress", progress)));
    }

    @GetMapping("/{id}/edit")
    Mono<Rendering> reopen(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return find(id).filter(found -> desk.buttons(found, visit.member()).contains(BroadcastDeed.EDIT))
                .flatMap(found -> form(visit, Optional.of(found), forms.of(found), "", HttpStatus.OK))
                .switchIfEmpty(Mono.defer(() -> pages.missing(visit)));
    }

    @PostMapping("/{id}/{path}")
    Mono<Rendering> act(
            @PathVariable String id, @PathVariable String path, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return Mono.justOrEmpty(BroadcastDeed.ofPath(path))
                .flatMap(deed -> find(id).flatMap(found -> exchange.getFormData()
                        .flatMap(form -> desk.buttons(found, visit.member()).contains(deed)
                                ? done(visit, found, deed, form)
                                : Mono.just(told(visit.member(), deed.name(), found.id(), "not_now")))))
                .switchIfEmpty(Mono.defer(() -> pages.missing(visit)));
    }

    private Mono<Rendering> done(Visit visit, Broadcast found, BroadcastDeed deed, MultiValueMap<String, String> form) {
        Typed typed = BroadcastForm.read(form);
        if (deed == BroadcastDeed.EDIT && forms.expires(typed).isEmpty()) {
            return form(visit, Optional.of(found), typed, "请填写有效时间", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return deed(visit.member(), found, deed, form, typed)
                .timeout(Lateness.PATIENCE)
                .flatMap(change -> kept(visit, Optional.of(found), typed, deed.name(), change));
    }

    private Mono<Change> deed(
            Member member, Broadcast found, BroadcastDeed deed, MultiValueMap<String, String> form, Typed typed) {
        BroadcastId id = found.id();
        String by = member.id();
        return switch (deed) {
            case EDIT -> {
                Instant expires = forms.expires(typed).orElseThrow();
                Audience whom = found.audience().told().isEmpty() ? audience(typed, member) : found.audience();
                yield broadcasts.edit(id, content(typed, Optional.of(found), expires), whom, by);
            }
            case SUBMIT -> broadcasts.submit(id, by);
            case APPROVE -> broadcasts.approve(id, new Seal(Posted.text(form, "seal", LONGEST_NOTE)), by);
            case SEND_BACK -> broadcasts.sendBack(id, by, Posted.text(form, "note", LONGEST_NOTE));
            case PAUSE -> broadcasts.pause(id, by);
            case RESUME -> broadcasts.resume(id, by);
            case CANCEL -> broadcasts.cancel(id, by, Posted.text(form, "note", LONGEST_NOTE));
        };
    }

    private Mono<Rendering> kept(Visit visit, Optional<Broadcast> edited, Typed typed, String deed, Change change) {
        return switch (change) {
            case Change.Changed(Broadcast now) -> Mono.just(told(visit.member(), deed, now.id(), "done"));
            case Change.Refused(Refusal reason, Broadcast now) ->
                deed.equals("COMPOSE") || deed.equals("EDIT")
                        ? form(visit, edited, typed, reason.words(), HttpStatus.UNPROCESSABLE_CONTENT)
                        : Mono.just(told(
                                visit.member(), deed, now.id(), reason.name().toLowerCase(Locale.ROOT)));
            case Change.Missing _ -> pages.missing(visit);
        };
    }

    /** A new text goes through its template; what is edited is in its final words already. */
    private Content content(Typed typed, Optional<Broadcast> edited, Instant expires) {
        return edited.map(known ->
                        new Content(typed.title(), typed.text(), known.content().colour(), expires))
                .orElseGet(() -> texts.antiFraud(typed.title(), typed.text(), expires));
    }

    /** Nodes outside the writer's own part of the tree are left out. */
    private Audience audience(Typed typed, Member member) {
        Typed own = new Typed(
                typed.title(),
                typed.text(),
                typed.expires(),
                typed.grids().stream()
                        .filter(id -> scope.grid(id)
                                .filter(grid -> scope.isWithin(grid, member))
                                .isPresent())
                        .toList(),
                typed.channel(),
                typed.groups());
        return BroadcastForm.audience(own);
    }

    private Mono<Rendering> form(Visit visit, Optional<Broadcast> edited, Typed typed, String flaw, HttpStatus status) {
        Stream<Grid> grids = scope.choices(visit.member()).stream();
        Form form = new Form(
                edited.map(known -> known.id().value()).orElse(""),
                typed,
                grids.map(grid -> new Option(grid.id().value(), grid.name())).toList(),
                edited.filter(known -> !known.audience().told().isEmpty()).isPresent(),
                flaw);
        return pages.show(visit, Section.BROADCASTS, "broadcast-form", form, status);
    }

    private Rendering told(Member member, String deed, BroadcastId id, String outcome) {
        audit.did(member, "BROADCAST_" + deed, id, outcome);
        return Sent.to("/console/broadcasts/" + id + "?told=" + outcome);
    }

    private static Notice notice(String code) {
        return switch (code) {
            case "done" -> Notice.good("已办好，下面是最新进展。");
            case "not_now" -> Notice.kindly("这一步现在不能办，没有改动。请看最新进展。");
            default ->
                Stream.of(Refusal.values())
                        .filter(reason -> reason.name().equalsIgnoreCase(code))
                        .map(reason -> Notice.kindly(reason.words() + "。"))
                        .findFirst()
                        .orElse(Notice.NONE);
        };
    }

    private Mono<Broadcast> find(String id) {
        return BroadcastId.isId(id) ? broadcasts.find(new BroadcastId(id)).timeout(Lateness.PATIENCE) : Mono.empty();
    }
}
