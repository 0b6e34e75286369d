package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.Law;
import reactor.core.publisher.Mono;

/** The laws in the shared store. */
public interface LawShelf {
    /** Keeps a law under its id, where nobody looks until a catalogue shows it. Again it changes nothing. */
    Mono<Void> layAside(Law law);

    /** The laws on the shelf now; {@link Catalogue#EMPTY} before the first. */
    Mono<Catalogue> catalogue();

    /** The {@code rev} of that catalogue, for whoever looks often. */
    default Mono<Long> latest() {
        return catalogue().map(Catalogue::rev);
    }

    /** Makes this the catalogue: one step. False when the one there is not the one before it. */
    Mono<Boolean> show(Catalogue next);

    /** A law by its id, whether shown or not; empty when there is none. */
    Mono<Law> find(String id);
}
