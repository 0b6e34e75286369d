package cn.huying.api.bench.publish;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.content.ContentChecks;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.content.MongoEditionLog;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition.Credit;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
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
                new MongoEditionLog(Mongo.database(client, mongoUri)),
                checks,
                Schedulers.boundedElastic(),
                Clock.systemUTC());
    }

    /** With everything that is asked before publishing. */
    static Press checking(Path config, String mongoUri) {
        return new Press(mongoUri, ContentChecks.of(config, ZoneId.of("Asia/Shanghai"), Clock.systemUTC()));
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
