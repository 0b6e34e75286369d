package cn.huying.api.console.signin;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Member;
import cn.huying.api.console.Right;
import cn.huying.api.gate.SignInGate;
import cn.huying.bot.staff.StaffDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UserDetailsRepositoryReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Lets in who has signed in, under {@code /console} only, and to each page only whose post has the right to it; a path nobody thought of is
 * closed.
 */
public final class ConsoleGate extends SignInGate {
    static final String HOME = "/console";
    static final String LOGIN = HOME + "/login";
    static final Duration IDLE = Duration.ofMinutes(30);
    /** Everything from files of ours; what is drawn into the style sheet as an address of its own is only looked at. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /** @param passwords where passwords are hashed, which takes a tenth of a second of one core */
    public ConsoleGate(StaffDirectory directory, SignInThrottle throttle, Audit audit, Scheduler passwords) {
        super(HOME, chain(throttled(manager(directory, passwords), throttle, audit)));
    }

    private static ServerHttpSecurity chain(ReactiveAuthenticationManager manager) {
        byte[] stale = page("stale.html");
        byte[] refused = page("refused.html");
        return ServerHttpSecurity.http()
                .authenticationManager(manager)
                .securityContextRepository(ownContext())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(HOME))
                        .accessDeniedHandler(
                                (exchange, _) -> refuse(exchange.getResponse(), MediaType.TEXT_HTML, stale)))
                .headers(ConsoleGate::headers)
                .authorizeExchange(ConsoleGate::rights)
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (exchange, _) -> refuse(exchange.getResponse(), MediaType.TEXT_HTML, refused)))
                .formLogin(login -> login.loginPage(LOGIN)
                        .authenticationEntryPoint(ConsoleGate::toLogin)
                        .authenticationSuccessHandler(arrival())
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler(LOGIN + "?failed")))
                .logout(logout -> logout.logoutUrl(HOME + "/logout").logoutSuccessHandler(goodbye(LOGIN)));
    }

    private static void rights(AuthorizeExchangeSpec paths) {
        paths.pathMatchers(HttpMethod.GET, LOGIN, HOME + "/*.css", HOME + "/*.js", HOME + "/*.svg")
                .permitAll()
                .pathMatchers(HttpMethod.GET, HOME)
                .authenticated()
                .pathMatchers(HOME + "/requests/**")
                .hasAuthority(Right.REQUESTS.name())
                .pathMatchers(HOME + "/triage/**")
                .hasAuthority(Right.TRIAGE.name())
                .pathMatchers(HOME + "/letters/**")
                .hasAuthority(Right.LETTERS.name())
                .pathMatchers(HOME + "/channels/**")
                .hasAuthority(Right.CHANNELS.name())
                .pathMatchers(HOME + "/broadcasts/**")
                .hasAuthority(Right.BROADCASTS.name())
                .anyExchange()
                .denyAll();
    }

    /** A name of its own in the session: whoever signed in as a worker has not signed in here. */
    private static WebSessionServerSecurityContextRepository ownContext() {
        var contexts = new WebSessionServerSecurityContextRepository();
        contexts.setSpringSecurityContextAttrName("CONSOLE");
        return contexts;
    }

    private static ReactiveAuthenticationManager manager(StaffDirectory directory, Scheduler passwords) {
        var manager =
                new UserDetailsRepositoryReactiveAuthenticationManager(name -> Mono.justOrEmpty(directory.find(name))
                        .map(Member::of)
                        .filter(member -> !member.rights().isEmpty())
                        .cast(UserDetails.class));
        manager.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        manager.setScheduler(passwords);
        return manager;
    }

    private static ReactiveAuthenticationManager throttled(
            ReactiveAuthenticationManager manager, SignInThrottle throttle, Audit audit) {
        return asked -> Mono.defer(() -> {
            String name = asked.getName();
            if (!throttle.mayTry(name)) {
                audit.signIn(name, "THROTTLED");
                return Mono.error(new BadCredentialsException("too many wrong passwords"));
            }
            return manager.authenticate(asked)
                    .doOnNext(known -> {
                        throttle.succeeded(name);
                        audit.signIn(name, "OK");
                    })
                    .doOnError(wrong -> {
                        throttle.failed(name);
                        audit.signIn(name, "REFUSED");
                    });
        });
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.mode(Mode.DENY));
    }

    /** A part of a page asked for by a script cannot be shown a login: the whole page goes there. */
    private static Mono<Void> toLogin(ServerWebExchange exchange, Exception stranger) {
        if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            exchange.getResponse().getHeaders().set("HX-Redirect", LOGIN);
            return exchange.getResponse().setComplete();
        }
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse().getHeaders().setLocation(URI.create(LOGIN));
        return exchange.getResponse().setComplete();
    }

    /** Sessions of staff end half an hour after the last click. */
    private static ServerAuthenticationSuccessHandler arrival() {
        var arrival = new RedirectServerAuthenticationSuccessHandler(HOME);
        arrival.setRequestCache(NoOpServerRequestCache.getInstance());
        return (visit, member) -> visit.getExchange()
                .getSession()
                .doOnNext(session -> session.setMaxIdleTime(IDLE))
                .then(arrival.onAuthenticationSuccess(visit, member));
    }

    private static byte[] page(String name) {
        try (InputStream file = ConsoleGate.class.getResourceAsStream("/console/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
