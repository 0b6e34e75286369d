package cn.huying.bot.content;

import static cn.huying.bot.content.Sample.EDITORS;
import static cn.huying.bot.content.Sample.entry;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.content.FollowingKnowledgeBase.Standing;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.taxonomy.Config;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class FollowingKnowledgeBaseTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final RetrievalSettings SETTINGS =
            RetrievalSettings.load(Config.root().resolve("config/retrieval.yml"));

    private final InMemoryEditionLog log = new InMemoryEditionLog();
    private final Editions editions = editions(log);
    private boolean broken;

    private static Editions editions(EditionLog log) {
        return new Editions(log, List.of(), Schedulers.immediate(), new TestClock(Sample.NOON));
    }

    /** A replica that sees the log without the publisher's memory. */
    private final FollowingKnowledgeBase knowledge = following(log);

    private FollowingKnowledgeBase following(EditionLog on) {
        return new FollowingKnowledgeBase(on, editions(on), built(List.of()), this::built, Schedulers.immediate());
    }

    private LuceneKnowledgeBase built(List<Entry> entries) {
        if (broken) {
            throw new IllegalStateException("no room");
        }
        return LuceneKnowledgeBase.of(entries, SETTINGS);
    }

    private void publish(Patch patch) {
        assertThat(editions.publish(patch, EDITORS, "").block(WAIT)).isInstanceOf(Publication.Live.class);
    }

    private Finding asked(String text) {
        return knowledge.find(new Question(text, List.of(), LocalDate.of(2026, 11, 22)));
    }

    @Test
    void nothingShouldBeKnownBeforeTheFirstEdition() {
        assertThat(knowledge.follow().block(WAIT)).isZero();

        assertThat(asked("one怎么办")).isEqualTo(new Finding.Unknown());
        assertThat(knowledge.standing()).isEqualTo(new Standing(0, 0, Optional.empty()));
    }

    @Test
    void whatIsPublishedElsewhereShouldBeAnsweredAfterOneRound() {
        publish(put(entry("one", "甲")));
        publish(put(entry("two", "乙")));

        assertThat(knowledge.follow().block(WAIT)).isEqualTo(2);
        assertThat(asked("one怎么办")).isEqualTo(new Finding.Direct(entry("one", "甲"), 1));

        publish(new Patch(List.of(entry("one", "新")), List.of(Sample.id("two"))));

        assertThat(asked("one怎么办")).isEqualTo(new Finding.Direct(entry("one", "甲"), 1));
        assertThat(knowledge.follow().block(WAIT)).isEqualTo(1);
        assertThat(asked("one怎么办")).isEqualTo(new Finding.Direct(entry("one", "新"), 1));
        assertThat(knowledge.entry(Sample.id("two"))).isEmpty();
        assertThat(knowledge.standing()).isEqualTo(new Standing(3, 3, Optional.empty()));
    }

    @Test
    void nothingShouldBeBuiltWithoutANewEdition() {
        publish(put(entry("one", "甲")));
        knowledge.follow().block(WAIT);
        broken = true;

        assertThat(knowledge.follow().block(WAIT)).isZero();
    }

    @Test
    void lastGoodEditionShouldAnswerWhileTheNextCannotBeTakenUp() {
        publish(put(entry("one", "甲")));
        knowledge.follow().block(WAIT);
        publish(removed("one"));
        broken = true;

        assertThatThrownBy(() -> knowledge.follow().block(WAIT)).hasMessageContaining("no room");
        assertThat(asked("one怎么办")).isInstanceOf(Finding.Direct.class);
        assertThat(knowledge.standing().served()).isEqualTo(1);
        assertThat(knowledge.standing().latest()).isEqualTo(2);
        assertThat(knowledge.standing().trouble()).hasValue("IllegalStateException");

        broken = false;
        knowledge.follow().block(WAIT);
        assertThat(asked("one怎么办")).isEqualTo(new Finding.Unknown());
        assertThat(knowledge.standing()).isEqualTo(new Standing(2, 2, Optional.empty()));
    }

    @Test
    void whatCameBeforeAnUnreadableEditionShouldAnswer() {
        publish(put(entry("one", "甲")));
        publish(put(entry("two", "乙")));
        publish(removed("one"));
        FollowingKnowledgeBase replica = following(new StuckEditionLog(
                number -> log.after(number)
                        .concatMap(edition -> edition.number() == 3
                                ? Mono.error(new IllegalStateException("of a later version"))
                                : Mono.just(edition)),
                Mono.defer(log::latest)));

        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> replica.follow().block(WAIT)).hasMessageContaining("later version");
            assertThat(replica.standing()).isEqualTo(new Standing(2, 3, Optional.of("IllegalStateException")));
        }
        assertThat(replica.entry(Sample.id("one"))).isPresent();
        assertThat(replica.entry(Sample.id("two"))).isPresent();
    }

    @Test
    void silentLogShouldBeTold() {
        EditionLog away = new StuckEditionLog(_ -> Flux.empty(), Mono.error(new IllegalStateException("away")));
        FollowingKnowledgeBase lonely = following(away);

        assertThatThrownBy(() -> lonely.follow().block(WAIT)).hasMessageContaining("away");
        assertThat(lonely.standing().trouble()).isPresent();
    }
}
