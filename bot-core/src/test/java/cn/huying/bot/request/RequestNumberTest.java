package cn.huying.bot.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestNumberTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final RequestNumber NUMBER = new RequestNumber(DAY, 42);

    @Test
    void numberShouldPrintItselfAsPeopleSayIt() {
        assertThat(NUMBER).hasToString("HY20261121-0042");
        assertThat(new RequestNumber(DAY, 12345)).hasToString("HY20261121-12345");
    }

    @Test
    void numberShouldBeReadAsItIsPrinted() {
        assertThat(RequestNumber.parse("HY20261121-0042")).contains(NUMBER);
        assertThat(RequestNumber.parse("HY20261121-12345")).contains(new RequestNumber(DAY, 12345));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HY20261121-42",
                "hy20261121-0042",
                "HY20261321-0042",
                "HY20261121-0000",
                "HY2026112-0042",
                "x"
            })
    void parseShouldTakeNothingElse(String text) {
        assertThat(RequestNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HY20261121-0042",
                "我的hy20261121-42到哪了",
                "Hy 20261121 0042",
                "HY20261121－0042怎么样",
                "hy hy HY20261121-0042",
                "HY20269999-1 HY20261121-0042"
            })
    void numberShouldBeFoundAsResidentsTypeIt(String text) {
        assertThat(RequestNumber.find(text)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "hy", "HY20261121", "HY20261121-", "20261121-0042", "HY20261121-0"})
    void nothingShouldBeFoundWhereNothingIs(String text) {
        assertThat(RequestNumber.find(text)).isEmpty();
    }

    @Test
    void numberShouldComeBackFromItsText() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(100_000));
            RequestNumber number = new RequestNumber(day, 1 + random.nextInt(999_999_999));
            assertThat(RequestNumber.parse(number.toString()))
                    .as("seed %d", seed)
                    .contains(number);
            assertThat(RequestNumber.find("查" + number + "进度")).contains(number);
        }
    }

    @Test
    void findingShouldTakeLinearTime() {
        assertThat(RequestNumber.find("HY2026112".repeat(100_000))).isEmpty();
        assertThat(RequestNumber.find("HY" + " ".repeat(500_000) + "x")).isEmpty();
    }

    @Test
    void numbersShouldSortByDayThenOrdinal() {
        assertThat(new RequestNumber(DAY, 9999)).isLessThan(new RequestNumber(DAY, 10_000));
        assertThat(new RequestNumber(DAY, 10_000)).isLessThan(new RequestNumber(DAY.plusDays(1), 1));
    }

    @Test
    void zeroIsNoNumber() {
        assertThatThrownBy(() -> new RequestNumber(DAY, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
