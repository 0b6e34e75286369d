package cn.huying.api.mongo;

import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.allowance.QuotaLedgerContract;
import java.time.Clock;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class MongoQuotaLedgerTest extends QuotaLedgerContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoQuotaLedgerTest.class);

    @Override
    protected QuotaLedger ledger(Clock clockOfLedger) {
        return new MongoQuotaLedger(MONGO.database(), clockOfLedger);
    }
}
