package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.Law;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** Laws that are forgotten with the process. */
public final class InMemoryLawShelf implements LawShelf {
    private final Map<String, Law> laws = new ConcurrentHashMap<>();
    private final AtomicReference<Catalogue> shown = new AtomicReference<>(Catalogue.EMPTY);

    @Override
    public Mono<Void> layAside(Law law) {
        return Mono.fromRunnable(() -> laws.putIfAbsent(law.id(), law));
    }

    @Override
    public Mono<Catalogue> catalogue() {
        return Mono.fromSupplier(shown::get);
    }

    @Override
    public Mono<Boolean> show(Catalogue next) {
        return Mono.fromSupplier(() -> {
            Catalogue now = shown.get();
            return now.rev() == next.rev() - 1 && shown.compareAndSet(now, next);
        });
    }

    @Override
    public Mono<Law> find(String id) {
        return Mono.justOrEmpty(laws.get(id));
    }
}
