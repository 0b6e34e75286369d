package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.broadcast.BroadcastStore;
import cn.huying.bot.broadcast.BroadcastStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoBroadcastStoreTest implements BroadcastStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoBroadcastStoreTest.class);

    private final MongoBroadcastStore store = new MongoBroadcastStore(MONGO.database());

    @BeforeEach
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @Override
    public BroadcastStore store() {
        return store;
    }
}
