package cn.huying.bot.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Entries;
import cn.huying.bot.staff.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every store of cards' codes does. */
public abstract class CardCodesContract {
    private static final Instant T0 = Entries.T0;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final WorkerId ONE = new WorkerId("one.worker@huying");
    private static final WorkerId OTHER = new WorkerId("other");

    private final String about = UUID.randomUUID().toString().replace("-", "");
    private CardCodes codes = new InMemoryCardCodes();

    protected abstract CardCodes codes();

    @BeforeEach
    void open() {
        codes = codes();
    }

    @Test
    void findShouldBeEmptyBeforeACodeWasKept() {
        assertThat(codes.find(about, ONE).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void newestCodeShouldReplaceTheOneBefore() {
        keep(ONE, "first");
        keep(ONE, "second");

        assertThat(find(ONE)).isEqualTo("second");
    }

    @Test
    void eachWorkersCardShouldHaveACodeOfItsOwn() {
        keep(ONE, "mine");
        keep(OTHER, "theirs");

        assertThat(find(ONE)).isEqualTo("mine");
        assertThat(find(OTHER)).isEqualTo("theirs");
    }

    @Test
    void dropShouldTakeTheUsedCodeAndLeaveANewerOne() {
        keep(ONE, "used");
        keep(ONE, "newer");
        codes.drop(about, ONE, "used").block(WAIT);
        assertThat(find(ONE)).isEqualTo("newer");

        codes.drop(about, ONE, "newer").block(WAIT);
        assertThat(codes.find(about, ONE).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void forgetShouldDropWhatIsTooOldAndNothingElse() {
        codes.keep(about, ONE, "old", T0).block(WAIT);
        codes.keep(about, OTHER, "new", T0.plusSeconds(10)).block(WAIT);

        assertThat(codes.forget(T0.plusSeconds(5)).block(WAIT)).isGreaterThanOrEqualTo(1L);
        assertThat(codes.find(about, ONE).blockOptional(WAIT)).isEmpty();
        assertThat(find(OTHER)).isEqualTo("new");
    }

    @Test
    void codesKeptAtOnceShouldLeaveOneOfThem() {
        Flux.range(0, 20)
                .flatMap(n -> codes.keep(about, ONE, "code" + n, T0).subscribeOn(Schedulers.boundedElastic()), 20)
                .then()
                .block(WAIT);

        assertThat(find(ONE)).startsWith("code");
    }

    private void keep(WorkerId worker, String code) {
        codes.keep(about, worker, code, T0).block(WAIT);
    }

    private String find(WorkerId worker) {
        return String.valueOf(codes.find(about, worker).block(WAIT));
    }
}
