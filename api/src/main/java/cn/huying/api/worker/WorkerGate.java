package cn.huying.api.worker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.UserDetailsRepositoryReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets in who has signed in, under {@code /worker} only: whatever else is asked for passes for the price of comparing a path. The path is
 * compared as the controllers are found, so that no other spelling of it leads round the gate. Visitors who have not signed in leave nothing
 * behind: what must be remembered of them is in cookies.
 */
public final class WorkerGate implements WebFilter, Ordered {
    private static final String HOME = "/worker";
    private static final String LOGIN = "/worker/login";
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " + "frame-ancestors 'none'";
    private static final PathPattern AREA = PathPatternParser.defaultInstance.parse(HOME + "/**");

    private final WebFilter guarded;

    public WorkerGate(Workers workers) {
        this.guarded = new WebFilterChainProxy(chain(workers).build());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain next) {
        return AREA.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? guarded.filter(exchange, next)
                : next.filter(exchange);
    }

    @Override
    public int getOrder() {
        return -100;
    }

    private static ServerHttpSecurity chain(Workers workers) {
        CookieServerRequestCache wanted = new CookieServerRequestCache();
        wanted.setCookieCustomizer(WorkerGate::kept);
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(WorkerGate::kept);
        return ServerHttpSecurity.http()
                .authenticationManager(manager(workers))
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .accessDeniedHandler((exchange, _) -> stale(exchange.getResponse())))
                .headers(WorkerGate::headers)
                .authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET, LOGIN, HOME + "/*.css", HOME + "/*.svg")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .formLogin(login -> login.loginPage(LOGIN)
                        .authenticationEntryPoint(entry(wanted))
                        .authenticationSuccessHandler(arrival(wanted))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler(LOGIN + "?failed")))
                .logout(logout -> logout.logoutUrl(HOME + "/logout").logoutSuccessHandler(goodbye()));
    }

    private static UserDetailsRepositoryReactiveAuthenticationManager manager(Workers workers) {
        var manager = new UserDetailsRepositoryReactiveAuthenticationManager(workers);
        manager.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return manager;
    }

    private static void kept(ResponseCookieBuilder cookie) {
        cookie.path(HOME).httpOnly(true).sameSite("Lax");
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(Customizer.withDefaults());
    }

    private static RedirectServerAuthenticationEntryPoint entry(CookieServerRequestCache wanted) {
        var entry = new RedirectServerAuthenticationEntryPoint(LOGIN);
        entry.setRequestCache(wanted);
        return entry;
    }

    /** Goes where the visitor wanted to go, once. */
    private static ServerAuthenticationSuccessHandler arrival(CookieServerRequestCache wanted) {
        var arrival = new RedirectServerAuthenticationSuccessHandler(HOME);
        arrival.setRequestCache(wanted);
        return (visit, worker) ->
                wanted.removeMatchingRequest(visit.getExchange()).then(arrival.onAuthenticationSuccess(visit, worker));
    }

    private static RedirectServerLogoutSuccessHandler goodbye() {
        var goodbye = new RedirectServerLogoutSuccessHandler();
        goodbye.setLogoutSuccessUrl(URI.create(LOGIN + "?left"));
        return goodbye;
    }

    /** A form without its token: sent from elsewhere, or from a page of an earlier visit. */
    private static Mono<Void> stale(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
        byte[] words = "页面已经过期，请返回上一页刷新后再提交。".getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(words)));
    }
}
