package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.api.console.Visit;
import cn.huying.api.console.knowledge.KnowledgePages.ProposalPage;
import cn.huying.api.form.Posted;
import cn.huying.bot.repair.Proposal;
import cn.huying.bot.repair.ProposalId;
import cn.huying.bot.repair.Proposals.Outcome;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Changes that wait for a second person. */
@Controller
@RequestMapping(Tab.HOME + "/proposals")
public final class ProposalsController {
    private static final int MOST_OPEN = 100;
    private static final int MOST_ENDED = 30;
    private static final int LONGEST_NOTE = 200;

    private final Bookshelf shelf;
    private final ProposalDesk desk;
    private final Shown shown;

    public ProposalsController(Bookshelf shelf, ProposalDesk desk, Shown shown) {
        this.shelf = shelf;
        this.desk = desk;
        this.shown = shown;
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange, Authentication signedIn) {
        var proposals = shelf.stores().proposals();
        return shown.page(
                Shown.visit(exchange, signedIn),
                Tab.PROPOSALS,
                "proposals",
                Mono.zip(
                                shelf.content(),
                                proposals.open(MOST_OPEN).collectList(),
                                proposals.ended(MOST_ENDED).collectList())
                        .timeout(Lateness.PATIENCE)
                        .map(all -> new KnowledgePages.Proposals(
                                all.getT2().stream()
                                        .map(one -> desk.row(one, all.getT1()))
                                        .toList(),
                                all.getT3().stream()
                                        .map(one -> desk.row(one, all.getT1()))
                                        .toList())));
    }

    @GetMapping("/{id}")
    Mono<Rendering> proposal(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return shown.page(visit, Tab.PROPOSALS, "proposal", find(id).flatMap(found -> page(found, visit)));
    }

    /** What was published is shown against the content before it. */
    private Mono<ProposalPage> page(Proposal found, Visit visit) {
        return (found.isOpen() ? shelf.content() : shelf.stores().editions().asOf(found.basedOn()))
                .timeout(Lateness.PATIENCE)
                .map(before -> desk.page(found, before, visit.member()));
    }

    @PostMapping("/{id}/approve")
    Mono<Rendering> approve(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        if (!Shown.mayApprove(visit)) {
            return shown.missing(visit);
        }
        return find(id).flatMap(found -> shelf.stores()
                        .proposals()
                        .approve(found, visit.member().id())
                        .timeout(Bookshelf.PUBLISHING)
                        .map(outcome -> told(visit, "APPROVE", found, outcome)))
                .switchIfEmpty(Mono.defer(() -> shown.missing(visit)));
    }

    @PostMapping("/{id}/reject")
    Mono<Rendering> reject(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        return find(id).filter(found -> Shown.mayApprove(visit) || isOwn(found, visit))
                .flatMap(found -> exchange.getFormData()
                        .flatMap(form -> shelf.stores()
                                .proposals()
                                .reject(found, visit.member().id(), Posted.text(form, "note", LONGEST_NOTE))
                                .timeout(Lateness.PATIENCE)
                                .map(outcome -> told(visit, "REJECT", found, outcome))))
                .switchIfEmpty(Mono.defer(() -> shown.missing(visit)));
    }

    private static boolean isOwn(Proposal found, Visit visit) {
        return Shown.mayWrite(visit)
                && found.written().author().equals(visit.member().id());
    }

    private Rendering told(Visit visit, String deed, Proposal found, Outcome outcome) {
        Notices notice =
                switch (outcome) {
                    case Outcome.Done(Proposal now) ->
                        switch (now.state()) {
                            case PROPOSED -> Notices.PROPOSED;
                            case PUBLISHED -> Notices.PUBLISHED;
                            case REJECTED -> Notices.REJECTED;
                            case REFUSED -> Notices.REFUSED;
                        };
                    case Outcome.Overtaken _ -> Notices.OVERTAKEN;
                    case Outcome.NotYou _ -> Notices.OTHER_PERSON;
                };
        return shown.told(visit.member(), deed, found.id(), "/proposals/" + found.id(), notice);
    }

    private Mono<Proposal> find(String id) {
        return ProposalId.isId(id)
                ? shelf.stores().proposals().find(new ProposalId(id)).timeout(Lateness.PATIENCE)
                : Mono.empty();
    }
}
