package cn.huying.bot.delivery.allowance;

import java.time.Clock;

final class InMemoryQuotaLedgerTest extends QuotaLedgerContract {
    @Override
    protected QuotaLedger ledger(Clock clockOfLedger) {
        return new InMemoryQuotaLedger(clockOfLedger);
    }
}
