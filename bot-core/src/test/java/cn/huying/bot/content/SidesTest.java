package cn.huying.bot.content;

import static cn.huying.bot.content.Sample.EDITORS;
import static cn.huying.bot.content.Sample.entry;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SidesTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final Editions editions =
            new Editions(new InMemoryEditionLog(), List.of(), Schedulers.immediate(), new TestClock(Sample.NOON));

    private static <T> T got(Mono<T> mono) {
        return mono.blockOptional(WAIT).orElseThrow();
    }

    private Publication publish(Patch patch) {
        return got(editions.publish(patch, EDITORS, "试一试"));
    }

    @Test
    void bothWaysBackShouldBeToldBeforeTheyAreGone() {
        publish(put(entry("one", "甲")));
        publish(put(entry("one", "乙")));
        publish(put(entry("two", "丙")));

        Sides second = got(editions.sides(2));

        assertThat(second.undo()).isEqualTo(put(entry("one", "甲")));
        assertThat(second.backFrom(got(editions.newest()))).isEqualTo(removed("two"));
    }

    @Test
    void editionThatIsNotThereShouldHaveNone() {
        publish(put(entry("one", "甲")));

        assertThat(editions.sides(0).blockOptional(WAIT)).isEmpty();
        assertThat(editions.sides(2).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void whatIsSoAlreadyShouldBeNoNews() {
        publish(put(entry("one", "甲"), entry("two", "乙")));
        Content content = got(editions.newest());

        assertThat(content.news(put(entry("one", "甲"), entry("two", "丙")))).isEqualTo(put(entry("two", "丙")));
        assertThat(content.news(removed("nobody")).isEmpty()).isTrue();
    }

    @Test
    void oneMoreCheckShouldBeAskedOfWhoWantsItOnly() {
        Objection no = new Objection("one", "不行");
        Editions strict = editions.asking((before, after) -> List.of(no));

        assertThat(got(strict.publish(put(entry("one", "甲")), EDITORS, "")))
                .isEqualTo(new Publication.Refused(List.of(no)));
        assertThat(publish(put(entry("one", "甲")))).isInstanceOf(Publication.Live.class);
        assertThat(got(strict.newest()).edition()).isEqualTo(1);
    }
}
