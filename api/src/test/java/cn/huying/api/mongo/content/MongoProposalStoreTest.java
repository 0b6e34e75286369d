package cn.huying.api.mongo.content;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.repair.ProposalStore;
import cn.huying.bot.repair.ProposalStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoProposalStoreTest implements ProposalStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoProposalStoreTest.class).emptying("proposals");

    @Override
    public ProposalStore store() {
        MongoProposalStore store = new MongoProposalStore(MONGO.database());
        store.prepare().block(PATIENCE);
        return store;
    }
}
