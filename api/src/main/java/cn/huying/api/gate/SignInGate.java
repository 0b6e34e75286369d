package cn.huying.api.gate;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Stands before one area of the site: whatever else is asked for passes for the price of comparing a path. The path is compared as the
 * controllers are found, so that no other spelling of it leads round the gate.
 */
public abstract class SignInGate implements WebFilter, Ordered {
    private static final int BEFORE_THE_PAGES = -100;

    private final PathPattern area;
    private final WebFilter guarded;

    /** @param home the area's first page; all below it is guarded */
    protected SignInGate(String home, ServerHttpSecurity chain) {
        this.area = PathPatternParser.defaultInstance.parse(home + "/**");
        this.guarded = new WebFilterChainProxy(chain.build());
    }

    @Override
    public final Mono<Void> filter(ServerWebExchange exchange, WebFilterChain next) {
        return area.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? guarded.filter(exchange, next)
                : next.filter(exchange);
    }

    @Override
    public final int getOrder() {
        return BEFORE_THE_PAGES;
    }

    /** A cookie of this area alone, which no script reads and no other site's form carries along. */
    protected static Consumer<ResponseCookieBuilder> keptIn(String home) {
        return cookie -> cookie.path(home).httpOnly(true).sameSite("Lax");
    }

    /** The token every form of this area carries. */
    protected static CookieServerCsrfTokenRepository tokens(String home) {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(keptIn(home));
        return tokens;
    }

    /** Back to the login, which says that the visitor has left. */
    protected static RedirectServerLogoutSuccessHandler goodbye(String login) {
        var goodbye = new RedirectServerLogoutSuccessHandler();
        goodbye.setLogoutSuccessUrl(URI.create(login + "?left"));
        return goodbye;
    }

    protected static Mono<Void> refuse(ServerHttpResponse response, MediaType type, byte[] words) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(new MediaType(type, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(words)));
    }
}
