package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.alert.AlertStore;
import cn.huying.bot.alert.AlertStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAlertStoreTest implements AlertStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoAlertStoreTest.class);

    private final MongoAlertStore store = new MongoAlertStore(MONGO.database());

    @BeforeEach
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @Override
    public AlertStore alerts() {
        return store;
    }
}
