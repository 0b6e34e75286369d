package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.api.console.Visit;
import cn.huying.api.console.knowledge.KnowledgePages.Form;
import cn.huying.api.console.knowledge.KnowledgePages.Typed;
import cn.huying.api.form.Posted;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Patch;
import cn.huying.bot.repair.Cluster;
import cn.huying.bot.repair.ProposalId;
import cn.huying.bot.repair.Scrubber;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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

/** Writing entries. Whatever is written here is a proposal: somebody else publishes it. */
@Controller
@RequestMapping(Tab.HOME + "/entries")
public final class WritingController {
    private static final int MOST_QUESTIONS = 1_000;

    private final Bookshelf shelf;
    private final FormDesk desk;
    private final Shown shown;

    public WritingController(Bookshelf shelf, FormDesk desk, Shown shown) {
        this.shelf = shelf;
        this.desk = desk;
        this.shown = shown;
    }

    /**
     * @param from the question it is to answer
     * @param again the proposal that came to nothing
     */
    @GetMapping("/new")
    Mono<Rendering> begin(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String again,
            ServerWebExchange exchange,
            Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return writing(
                visit,
                content -> earlier(again)
                        .map(typed -> desk.form(content, content.edition(), "", "", List.of(), typed, Map.of()))
                        .switchIfEmpty(Mono.defer(() -> cluster(from)
                                .map(asked -> desk.form(
                                        content,
                                        content.edition(),
                                        "",
                                        asked.map(cluster -> cluster.face().id())
                                                .orElse(""),
                                        asked.map(Cluster::wordings).orElse(List.of()),
                                        desk.blank(asked),
                                        Map.of())))));
    }

    @GetMapping("/{id}/edit")
    Mono<Rendering> edit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String again,
            ServerWebExchange exchange,
            Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return writing(
                visit,
                content -> Mono.justOrEmpty(EntriesController.find(content, id))
                        .flatMap(entry -> earlier(again)
                                .defaultIfEmpty(EntryForm.of(entry))
                                .map(typed ->
                                        desk.form(content, content.edition(), id, "", List.of(), typed, Map.of()))));
    }

    private interface Filled {
        Mono<Form> with(Content content);
    }

    private Mono<Rendering> writing(Visit visit, Filled form) {
        return Shown.mayWrite(visit)
                ? shown.page(visit, Tab.ENTRIES, "form", shelf.content().flatMap(form::with))
                : shown.missing(visit);
    }

    /** What was proposed before; empty for none. */
    private Mono<Typed> earlier(String proposal) {
        return ProposalId.isId(proposal)
                ? shelf.stores()
                        .proposals()
                        .find(new ProposalId(proposal))
                        .timeout(Lateness.PATIENCE)
                        .flatMap(found ->
                                Mono.justOrEmpty(found.patch().put().stream().findFirst()))
                        .map(EntryForm::of)
                : Mono.empty();
    }

    private Mono<Optional<Cluster>> cluster(String face) {
        return face.isEmpty()
                ? Mono.just(Optional.empty())
                : shelf.cluster(face).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    @PostMapping
    Mono<Rendering> compose(ServerWebExchange exchange, Authentication signedIn) {
        return written(Shown.visit(exchange, signedIn), "", exchange);
    }

    @PostMapping("/{id}/edit")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        return written(Shown.visit(exchange, signedIn), id, exchange);
    }

    /** What a form brought, beside the content it is about; nothing to answer with is as if there were no such page. */
    private Mono<Rendering> sent(
            Visit visit,
            ServerWebExchange exchange,
            BiFunction<MultiValueMap<String, String>, Content, Mono<Rendering>> taken) {
        return Shown.mayWrite(visit)
                ? Mono.zip(exchange.getFormData(), shelf.content())
                        .flatMap(both -> taken.apply(both.getT1(), both.getT2()))
                        .switchIfEmpty(Mono.defer(() -> shown.missing(visit)))
                : shown.missing(visit);
    }

    private Mono<Rendering> written(Visit visit, String id, ServerWebExchange exchange) {
        return sent(
                visit,
                exchange,
                (form, content) ->
                        id.isEmpty() || EntriesController.find(content, id).isPresent()
                                ? read(visit, id, form, EntryForm.typed(form), content)
                                : Mono.empty());
    }

    private Mono<Rendering> read(
            Visit visit, String id, MultiValueMap<String, String> form, Typed typed, Content content) {
        Optional<EntryId> edited =
                Optional.of(id).filter(value -> !value.isEmpty()).map(EntryId::new);
        EntryForm.Reading reading = EntryForm.read(typed, edited, content, desk::isCategory);
        String face = Posted.text(form, "face");
        return cluster(face)
                .flatMap(asked -> reading.entry()
                        .map(entry -> proposed(
                                visit,
                                new Patch(List.of(entry), List.of()),
                                base(form, content),
                                typed.get("reason"),
                                asked,
                                content))
                        .orElseGet(() -> shown.page(
                                visit,
                                Tab.ENTRIES,
                                "form",
                                desk.form(
                                        content,
                                        base(form, content),
                                        id,
                                        face,
                                        asked.map(Cluster::wordings).orElse(List.of()),
                                        typed,
                                        reading.flaws()),
                                HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    /** The edition that was looked at; what came after it will be compared when it is approved. */
    private static long base(MultiValueMap<String, String> form, Content content) {
        try {
            return Math.clamp(Long.parseLong(Posted.text(form, "base")), 0, content.edition());
        } catch (NumberFormatException e) {
            return content.edition();
        }
    }

    private Mono<Rendering> proposed(
            Visit visit, Patch patch, long base, String reason, Optional<Cluster> asked, Content content) {
        if (content.news(patch).isEmpty()) {
            return Mono.just(shown.told(visit.member(), "PROPOSE", "?", "/proposals", Notices.UNCHANGED));
        }
        List<String> questions = asked.map(Cluster::ids).orElse(List.of()).stream()
                .limit(MOST_QUESTIONS)
                .toList();
        return shelf.stores()
                .proposals()
                .propose(patch, base, visit.member().id(), reason, questions)
                .timeout(Lateness.PATIENCE)
                .map(proposal -> shown.told(
                        visit.member(), "PROPOSE", proposal.id(), "/proposals/" + proposal.id(), Notices.PROPOSED));
    }

    /** The question that could not be answered is another way to ask for this entry. */
    @PostMapping("/{id}/variant")
    Mono<Rendering> variant(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return sent(
                visit,
                exchange,
                (form, content) -> Mono.zip(
                                Mono.justOrEmpty(EntriesController.find(content, id)),
                                shelf.cluster(Posted.text(form, "face")))
                        .flatMap(found -> proposed(
                                visit,
                                new Patch(List.of(asked(found.getT1(), found.getT2())), List.of()),
                                content.edition(),
                                "居民这样问过 " + found.getT2().count() + " 次，没答上来",
                                Optional.of(found.getT2()),
                                content))
                        .switchIfEmpty(
                                Mono.fromSupplier(() -> shown.told(visit.member(), "PROPOSE", "?", "", Notices.GONE))));
    }

    private static Entry asked(Entry entry, Cluster cluster) {
        List<String> variants = new ArrayList<>(entry.wording().variants());
        variants.add(Scrubber.unmarked(cluster.face().words()));
        return entry.with(new Wording(entry.question(), variants));
    }

    @PostMapping("/{id}/remove")
    Mono<Rendering> remove(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return sent(
                visit,
                exchange,
                (form, content) -> Mono.justOrEmpty(EntriesController.find(content, id))
                        .flatMap(entry -> proposed(
                                visit,
                                new Patch(List.of(), List.of(entry.id())),
                                content.edition(),
                                FormDesk.reason(form),
                                Optional.empty(),
                                content)));
    }
}
