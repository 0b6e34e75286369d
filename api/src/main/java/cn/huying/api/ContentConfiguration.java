package cn.huying.api;

import cn.huying.api.content.ContentChecks;
import cn.huying.api.content.KnowledgeFolder;
import cn.huying.api.health.ContentHealth;
import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.content.MongoEditionLog;
import cn.huying.api.mongo.content.MongoLawShelf;
import cn.huying.api.settings.Settings;
import cn.huying.bot.content.EditionLog;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.FollowingKnowledgeBase;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.law.CitationCheck;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.bot.statute.NearbyLaws;
import cn.huying.bot.statute.Statutes;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile;
import cn.huying.knowledge.shelf.Shelf;
import cn.huying.knowledge.statute.ReadingRoom;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What is known: its editions, what is asked before one is published, and the knowledge base that follows them. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {
    /** Two seconds from publishing to every replica; building an index takes most of one on a busy machine. */
    private static final Duration ROUND = Duration.ofMillis(250);

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration TROUBLED = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 16;

    @Bean
    MongoEditionLog editionLog(MongoDatabase database) {
        return new MongoEditionLog(database);
    }

    /** One thread, so that however much is published and indexed, residents keep the other cores. */
    @Bean(destroyMethod = "dispose")
    Scheduler thinking() {
        return Schedulers.newBoundedElastic(1, MOST_WAITING, "thinking", 60, true);
    }

    /** Beside it: what was published elsewhere does not wait for the checks of what is published here. */
    @Bean(destroyMethod = "dispose")
    Scheduler building() {
        return Schedulers.newBoundedElastic(1, MOST_WAITING, "building", 60, true);
    }

    @Bean
    MongoLawShelf lawShelf(MongoDatabase database) {
        return new MongoLawShelf(database);
    }

    @Bean
    Statutes statutes(LawShelf shelf) {
        return new Statutes(shelf);
    }

    /** Nothing of it is read or opened before there are laws. */
    @Bean
    Shelf lawIndex(Settings settings) {
        return new Shelf(settings.data().resolve("index").resolve("laws"));
    }

    /** A library takes its time on a thread of its own. */
    @Bean(destroyMethod = "dispose")
    Scheduler cataloguing() {
        return Schedulers.newBoundedElastic(1, MOST_WAITING, "cataloguing", 60, true);
    }

    @Bean
    ReadingRoom readingRoom(Shelf lawIndex, Meanings meanings, Settings settings) {
        Path vectors = settings.data().resolve("index").resolve("law-vectors.bin");
        return new ReadingRoom(lawIndex, vectors, meanings, () -> ranking(settings));
    }

    @Bean(destroyMethod = "close")
    NearbyLaws nearbyLaws(
            Statutes statutes,
            LawShelf shelf,
            ReadingRoom room,
            Scheduler cataloguing,
            Clock clock,
            Settings settings) {
        return new NearbyLaws(statutes, shelf, room, cataloguing, clock, settings.zone());
    }

    /** Without the file articles are read by their names only. */
    static RankingFile.Fitted ranking(Settings settings) {
        Path file = settings.config().resolve("statutes.yml");
        return Files.exists(file)
                ? RankingFile.read(file)
                : new RankingFile.Fitted(Ranking.UNFITTED, "", RankingFile.Offers.NONE);
    }

    /** What goes wrong with a library is told by the job's log, and tried again after a while: it is minutes of work. */
    private static Mono<Long> collected(NearbyLaws nearby) {
        return nearby.follow().onErrorResume(error -> Mono.delay(TROUBLED).then(Mono.error(error)));
    }

    @Bean
    Running lawsFollowed(Statutes statutes, NearbyLaws nearby) {
        return Running.of(
                new Every("laws followed", REST, statutes::follow),
                new Every("laws in force put into the library", REST, () -> collected(nearby)));
    }

    @Bean
    List<Objection.Check> contentChecks(EditableFiles files, Settings settings, Clock clock, Statutes statutes) {
        List<Objection.Check> checks =
                new ArrayList<>(ContentChecks.of(files.taxonomy(), files.retrieval(), settings, clock));
        checks.add(new CitationCheck(statutes::catalogue, clock, settings.zone()));
        return checks;
    }

    /** An empty database begins with the folder; from then on only the database is answered from. */
    @Bean
    Editions editions(
            EditionLog log, List<Objection.Check> checks, Scheduler thinking, Settings settings, Clock clock) {
        KnowledgeFolder folder = KnowledgeFolder.of(settings);
        Editions editions = new Editions(log, checks, thinking, clock);
        FirstCall.to(editions.seed(folder::entries, folder.path().toString()));
        return editions;
    }

    @Bean
    FollowingKnowledgeBase knowledge(
            EditionLog log,
            Editions editions,
            EditableFiles files,
            Meanings meanings,
            Shelf knowledgeShelf,
            Scheduler building) {
        FollowingKnowledgeBase knowledge = new FollowingKnowledgeBase(
                log,
                editions,
                LuceneKnowledgeBase.of(List.of(), files.retrieval()),
                entries -> LuceneKnowledgeBase.of(entries, files.retrieval(), meanings, knowledgeShelf),
                building);
        FirstCall.to(begun(knowledge));
        return knowledge;
    }

    /** Only a database that is away is waited for. What else goes wrong is told by its health, and the next round tries again. */
    static Mono<Long> begun(FollowingKnowledgeBase knowledge) {
        return knowledge.follow().onErrorResume(error -> !SpoolConfiguration.isAway(error), told -> Mono.just(0L));
    }

    @Bean
    Running contentFollowed(
            FollowingKnowledgeBase knowledge, Editions editions, Settings settings, Scheduler thinking) {
        FolderWatch watch = new FolderWatch(KnowledgeFolder.of(settings), editions, thinking);
        return Running.of(
                new Every("editions followed", ROUND, () -> followed(knowledge)),
                new Every("knowledge folder compared", LOOK, watch::round));
    }

    /** What went wrong is told by the knowledge base once, not every round; an index that cannot be built is not tried all the time. */
    private static Mono<Long> followed(FollowingKnowledgeBase knowledge) {
        return knowledge.follow().onErrorResume(told -> Mono.delay(REST).thenReturn(0L));
    }

    /** Compares the folder when its files have changed, but not in the first moments, which belong to the residents. */
    private static final class FolderWatch {
        private final KnowledgeFolder folder;
        private final Editions editions;
        private final Scheduler thinking;
        private Optional<FileTime> seen = Optional.empty();
        private boolean begun;

        FolderWatch(KnowledgeFolder folder, Editions editions, Scheduler thinking) {
            this.folder = folder;
            this.editions = editions;
            this.thinking = thinking;
        }

        Mono<Long> round() {
            return Mono.defer(this::looked).subscribeOn(thinking);
        }

        private Mono<Long> looked() {
            Optional<FileTime> written = begun ? Optional.of(folder.written()) : seen;
            begun = true;
            if (written.equals(seen)) {
                return Mono.just(0L);
            }
            seen = written;
            return folder.compared(editions);
        }
    }

    @Bean
    ContentHealth contentHealthIndicator(FollowingKnowledgeBase knowledge) {
        return new ContentHealth(knowledge::standing);
    }

    @Bean
    MeterBinder editionMeters(FollowingKnowledgeBase knowledge) {
        return meters -> {
            Gauge.builder(
                            "huying.content.edition.served",
                            () -> knowledge.standing().served())
                    .register(meters);
            Gauge.builder(
                            "huying.content.edition.latest",
                            () -> knowledge.standing().latest())
                    .register(meters);
        };
    }
}
