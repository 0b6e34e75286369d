package cn.huying.bot.delivery;

import java.time.Clock;

final class InMemoryQuotaLedgerTest extends QuotaLedgerContract {
    @Override
    protected QuotaLedger ledger(Clock clockOfLedger) {
        return new InMemoryQuotaLedger(clockOfLedger);
    }
}
