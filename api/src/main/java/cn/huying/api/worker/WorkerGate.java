package cn.huying.api.worker;

import cn.huying.api.gate.SignInGate;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.UserDetailsRepositoryReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import reactor.core.publisher.Mono;

/**
 * Lets in who has signed in, under {@code /worker} only. Visitors who have not signed in leave nothing behind: what must be remembered of them is
 * in cookies.
 */
public final class WorkerGate extends SignInGate {
    private static final String HOME = "/worker";
    private static final String LOGIN = "/worker/login";
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " + "frame-ancestors 'none'";

    public WorkerGate(Workers workers) {
        super(HOME, chain(workers));
    }

    private static ServerHttpSecurity chain(Workers workers) {
        CookieServerRequestCache wanted = new CookieServerRequestCache();
        wanted.setCookieCustomizer(keptIn(HOME));
        return ServerHttpSecurity.http()
                .authenticationManager(manager(workers))
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(HOME))
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
                .logout(logout -> logout.logoutUrl(HOME + "/logout").logoutSuccessHandler(goodbye(LOGIN)));
    }

    private static UserDetailsRepositoryReactiveAuthenticationManager manager(Workers workers) {
        var manager = new UserDetailsRepositoryReactiveAuthenticationManager(workers);
        manager.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return manager;
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

    /** A form without its token: sent from elsewhere, or from a page of an earlier visit. */
    private static Mono<Void> stale(ServerHttpResponse response) {
        byte[] words = "页面已经过期，请返回上一页刷新后再提交。".getBytes(StandardCharsets.UTF_8);
        return refuse(response, MediaType.TEXT_PLAIN, words);
    }
}
