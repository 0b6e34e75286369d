package cn.huying.api.launch;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.knowledge.faq.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What import and export work on.
 *
 * @param seed the entries an empty store begins with
 * @param folder where those are from
 */
record ContentDesk(
        Editions editions, LawShelf shelf, Supplier<List<Entry>> seed, String folder, Clock clock, ZoneId zone) {
    /** The verb has nothing else to do meanwhile. */
    static final Scheduler HERE = Schedulers.immediate();

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static <T> T get(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }

    /** What is there, or would be after the first start. */
    Content now() {
        Content newest = get(editions.newest());
        return newest.edition() > 0 ? newest : Content.NOTHING.tried(new Patch(seed.get(), List.of()));
    }

    /** Gives an empty store what it would have been given at the first start: an import comes on top of it, never in its place. */
    void begin() {
        get(editions.seed(seed, folder));
    }
}
