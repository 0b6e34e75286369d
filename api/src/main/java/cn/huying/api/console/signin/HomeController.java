package cn.huying.api.console.signin;

import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Section;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way in. */
@Controller
public final class HomeController {
    private final Pages pages;

    public HomeController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(ConsoleGate.LOGIN)
    Mono<Rendering> login(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        return pages.bare(
                exchange,
                "login",
                rendering -> rendering
                        .modelAttribute("failed", asked.containsKey("failed"))
                        .modelAttribute("left", asked.containsKey("left")));
    }

    /** Everybody begins with the first thing he or she has to do. */
    @GetMapping(ConsoleGate.HOME)
    Rendering home(Authentication signedIn) {
        Member member = Member.of(signedIn);
        Optional<Section> first = Arrays.stream(Section.values())
                .filter(section -> section.isFor(member))
                .findFirst();
        return Rendering.redirectTo(first.map(Section::address).orElse(ConsoleGate.LOGIN))
                .build();
    }
}
