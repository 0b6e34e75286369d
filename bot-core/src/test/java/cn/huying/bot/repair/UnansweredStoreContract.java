package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store of unanswered questions promises. It is empty before each test. */
public interface UnansweredStoreContract {
    Duration PATIENCE = Duration.ofSeconds(20);

    UnansweredStore store();

    private void keep(Unanswered... questions) {
        store().keep(List.of(questions)).block(PATIENCE);
    }

    private List<Unanswered> newest(int limit) {
        return Objects.requireNonNull(store().newest(limit).collectList().block(PATIENCE));
    }

    @Test
    default void whatWasKeptShouldComeBackNewestFirst() {
        Unanswered useless = Asked.useless(3, "电梯困人找谁", "lift-trapped");
        keep(Asked.question(1, "怎么办落户"), useless, Asked.question(2, "怎么装充电桩"));

        assertThat(newest(10)).containsExactly(useless, Asked.question(2, "怎么装充电桩"), Asked.question(1, "怎么办落户"));
        assertThat(newest(1)).containsExactly(useless);
    }

    @Test
    default void questionKeptTwiceShouldStayAsItWasAndLoseNoOther() {
        keep(Asked.question(1, "先说的"));
        keep(Asked.question(1, "后说的"), Asked.question(2, "另一句"));

        assertThat(newest(10)).containsExactly(Asked.question(2, "另一句"), Asked.question(1, "先说的"));
    }

    @Test
    default void nothingShouldBeKeptOfNothing() {
        keep();

        assertThat(newest(10)).isEmpty();
    }

    @Test
    default void dismissedQuestionsShouldBeGoneAndTheOthersStay() {
        keep(Asked.question(1, "一"), Asked.question(2, "二"), Asked.question(3, "三"));

        List<String> ids =
                List.of(Asked.question(1, "").id(), Asked.question(3, "").id(), "f".repeat(32));
        assertThat(store().dismiss(ids).block(PATIENCE)).isEqualTo(2);
        assertThat(newest(10)).containsExactly(Asked.question(2, "二"));
        assertThat(store().dismiss(List.of()).block(PATIENCE)).isZero();
    }

    @Test
    default void oldQuestionsShouldBeForgotten() {
        keep(Asked.question(1, "一"), Asked.question(2, "二"));

        assertThat(store().forget(Asked.NOON.plusSeconds(2)).block(PATIENCE)).isEqualTo(1);
        assertThat(newest(10)).containsExactly(Asked.question(2, "二"));
    }
}
