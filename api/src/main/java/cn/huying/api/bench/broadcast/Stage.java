package cn.huying.api.bench.broadcast;

import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.embedded.EmbeddedStores;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.envelope.KeyFile;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import com.mongodb.reactivestreams.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The whole program as a process of its own on a folder where a crowd has settled, with both platforms played by us. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Laboratory laboratory;
    private final Crowd crowd;
    private final GridTree tree;
    private final Path data;

    Stage(Laboratory laboratory, Crowd crowd) {
        this.laboratory = laboratory;
        this.crowd = crowd;
        this.tree = GridFolder.read(laboratory.home().resolve("config/demo/community"))
                .tree();
        this.data = laboratory.data("broadcasts");
    }

    /** Into the folder the program will be started on, under the key it will find there. */
    void settle() throws IOException {
        Files.createDirectories(data);
        Path key = data.resolve("huying.key");
        KeyFile.createIfMissing(key);
        try (EmbeddedStores stores = EmbeddedStores.open(data, 0, 0, Clock.systemUTC());
                MongoClient client =
                        Mongo.connect(stores.mongoUri().orElseThrow().toString())) {
            MongoResidentStore residents = new MongoResidentStore(client.getDatabase("huying"), KeyFile.read(key));
            residents.prepare().block(PATIENCE);
            crowd.settle(residents, tree);
        }
    }

    Server started(MassHost host) {
        String platform = host.uri().toString();
        return laboratory.full(
                "broadcasts",
                data,
                List.of(),
                Map.of("HUYING_WECHAT_API_BASE_URL", platform, "HUYING_WECOM_API_BASE_URL", platform));
    }

    /** The node of the tree for which the demo's staff work. */
    String community() {
        return tree.grids().stream()
                .filter(grid -> grid.level() == GridLevel.COMMUNITY)
                .map(grid -> grid.id().value())
                .findFirst()
                .orElseThrow();
    }

    /** The groups that hear what everybody hears. */
    long groups() {
        return tree.grids().stream().filter(Grid::group).filter(Grid::active).count();
    }
}
