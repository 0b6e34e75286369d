package cn.huying.api;

import cn.huying.api.health.StoreHealth;
import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.settings.Settings;
import cn.huying.bot.answer.Finder;
import cn.huying.bot.content.FollowingKnowledgeBase;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.shelf.Shelf;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How answers are found: the index on this replica's disk, the encoder, and the one thread that has time for it. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {
    /** A look takes a few milliseconds: as many are done within the patience, and more would wait in vain. */
    private static final int LOOKS_WAITING = 64;

    /** Of every processor looks may take this much; some sixty a second on each. */
    private static final double SHARE = 0.1;

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final long FIRST_CALLERS = 1_000;
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final int UNUSED_SECONDS = 60;
    private static final Duration MEND = Duration.ofMinutes(1);

    /** One thread, however many cores: the encoder must not take what messages need. */
    @Bean(destroyMethod = "dispose")
    Scheduler looking() {
        return Schedulers.newBoundedElastic(1, LOOKS_WAITING, "closer-look", UNUSED_SECONDS, true);
    }

    /** Vectors of the shipped content may come with the program: then also the first start has nothing to encode. */
    @Bean
    Meanings meanings(Settings settings, Environment environment) {
        Optional<Path> shipped = Optional.ofNullable(environment.getProperty("huying.vectors"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
        return Meanings.beside(settings.data().resolve("index").resolve("vectors.bin"), shipped);
    }

    @Bean
    Shelf knowledgeShelf(Settings settings) {
        return new Shelf(settings.data().resolve("index").resolve("knowledge"));
    }

    @Bean
    Finder finder(FollowingKnowledgeBase knowledge, Scheduler looking) {
        double share = SHARE * Runtime.getRuntime().availableProcessors();
        return new Finder(knowledge, looking, Schedulers.parallel(), PATIENCE, share);
    }

    /** Not before the doors are open and those who waited were let in: a replica is of use by words alone, and loading takes all a processor has. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> encoderStart(Meanings meanings) {
        return ready -> Schedulers.parallel().schedule(meanings::start, FIRST_CALLERS, TimeUnit.MILLISECONDS);
    }

    /** Answers come from memory as well; what the disk refuses is for staff to know, not for the load balancer. */
    @Bean
    StoreHealth indexHealthIndicator(Shelf knowledgeShelf, Shelf lawIndex) {
        return StoreHealth.missed(() -> kept(knowledgeShelf).then(kept(lawIndex)), AT_ONCE);
    }

    private static Mono<Void> kept(Shelf shelf) {
        return Mono.fromSupplier(shelf::state)
                .filter(state -> !state.kept())
                .flatMap(state -> Mono.error(new IOException(state.trouble())));
    }

    /** Each where it is built: mending waits while a shelf is being filled, which takes minutes for laws. */
    @Bean
    Running shelfMending(Shelf knowledgeShelf, Scheduler looking, Shelf lawIndex, Scheduler cataloguing) {
        return Running.of(
                new Every("an index the disk refused", MEND, () -> mended(knowledgeShelf, looking)),
                new Every("an index of laws the disk refused", MEND, () -> mended(lawIndex, cataloguing)));
    }

    private static Mono<Long> mended(Shelf shelf, Scheduler beside) {
        return Mono.fromCallable(() -> shelf.mend() ? 1L : 0L).subscribeOn(beside);
    }

    @Bean
    MeterBinder indexMeters(Shelf knowledgeShelf, Shelf lawIndex) {
        return meters -> {
            index(meters, "knowledge", knowledgeShelf);
            index(meters, "laws", lawIndex);
        };
    }

    private static void index(MeterRegistry meters, String of, Shelf shelf) {
        Gauge.builder("huying.index.kept", shelf, kept -> kept.state().kept() ? 1 : 0)
                .tag("of", of)
                .description("0 while the disk refuses the index and it is served from memory")
                .register(meters);
        Gauge.builder("huying.index.quarantined", shelf, kept -> kept.state().quarantined())
                .tag("of", of)
                .register(meters);
    }

    @Bean
    MeterBinder answerMeters(Finder finder, Meanings meanings) {
        return meters -> {
            count(meters, finder, "glance", Finder::glanced);
            count(meters, finder, "look", Finder::looked);
            count(meters, finder, "words-for-lack-of-time", Finder::refused);
            FunctionCounter.builder("huying.meanings", meanings, Meanings::encoded)
                    .tag("from", "encoder")
                    .register(meters);
            FunctionCounter.builder("huying.meanings", meanings, Meanings::remembered)
                    .tag("from", "memory")
                    .register(meters);
        };
    }

    private static void count(MeterRegistry meters, Finder finder, String by, ToDoubleFunction<Finder> number) {
        FunctionCounter.builder("huying.questions", finder, number)
                .tag("by", by)
                .description("Questions put to the knowledge base, by what decided them")
                .register(meters);
    }
}
