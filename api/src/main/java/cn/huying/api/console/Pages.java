package cn.huying.api.console;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Shows a view record in its template, inside the frame. Templates find the record as {@code page}, the frame as {@code frame}, the token of
 * the forms as {@code csrf}.
 */
public final class Pages {
    private final Scheduler scheduler;
    private final Assets assets = Assets.packed();

    /** @param scheduler where pages are written: a template is read from disk when it is first used */
    public Pages(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** @param view the name of the template in {@code console/} */
    public Mono<Rendering> show(Visit visit, Section section, String view, Mono<?> page) {
        return page.flatMap(found -> show(visit, section, view, found, HttpStatus.OK))
                .switchIfEmpty(Mono.defer(() -> missing(visit)));
    }

    public Mono<Rendering> show(Visit visit, Section section, String view, Object page, HttpStatusCode status) {
        return framed(visit, section.address(), view, page, status);
    }

    /** Also for what is there and not for this member to see: nobody learns which ids there are. */
    public Mono<Rendering> missing(Visit visit) {
        return framed(visit, "", "missing", "", HttpStatus.NOT_FOUND);
    }

    private Mono<Rendering> framed(Visit visit, String here, String view, Object page, HttpStatusCode status) {
        Member member = visit.member();
        Frame frame = new Frame(
                member.id(),
                Frame.name(member.staff().post()),
                Arrays.stream(Section.values())
                        .filter(entry -> entry.isFor(member))
                        .toList(),
                here,
                visit.notice());
        return bare(
                visit.exchange(),
                view,
                rendering ->
                        rendering.status(status).modelAttribute("frame", frame).modelAttribute("page", page));
    }

    /** For pages before the sign-in, and for parts of pages. */
    public Mono<Rendering> bare(ServerWebExchange exchange, String view, UnaryOperator<Rendering.Builder<?>> more) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return exchange.getSession()
                .then(token)
                .map(csrf -> more.apply(Rendering.view("console/" + view)
                                .modelAttribute("csrf", csrf)
                                .modelAttribute("assets", assets))
                        .build())
                .publishOn(scheduler)
                .cast(Rendering.class);
    }
}
