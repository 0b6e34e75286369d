package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.alert.AlertStore;
import cn.huying.bot.alert.AlertStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoAlertStoreTest implements AlertStoreContract {
    private final ContractMongo mongo = ContractMongo.open(MongoAlertStoreTest.class);
    private final MongoAlertStore store = new MongoAlertStore(mongo.database());

    @BeforeAll
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Override
    public AlertStore alerts() {
        return store;
    }
}
