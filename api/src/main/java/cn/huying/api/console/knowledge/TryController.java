package cn.huying.api.console.knowledge;

import cn.huying.api.console.Visit;
import cn.huying.api.console.knowledge.KnowledgePages.Found;
import cn.huying.api.console.knowledge.KnowledgePages.Trial;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.index.TryOut;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A box to try a question in: what a resident would read now, and why. */
@Controller
@RequestMapping(Tab.HOME + "/try")
public final class TryController {
    private static final int LONGEST = 600;
    private static final Trial NOTHING = new Trial("", "", "", "", "", List.of());

    private final Bookshelf shelf;
    private final EntryDesk desk;
    private final Shown shown;

    public TryController(Bookshelf shelf, EntryDesk desk, Shown shown) {
        this.shelf = shelf;
        this.desk = desk;
        this.shown = shown;
    }

    @GetMapping
    Mono<Rendering> ask(
            @RequestParam(defaultValue = "") String q, ServerWebExchange exchange, Authentication signedIn) {
        Visit visit = Shown.visit(exchange, signedIn);
        String words = (q.length() > LONGEST ? q.substring(0, LONGEST) : q).strip();
        return shown.page(
                visit,
                Tab.TRY,
                "try",
                words.isEmpty() ? Mono.just(NOTHING) : shelf.tried(words).map(tried -> trial(words, tried)));
    }

    private Trial trial(String words, TryOut tried) {
        String by =
                switch (tried.by()) {
                    case QUESTION -> "和条目里的问法一字不差";
                    case WORDS -> "按用词判断";
                    case MEANING -> "用词拿不准，又按意思判断";
                };
        return new Trial(
                words,
                band(tried.finding()),
                colour(tried.finding()),
                by,
                shelf.answers().reply(tried.finding(), shelf.clock().instant()),
                tried.rows().stream().map(this::found).toList());
    }

    private static String band(Finding finding) {
        return switch (finding) {
            case Finding.Direct _ -> "直接回答";
            case Finding.Choices(var entries) -> "列出 " + entries.size() + " 项请居民选";
            case Finding.Unknown _ -> "说没找到，问要不要登记";
        };
    }

    private static String colour(Finding finding) {
        return switch (finding) {
            case Finding.Direct _ -> "runs";
            case Finding.Choices _ -> "waits";
            case Finding.Unknown _ -> "over";
        };
    }

    private Found found(TryOut.Row row) {
        return new Found(
                row.entry().id().value(),
                row.entry().question(),
                percent(row.words()),
                percent(row.coverage()),
                row.all().map(all -> String.format(Locale.ROOT, "%.2f", all)).orElse(""),
                row.exact() ? "问法一字不差" : "",
                row.served(),
                row.served() ? desk.state(row.entry().validity()) : unserved(row));
    }

    private String unserved(TryOut.Row row) {
        String state = desk.state(row.entry().validity());
        return state.isEmpty() ? "只在" + row.entry().validity().region() + "适用，不会答" : state + "，不会答";
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
