package cn.huying.api.bench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryRules;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlmanacTest {
    private static final long SEED = 20261122;

    @Test
    void whatIsExpectedShouldBeWhatThePatchesMakeOfTheContent() {
        Almanac almanac = new Almanac(new Random(SEED));
        Content content = Content.NOTHING;
        for (int n = 0; n < 100; n++) {
            Almanac.Change change = almanac.next();
            content = content.tried(change.patch());
            almanac.published(change.patch());

            assertThat(Almanac.ours(content.entries())).isEqualTo(almanac.expected());
            assertThat(almanac.live()).contains(change.told());
        }
        assertThat(almanac.live()).hasSizeBetween(3, 8);
        assertThat(almanac.gone()).isNotEmpty();
    }

    @Test
    void everyAnswerShouldHaveAMarkOfItsOwnAndEveryEntryKeepTheRules() {
        Almanac almanac = new Almanac(new Random(SEED));
        for (int n = 0; n < 60; n++) {
            almanac.published(almanac.next().patch());
        }

        assertThat(almanac.live().stream().map(Almanac::mark)).doesNotHaveDuplicates();
        assertThat(EntryRules.flaws(almanac.live())).isEmpty();
        Entry any = almanac.live().getFirst();
        assertThat(any.answer().text()).contains(Almanac.mark(any));
    }
}
