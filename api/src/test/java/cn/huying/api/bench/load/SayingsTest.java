package cn.huying.api.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SayingsTest {
    private final Sayings sayings = Sayings.of(Home.CONFIG);

    @Test
    void hardlyATextShouldComeTwice() {
        Random random = new Random(11);
        Set<String> texts = new HashSet<>();
        Stream.generate(() -> sayings.next(random)).limit(10_000).forEach(texts::add);

        assertThat(texts).hasSizeGreaterThan(5_000);
        assertThat(sayings.variety()).isGreaterThan(100_000);
    }

    @Test
    void theSameSeedShouldSayTheSame() {
        assertThat(Stream.generate(() -> sayings.next(new Random(5))).limit(3).distinct())
                .hasSize(1);
    }

    @Test
    void fullReportsAndEmergenciesShouldNameAPlace() {
        Random random = new Random(13);

        assertThat(Stream.generate(() -> sayings.fullReport(random)).limit(200))
                .allMatch(
                        text -> text.contains("栋") || text.contains("号") || text.contains("座") || text.contains("单元"));
        assertThat(sayings.emergency(random)).isNotBlank();
    }

    @Test
    void noTextShouldKeepAPlaceholderOrBeEmpty() {
        Random random = new Random(17);

        assertThat(Stream.generate(() -> sayings.next(random)).limit(20_000))
                .noneMatch(text -> text.isBlank() || text.contains("{"));
    }
}
