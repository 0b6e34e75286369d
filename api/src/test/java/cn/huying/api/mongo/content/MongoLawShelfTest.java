package cn.huying.api.mongo.content;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.bot.content.law.LawShelfContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLawShelfTest implements LawShelfContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoLawShelfTest.class).emptying("laws").emptying("law_catalogue");

    @Override
    public LawShelf emptyShelf() {
        return new MongoLawShelf(MONGO.database());
    }
}
