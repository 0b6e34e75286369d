package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.RecipientStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoRecipientStoreTest implements RecipientStoreContract {
    private final ContractMongo mongo = ContractMongo.open(MongoRecipientStoreTest.class);
    private final MongoRecipientStore store = new MongoRecipientStore(mongo.database());

    @BeforeAll
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Override
    public RecipientStore recipients() {
        return store;
    }
}
