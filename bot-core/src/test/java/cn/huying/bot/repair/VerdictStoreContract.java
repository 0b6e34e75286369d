package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.intent.Feedback;
import cn.huying.knowledge.faq.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store of verdicts promises. It is empty before each test. */
public interface VerdictStoreContract {
    Duration PATIENCE = Duration.ofSeconds(20);
    EntryId HUKOU = new EntryId("hukou");
    EntryId LIFT = new EntryId("lift");

    VerdictStore store();

    private static Verdict verdict(int n, EntryId entry, long edition, Feedback said) {
        return new Verdict("%032x".formatted(n), entry, edition, said, Asked.NOON.plusSeconds(n));
    }

    private void keep(Verdict... verdicts) {
        store().keep(List.of(verdicts)).block(PATIENCE);
    }

    private List<VerdictCount> counts() {
        return Objects.requireNonNull(store().counts().collectList().block(PATIENCE));
    }

    @Test
    default void verdictsShouldBeCountedByEntryAndEdition() {
        keep(
                verdict(1, HUKOU, 3, Feedback.USEFUL),
                verdict(2, HUKOU, 3, Feedback.USELESS),
                verdict(3, HUKOU, 4, Feedback.UNSOLVED),
                verdict(4, LIFT, 4, Feedback.USEFUL),
                verdict(5, LIFT, 4, Feedback.USEFUL));

        assertThat(counts())
                .containsExactlyInAnyOrder(
                        new VerdictCount(HUKOU, 3, 1, 1, 0),
                        new VerdictCount(HUKOU, 4, 0, 0, 1),
                        new VerdictCount(LIFT, 4, 2, 0, 0));
        assertThat(store().counts(HUKOU).collectList().block(PATIENCE))
                .containsExactlyInAnyOrder(new VerdictCount(HUKOU, 3, 1, 1, 0), new VerdictCount(HUKOU, 4, 0, 0, 1));
        assertThat(store().counts(new EntryId("other")).collectList().block(PATIENCE))
                .isEmpty();
    }

    @Test
    default void verdictKeptAgainShouldCountOnceAndSayWhatWasSaidLast() {
        keep(verdict(1, HUKOU, 3, Feedback.USEFUL), verdict(2, HUKOU, 3, Feedback.USEFUL));
        keep(verdict(1, HUKOU, 3, Feedback.USEFUL));
        keep(verdict(1, HUKOU, 3, Feedback.UNSOLVED));

        assertThat(counts()).containsExactly(new VerdictCount(HUKOU, 3, 1, 0, 1));
    }

    @Test
    default void nothingShouldBeCountedOfNothing() {
        keep();

        assertThat(counts()).isEmpty();
    }

    @Test
    default void oldVerdictsShouldBeForgotten() {
        keep(verdict(1, HUKOU, 3, Feedback.USEFUL), verdict(2, LIFT, 3, Feedback.USELESS));

        assertThat(store().forget(Asked.NOON.plusSeconds(2)).block(PATIENCE)).isEqualTo(1);
        assertThat(counts()).containsExactly(new VerdictCount(LIFT, 3, 0, 1, 0));
    }
}
