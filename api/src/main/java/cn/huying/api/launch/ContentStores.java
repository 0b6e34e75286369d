package cn.huying.api.launch;

import cn.huying.api.content.ContentChecks;
import cn.huying.api.content.KnowledgeFolder;
import cn.huying.api.embedded.EmbeddedStores;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.content.MongoEditionLog;
import cn.huying.api.mongo.content.MongoLawShelf;
import cn.huying.api.settings.Settings;
import cn.huying.bot.content.Editions;
import cn.huying.knowledge.load.ConfigException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * The content of this installation, wherever it is: in MongoDB, in the embedded store of the program that runs, which this then writes to as one
 * more replica would, or in the data folder nobody uses, which is then opened here.
 */
final class ContentStores implements AutoCloseable {
    private final Optional<EmbeddedStores> embedded;
    private final MongoClient client;
    private final ContentDesk desk;

    private ContentStores(Optional<EmbeddedStores> embedded, String uri, Settings settings, Clock clock) {
        this.embedded = embedded;
        this.client = Mongo.connect(uri);
        MongoDatabase database = Mongo.database(client, uri);
        KnowledgeFolder folder = KnowledgeFolder.of(settings);
        this.desk = new ContentDesk(
                new Editions(new MongoEditionLog(database), ContentChecks.of(settings, clock), ContentDesk.HERE, clock),
                new MongoLawShelf(database),
                folder::entries,
                folder.path().toString(),
                clock,
                settings.zone());
    }

    static ContentStores open(Settings settings, Clock clock) {
        String given = settings.stores().mongodb();
        if (!given.isEmpty()) {
            return new ContentStores(Optional.empty(), given, settings, clock);
        }
        Optional<URI> running = EmbeddedStores.runningOn(settings.data());
        if (running.isPresent()) {
            return new ContentStores(Optional.empty(), running.get().toString(), settings, clock);
        }
        EmbeddedStores opened = EmbeddedStores.openMissing(settings.data(), true, false, clock);
        try {
            return new ContentStores(
                    Optional.of(opened), opened.mongoUri().orElseThrow().toString(), settings, clock);
        } catch (ConfigException e) {
            opened.close();
            throw e;
        }
    }

    ContentDesk desk() {
        return desk;
    }

    @Override
    public void close() {
        client.close();
        embedded.ifPresent(EmbeddedStores::close);
    }
}
