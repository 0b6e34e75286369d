package cn.huying.bot.delivery.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Entries;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every quota ledger does. */
public abstract class QuotaLedgerContract {
    private static final Instant T0 = Entries.T0;
    private static final Duration WAIT = Duration.ofSeconds(20);

    protected final TestClock clock = new TestClock(T0);
    private final Sender sender = somebody();
    private QuotaLedger ledger = new InMemoryQuotaLedger(clock);

    protected abstract QuotaLedger ledger(Clock clockOfLedger);

    @BeforeEach
    void open() {
        ledger = ledger(clock);
    }

    @Test
    void takeShouldRefuseBeforeTheResidentEverWrote() {
        assertThat(take()).isFalse();
    }

    @Test
    void fiveMessagesShouldBeAllowedAfterTheResidentWrote() {
        opened(T0, Opening.WROTE);
        assertThat(taken(7)).isEqualTo(5);
    }

    @Test
    void threeMessagesShouldBeAllowedWithinAMinuteAfterATouch() {
        opened(T0, Opening.TOUCHED);
        assertThat(taken(5)).isEqualTo(3);
    }

    @Test
    void touchShouldBeOverAfterAMinute() {
        opened(T0, Opening.TOUCHED);
        clock.pass(Duration.ofSeconds(56));
        assertThat(take()).isFalse();
    }

    @Test
    void windowShouldCloseJustBeforeFortyEightHours() {
        opened(T0, Opening.WROTE);
        clock.pass(Duration.ofHours(48).minusMinutes(2));
        assertThat(take()).isTrue();
        clock.pass(Duration.ofSeconds(61));
        assertThat(take()).isFalse();
    }

    @Test
    void writingAgainShouldRenewTheAllowance() {
        opened(T0, Opening.WROTE);
        assertThat(taken(5)).isEqualTo(5);
        clock.pass(Duration.ofMinutes(1));
        opened(T0.plusSeconds(60), Opening.WROTE);
        assertThat(taken(7)).isEqualTo(5);
    }

    @Test
    void theSameMessageToldAgainShouldNotRenewIt() {
        opened(T0, Opening.WROTE);
        assertThat(taken(5)).isEqualTo(5);
        opened(T0, Opening.WROTE);
        opened(T0.minusSeconds(5), Opening.WROTE);
        assertThat(take()).isFalse();
    }

    @Test
    void messageShouldCountInEveryOpenWindow() {
        opened(T0, Opening.WROTE);
        opened(T0, Opening.TOUCHED);
        assertThat(taken(7)).isEqualTo(5);
    }

    @Test
    void touchShouldAllowMoreWhenTheOtherWindowIsUsedUp() {
        opened(T0, Opening.WROTE);
        assertThat(taken(5)).isEqualTo(5);
        opened(T0.plusSeconds(1), Opening.TOUCHED);
        assertThat(taken(7)).isEqualTo(3);
    }

    @Test
    void oneResidentsAllowanceShouldNotBeAnothers() {
        opened(T0, Opening.WROTE);
        assertThat(ledger.take(somebody()).block(WAIT)).isFalse();
    }

    @Test
    void concurrentTakersShouldNeverGetMoreThanThereIs() {
        opened(T0, Opening.WROTE);
        Long granted = Flux.range(0, 40)
                .flatMap(i -> ledger.take(sender).subscribeOn(Schedulers.parallel()), 16)
                .filter(taken -> taken)
                .count()
                .block(WAIT);
        assertThat(granted).isEqualTo(5);
    }

    private boolean take() {
        return Objects.requireNonNull(ledger.take(sender).block(WAIT));
    }

    private long taken(int tries) {
        return Flux.range(0, tries)
                .concatMap(i -> ledger.take(sender))
                .toStream()
                .filter(taken -> taken)
                .count();
    }

    private void opened(Instant at, Opening kind) {
        ledger.opened(sender, at, kind).block(WAIT);
    }

    private static Sender somebody() {
        return new Sender(
                new AppId("wxdemo0000000001"),
                new OpenId("o" + UUID.randomUUID().toString().replace("-", "")));
    }
}
