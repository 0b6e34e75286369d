package cn.huying.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookingTimeTest {
    private final LookingTime time = new LookingTime(0.5, 100, 1_000);

    @Test
    void whatWasSavedUpShouldBeThereAtTheBeginning() {
        assertThat(time.remains(1_000)).isTrue();
        time.spend(99);
        assertThat(time.remains(1_000)).isTrue();
        time.spend(1);
        assertThat(time.remains(1_000)).isFalse();
    }

    @Test
    void aLongLookShouldBePaidForBeforeTheNext() {
        time.spend(140);

        assertThat(time.remains(1_080)).isFalse();
        assertThat(time.remains(1_081)).isFalse();
        assertThat(time.remains(1_084)).isTrue();
    }

    @Test
    void noMoreShouldBeSavedUpThanAllowed() {
        assertThat(time.remains(1_000_000)).isTrue();
        time.spend(100);

        assertThat(time.remains(1_000_000)).isFalse();
    }
}
