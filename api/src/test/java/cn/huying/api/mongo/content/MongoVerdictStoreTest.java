package cn.huying.api.mongo.content;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.repair.VerdictStore;
import cn.huying.bot.repair.VerdictStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoVerdictStoreTest implements VerdictStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoVerdictStoreTest.class).emptying("verdicts");

    @Override
    public VerdictStore store() {
        MongoVerdictStore store = new MongoVerdictStore(MONGO.database());
        store.prepare().block(PATIENCE);
        return store;
    }
}
