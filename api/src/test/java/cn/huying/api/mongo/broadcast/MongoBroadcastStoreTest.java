package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.broadcast.BroadcastStore;
import cn.huying.bot.broadcast.BroadcastStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoBroadcastStoreTest implements BroadcastStoreContract {
    private final ContractMongo mongo = ContractMongo.open(MongoBroadcastStoreTest.class);
    private final MongoBroadcastStore store = new MongoBroadcastStore(mongo.database());

    @BeforeAll
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Override
    public BroadcastStore store() {
        return store;
    }
}
