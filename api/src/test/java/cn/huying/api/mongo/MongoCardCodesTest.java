package cn.huying.api.mongo;

import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.delivery.channel.CardCodesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoCardCodesTest extends CardCodesContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoCardCodesTest.class);

    @Override
    protected CardCodes codes() {
        return new MongoCardCodes(MONGO.database());
    }
}
