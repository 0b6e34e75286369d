package cn.huying.api.console.knowledge;

import cn.huying.api.console.Lateness;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Editions;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.bot.repair.Cluster;
import cn.huying.bot.repair.Clusters;
import cn.huying.bot.repair.Proposals;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.bot.repair.VerdictCount;
import cn.huying.bot.repair.VerdictStore;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.index.TryOut;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
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

    /** Well within the patience of whoever waits for the page. */
    private static final Duration COUNTING = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Bookshelf.class);

    /** More are not looked at together. */
    private static final int MOST_QUESTIONS = 10_000;

    public record Stores(Editions editions, Proposals proposals, UnansweredStore unanswered, VerdictStore verdicts) {}

    Mono<Content> content() {
        return stores.editions().newest().timeout(Lateness.PATIENCE);
    }

    /** What residents said of the answers, in one or more editions each. */
    Mono<List<VerdictCount>> verdicts() {
        return said(stores.verdicts().counts());
    }

    /** What they said of one. */
    Mono<List<VerdictCount>> verdicts(EntryId entry) {
        return said(stores.verdicts().counts(entry));
    }

    /** Entries are shown without it rather than not at all. */
    private static Mono<List<VerdictCount>> said(Flux<VerdictCount> counts) {
        return counts.collectList().timeout(COUNTING).onErrorResume(error -> {
            LOG.warn("entries are shown without what residents said of them: {}", error.toString());
            return Mono.just(List.of());
        });
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
