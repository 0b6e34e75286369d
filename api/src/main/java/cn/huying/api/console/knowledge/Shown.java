package cn.huying.api.console.knowledge;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Right;
import cn.huying.api.console.Section;
import cn.huying.api.console.Sent;
import cn.huying.api.console.Visit;
import cn.huying.api.console.knowledge.KnowledgePages.Part;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What all pages of the section have in common: the tabs, what was told after a click, and where a click leads. */
public record Shown(Pages pages, Audit audit) {
    static Visit visit(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return visit.saying(Notices.of(visit.asked("told")));
    }

    static boolean mayWrite(Visit visit) {
        return visit.member().may(Right.WRITE_KNOWLEDGE);
    }

    static boolean mayApprove(Visit visit) {
        return visit.member().may(Right.APPROVE_KNOWLEDGE);
    }

    <T> Mono<Rendering> page(Visit visit, Tab tab, String view, Mono<T> body) {
        return body.flatMap(found -> page(visit, tab, view, found, HttpStatus.OK))
                .switchIfEmpty(Mono.defer(() -> pages.missing(visit)));
    }

    <T> Mono<Rendering> page(Visit visit, Tab tab, String view, T body, HttpStatusCode status) {
        Part<T> part = new Part<>(tab, mayWrite(visit), mayApprove(visit), body);
        return pages.show(visit, Section.KNOWLEDGE, "knowledge-" + view, part, status);
    }

    Mono<Rendering> missing(Visit visit) {
        return pages.missing(visit);
    }

    /** @param path behind the section's address */
    Rendering told(Member member, String deed, Object subject, String path, Notices outcome) {
        audit.did(member, "KNOWLEDGE_" + deed, subject, outcome);
        return Sent.to(Tab.HOME + path + "?told=" + outcome.code());
    }
}
