package cn.huying.api.bench.publish;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.content.MongoEditionLog;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition.Credit;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
import cn.huying.bot.content.check.BuiltLately;
import cn.huying.bot.content.check.EntryCheck;
import cn.huying.bot.content.check.GoldenCheck;
import cn.huying.bot.content.check.NearnessCheck;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import reactor.core.scheduler.Schedulers;

/** Publishes the way a replica does, beside the replicas. */
final class Press implements AutoCloseable {
    private static final Credit CREDIT = new Credit("bench", "bench");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoClient client;
    private final Editions editions;

    private Press(String mongoUri, List<Objection.Check> checks) {
        this.client = Mongo.connect(mongoUri);
        this.editions = new Editions(
                new MongoEditionLog(client.getDatabase("huying")),
                checks,
                Schedulers.boundedElastic(),
                Clock.systemUTC());
    }

    /** With everything that is asked before publishing. */
    static Press checking(Path config, String mongoUri) {
        RetrievalSettings settings = RetrievalSettings.load(config.resolve("retrieval.yml"));
        GoldenQuestions golden =
                GoldenQuestions.load(config.resolve("knowledge").resolve(GoldenQuestions.FILE));
        BuiltLately build = new BuiltLately(entries -> LuceneKnowledgeBase.of(entries, settings));
        Clock clock = Clock.systemUTC();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new Press(
                mongoUri,
                List.of(
                        new EntryCheck(Taxonomy.load(config.resolve("taxonomy.yml"))),
                        new NearnessCheck(build, clock, zone),
                        new GoldenCheck(() -> golden, build, clock, zone)));
    }

    /** Without asking anything: as much as possible in a short time. */
    static Press fast(String mongoUri) {
        return new Press(mongoUri, List.of());
    }

    void publish(Patch patch) {
        Publication publication =
                editions.publish(patch, CREDIT, "").blockOptional(PATIENCE).orElseThrow();
        if (!(publication instanceof Publication.Live)) {
            throw new BenchException("没有发布成：" + publication);
        }
    }

    Content content() {
        return editions.newest().blockOptional(PATIENCE).orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
