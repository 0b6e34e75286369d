package cn.huying.bot.content;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The editions in their order, in the shared store: the truth about the content. */
public interface EditionLog {
    /**
     * Puts an edition behind the last one, whole; false when there is one of that number already. An error of {@link TooLarge}
     * when the store cannot keep it, and of any other kind when nobody knows whether it was kept.
     */
    Mono<Boolean> append(Edition edition);

    /** Those of a higher number, lowest first. */
    Flux<Edition> after(long number);

    /** The highest number, 0 before the first: cheap enough to be asked several times a second. */
    Mono<Long> latest();

    /** An edition that changes more at once than the store keeps in one piece; nothing of it was kept. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLarge(String message) {
            super(message);
        }
    }
}
