package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.api.console.knowledge.KnowledgePages.EntryPage;
import cn.huying.api.console.knowledge.KnowledgePages.Wanted;
import cn.huying.bot.content.Content;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The entries as they are: found by their words, by topic, and by whether somebody has to look at them again. */
@Controller
@RequestMapping(Tab.HOME + "/entries")
public final class EntriesController {
    private static final int LONGEST_QUERY = 60;

    private final Bookshelf shelf;
    private final EntryDesk desk;
    private final Shown shown;

    public EntriesController(Bookshelf shelf, EntryDesk desk, Shown shown) {
        this.shelf = shelf;
        this.desk = desk;
        this.shown = shown;
    }

    @GetMapping
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String sort,
            ServerWebExchange exchange,
            Authentication signedIn) {
        String query = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
        return shown.page(
                Shown.visit(exchange, signedIn),
                Tab.ENTRIES,
                "entries",
                shelf.content()
                        .zipWith(
                                shelf.verdicts(),
                                (content, said) -> desk.list(
                                        content, new Wanted(query.strip(), topic, !due.isEmpty(), sort), said)));
    }

    @GetMapping("/{id}")
    Mono<Rendering> entry(@PathVariable String id, ServerWebExchange exchange, Authentication signedIn) {
        return shown.page(
                Shown.visit(exchange, signedIn),
                Tab.ENTRIES,
                "entry",
                shelf.content()
                        .flatMap(content -> Mono.justOrEmpty(find(content, id)).flatMap(this::page)));
    }

    static Optional<Entry> find(Content content, String id) {
        return EntryId.isKebabCase(id) ? content.entry(new EntryId(id)) : Optional.empty();
    }

    private Mono<EntryPage> page(Entry entry) {
        return shelf.stores()
                .editions()
                .history(entry.id())
                .collectList()
                .timeout(Lateness.PATIENCE)
                .zipWith(shelf.verdicts(entry.id()), (history, said) -> desk.page(entry, history, said));
    }
}
