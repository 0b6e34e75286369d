package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Editions;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.bot.repair.Cluster;
import cn.huying.bot.repair.Clusters;
import cn.huying.bot.repair.Proposals;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.knowledge.index.TryOut;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What the pages read and change.
 *
 * @param answers says what a resident would read
 * @param asking asks what answers residents now, and says why
 * @param reading how questions are put together
 * @param thinking where questions are compared and asked, which takes its time
 */
public record Bookshelf(
        Stores stores,
        Answers answers,
        Function<String, TryOut> asking,
        Clusters.Reading reading,
        Scheduler thinking,
        Clock clock) {
    /** The golden questions are asked before anything is published. */
    static final Duration PUBLISHING = Duration.ofSeconds(60);

    /** More are not looked at together. */
    private static final int MOST_QUESTIONS = 10_000;

    public record Stores(Editions editions, Proposals proposals, UnansweredStore unanswered) {}

    Mono<Content> content() {
        return stores.editions().newest().timeout(Lateness.PATIENCE);
    }

    /** Most asked first. */
    Mono<List<Cluster>> clusters() {
        return stores.unanswered()
                .newest(MOST_QUESTIONS)
                .collectList()
                .timeout(Lateness.PATIENCE)
                .publishOn(thinking)
                .map(questions -> Clusters.of(questions, reading));
    }

    /** @param face the id of the question that stood for all; empty when none of its cluster is left */
    Mono<Cluster> cluster(String face) {
        return clusters()
                .flatMapIterable(all -> all)
                .filter(cluster -> cluster.ids().contains(face))
                .next();
    }

    Mono<TryOut> tried(String words) {
        return Mono.fromCallable(() -> asking.apply(words))
                .subscribeOn(thinking)
                .timeout(Lateness.PATIENCE);
    }
}
