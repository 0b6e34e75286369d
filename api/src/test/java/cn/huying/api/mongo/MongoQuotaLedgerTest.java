package cn.huying.api.mongo;

import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.allowance.QuotaLedgerContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class MongoQuotaLedgerTest extends QuotaLedgerContract {
    private static final ContractMongo MONGO = ContractMongo.open(MongoQuotaLedgerTest.class);

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Override
    protected QuotaLedger ledger(Clock clockOfLedger) {
        return new MongoQuotaLedger(MONGO.database(), clockOfLedger);
    }
}
