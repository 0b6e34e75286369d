package cn.huying.bot.delivery.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Entries;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class OpeningsOnDemandTest {
    private final TestClock clock = new TestClock(Entries.T0);
    private final Map<Sender, Instant> lastWrote = new HashMap<>();
    private final QuotaLedger ledger = new OpeningsOnDemand(
            new InMemoryQuotaLedger(clock), sender -> Mono.just(lastWrote.getOrDefault(sender, Instant.EPOCH)));

    @Test
    void residentWhoNeverWroteShouldNotBeWrittenTo() {
        assertThat(ledger.take(Entries.SENDER).block()).isFalse();
    }

    @Test
    void wordsOfTheResidentShouldOpenTheAllowanceWhenItIsAskedFor() {
        lastWrote.put(Entries.SENDER, Entries.T0);

        for (int i = 0; i < Opening.WROTE.messages(); i++) {
            assertThat(ledger.take(Entries.SENDER).block()).isTrue();
        }
        assertThat(ledger.take(Entries.SENDER).block()).isFalse();
    }

    @Test
    void newerWordsShouldFillTheAllowanceUpAgain() {
        lastWrote.put(Entries.SENDER, Entries.T0);
        for (int i = 0; i < Opening.WROTE.messages(); i++) {
            ledger.take(Entries.SENDER).block();
        }

        lastWrote.put(Entries.SENDER, Entries.T0.plus(Duration.ofHours(1)));

        assertThat(ledger.take(Entries.SENDER).block()).isTrue();
    }

    @Test
    void touchShouldOpenTheShortWindow() {
        ledger.opened(Entries.SENDER, Entries.T0, Opening.TOUCHED).block();

        assertThat(ledger.take(Entries.SENDER).block()).isTrue();
    }
}
