package cn.huying.api.mongo.content;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.bot.repair.UnansweredStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUnansweredStoreTest implements UnansweredStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoUnansweredStoreTest.class).emptying("unanswered");

    @Override
    public UnansweredStore store() {
        MongoUnansweredStore store = new MongoUnansweredStore(MONGO.database());
        store.prepare().block(PATIENCE);
        return store;
    }
}
