package cn.huying.api.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.embedded.EmbeddedStores;
import cn.huying.api.mongo.Mongo;
import cn.huying.bot.Home;
import com.mongodb.reactivestreams.client.MongoClient;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./huying bench broadcast} measures is a whole broadcast. */
class BroadcastRunTest {
    @TempDir
    private Path data;

    @Test
    void everybodyShouldBeCarriedOnce() {
        try (EmbeddedStores stores = EmbeddedStores.open(data, 0, 0, Clock.systemUTC());
                MongoClient client =
                        Mongo.connect(stores.mongoUri().orElseThrow().toString())) {
            BroadcastRun run = new BroadcastRun(Home.ROOT, client.getDatabase("bench"), Clock.systemUTC());
            run.settle(new Crowd(1_500));

            run.broadcast();

            assertThat(run.reached()).isEqualTo(1_500);
            assertThat(run.twice()).isZero();
            assertThat(run.batches()).isEqualTo(2);
        }
    }
}
