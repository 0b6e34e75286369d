package cn.huying.api.mongo.broadcast;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.RecipientStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRecipientStoreTest implements RecipientStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoRecipientStoreTest.class);

    private final MongoRecipientStore store = new MongoRecipientStore(MONGO.database());

    @BeforeEach
    void prepare() {
        store.prepare().block(Duration.ofSeconds(20));
    }

    @Override
    public RecipientStore recipients() {
        return store;
    }
}
