package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.api.console.Visit;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition.Credit;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
import cn.huying.bot.content.Sides;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Every edition, and the way back. Who may approve goes back at once, for what was live was approved before; who writes proposes it.
 */
@Controller
@RequestMapping(Tab.HOME + "/editions")
public final class EditionsController {
    private final Bookshelf shelf;
    private final ProposalDesk desk;
    private final Shown shown;

    private enum Way {
        /** 撤回: undoes this one, whatever came after it. */
        UNDO,
        /** 回到: undoes everything that came after it. */
        BACK;

        /** Nothing was before the first one, so it has no way to undo it. */
        static Optional<Way> of(String path, long number) {
            return Stream.of(values())
                    .filter(way -> way.name().equalsIgnoreCase(path))
                    .filter(way -> way == BACK || number > Editions.FIRST)
                    .findFirst();
        }

        Patch patch(Sides sides, Content newest) {
            return switch (this) {
                case UNDO -> sides.undo();
                case BACK -> sides.backFrom(newest);
            };
        }

        String reason(long number) {
            return switch (this) {
                case UNDO -> "撤回第 " + number + " 期";
                case BACK -> "回到第 " + number + " 期";
            };
        }
    }

    public EditionsController(Bookshelf shelf, ProposalDesk desk, Shown shown) {
        this.shelf = shelf;
        this.desk = desk;
        this.shown = shown;
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange, Authentication signedIn) {
        return shown.page(
                Shown.visit(exchange, signedIn),
                Tab.EDITIONS,
                "editions",
                shelf.stores()
                        .editions()
                        .all()
                        .collectList()
                        .timeout(Lateness.PATIENCE)
                        .map(desk::editions));
    }

    @PostMapping("/{number}/{path}")
    Mono<Rendering> goBack(
            @PathVariable long number, @PathVariable String path, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        Optional<Way> way = Way.of(path, number).filter(_ -> Shown.mayWrite(visit) || Shown.mayApprove(visit));
        return way.map(chosen ->
                        Shown.mayApprove(visit) ? atOnce(visit, number, chosen) : proposed(visit, number, chosen))
                .orElseGet(() -> shown.missing(visit));
    }

    private Mono<Rendering> atOnce(Visit visit, long number, Way way) {
        Editions editions = shelf.stores().editions();
        Credit credit = new Credit(visit.member().id(), visit.member().id());
        Mono<Publication> publication =
                switch (way) {
                    case UNDO -> editions.takeBack(number, credit, way.reason(number));
                    case BACK -> editions.backTo(number, credit, way.reason(number));
                };
        return publication.timeout(Bookshelf.PUBLISHING).map(outcome -> {
            Notices notice =
                    switch (outcome) {
                        case Publication.Live _ -> Notices.ROLLED_BACK;
                        case Publication.Unchanged _ -> Notices.UNCHANGED;
                        case Publication.Overtaken _ -> Notices.OVERTAKEN;
                        case Publication.Refused _ -> Notices.NOT_ALONE;
                    };
            return shown.told(visit.member(), way.name(), number, "/editions", notice);
        });
    }

    private Mono<Rendering> proposed(Visit visit, long number, Way way) {
        Editions editions = shelf.stores().editions();
        return Mono.zip(editions.newest(), editions.sides(number))
                .timeout(Lateness.PATIENCE)
                .flatMap(both -> {
                    Content newest = both.getT1();
                    Patch patch = way.patch(both.getT2(), newest);
                    if (newest.news(patch).isEmpty()) {
                        return Mono.just(
                                shown.told(visit.member(), way.name(), number, "/editions", Notices.UNCHANGED));
                    }
                    long seen = way == Way.UNDO ? number : newest.edition();
                    return shelf.stores()
                            .proposals()
                            .propose(patch, seen, visit.member().id(), way.reason(number), List.of())
                            .timeout(Lateness.PATIENCE)
                            .map(proposal -> shown.told(
                                    visit.member(),
                                    way.name(),
                                    number,
                                    "/proposals/" + proposal.id(),
                                    Notices.PROPOSED));
                })
                .switchIfEmpty(Mono.defer(() -> shown.missing(visit)));
    }
}
