package cn.huying.api.console;

import cn.huying.api.console.Frame.Notice;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;

/** Who asks, by which call, and what is to be said on top of the page. */
public record Visit(ServerWebExchange exchange, Member member, Notice notice) {
    public static Visit of(ServerWebExchange exchange, Authentication signedIn) {
        return new Visit(exchange, Member.of(signedIn), Notice.NONE);
    }

    public Visit saying(Notice next) {
        return new Visit(exchange, member, next);
    }

    /** A field of the address; empty when it is not there. */
    public String asked(String name) {
        String value = exchange.getRequest().getQueryParams().getFirst(name);
        return value == null ? "" : value;
    }
}
