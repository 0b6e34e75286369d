package cn.huying.api.mongo;

import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.delivery.channel.CardCodesContract;
import org.junit.jupiter.api.AfterAll;

final class MongoCardCodesTest extends CardCodesContract {
    private static final ContractMongo MONGO = ContractMongo.open(MongoCardCodesTest.class);

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Override
    protected CardCodes codes() {
        return new MongoCardCodes(MONGO.database());
    }
}
