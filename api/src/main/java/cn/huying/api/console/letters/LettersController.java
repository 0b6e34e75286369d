package cn.huying.api.console.letters;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Member;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Section;
import cn.huying.api.console.Sent;
import cn.huying.api.console.Told;
import cn.huying.api.console.Visit;
import cn.huying.bot.delivery.DeadLetters;
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

/** Dead letters: to be handled or sent again, or taken off the list when a person has seen to them. */
@Controller
@RequestMapping("/console/letters")
public final class LettersController {
    private final DeadLetters letters;
    private final LetterDesk desk;
    private final Pages pages;
    private final Audit audit;

    public LettersController(DeadLetters letters, LetterDesk desk, Pages pages, Audit audit) {
        this.letters = letters;
        this.desk = desk;
        this.pages = pages;
        this.audit = audit;
    }

    private enum Act {
        AGAIN,
        DISMISS;

        static Optional<Act> of(String path) {
            return Stream.of(values())
                    .filter(act -> act.name().equalsIgnoreCase(path))
                    .findFirst();
        }
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return pages.show(
                visit.saying(Told.notice(visit.asked("told"))),
                Section.LETTERS,
                "letters",
                letters.list().collectList().timeout(Lateness.PATIENCE).map(all -> desk.page(all, visit.member())));
    }

    @PostMapping("/{handle}/{path}")
    Mono<Rendering> act(
            @PathVariable String handle,
            @PathVariable String path,
            ServerWebExchange exchange,
            Authentication signedIn) {
        Visit visit = Visit.of(exchange, signedIn);
        return Mono.justOrEmpty(Act.of(path))
                .flatMap(act -> letters.find(handle)
                        .flatMap(letter -> act == Act.AGAIN ? letters.again(letter) : letters.dismiss(letter))
                        .timeout(Lateness.PATIENCE)
                        .defaultIfEmpty(false)
                        .map(done -> told(visit.member(), act, handle, done)))
                .switchIfEmpty(Mono.defer(() -> pages.missing(visit)));
    }

    private Rendering told(Member member, Act act, String handle, boolean done) {
        Told told = done ? act == Act.AGAIN ? Told.AGAIN : Told.DISMISSED : Told.GONE;
        boolean ours = handle.length() == 32 && handle.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        audit.did(member, "LETTER_" + act, ours ? handle : "?", told);
        return Sent.to("/console/letters?told=" + told.code());
    }
}
