package cn.huying.bot.content;

import static cn.huying.bot.content.Sample.EDITORS;
import static cn.huying.bot.content.Sample.edition;
import static cn.huying.bot.content.Sample.entry;
import static cn.huying.bot.content.Sample.id;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.content.Edition.Version;
import cn.huying.bot.message.TestClock;
import cn.huying.knowledge.faq.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class EditionsTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final EditionLog log = new InMemoryEditionLog();
    private final TestClock clock = new TestClock(Sample.NOON);
    private final Editions editions = editions(log);

    private Editions editions(EditionLog on, Objection.Check... checks) {
        return new Editions(on, List.of(checks), Schedulers.immediate(), clock);
    }

    private static <T> T got(Mono<T> mono) {
        return mono.blockOptional(WAIT).orElseThrow();
    }

    private Publication publish(Patch patch) {
        return got(editions.publish(patch, EDITORS, "试一试"));
    }

    private List<Entry> live() {
        return got(editions.newest()).list();
    }

    @Test
    void publishedPatchShouldBeTheNextEdition() {
        Entry one = entry("one", "甲");

        assertThat(publish(put(one))).isEqualTo(new Publication.Live(edition(1, put(one))));
        assertThat(publish(put(entry("two", "乙")))).isInstanceOf(Publication.Live.class);
        assertThat(got(editions.newest()).edition()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsNewShouldBecomeAnEdition() {
        publish(put(entry("one", "甲"), entry("two", "乙")));

        assertThat(publish(put(entry("one", "甲")))).isEqualTo(new Publication.Unchanged());
        assertThat(publish(removed("nobody"))).isEqualTo(new Publication.Unchanged());
        assertThat(publish(put(entry("one", "甲"), entry("two", "丙"))))
                .isEqualTo(new Publication.Live(edition(2, put(entry("two", "丙")))));
    }

    @Test
    void objectionShouldKeepThePatchOut() {
        Objection no = new Objection("one", "不行");
        Editions strict = editions(log, (before, after) -> List.of(no));

        assertThat(got(strict.publish(put(entry("one", "甲")), EDITORS, "")))
                .isEqualTo(new Publication.Refused(List.of(no)));
        assertThat(got(strict.tried(put(entry("one", "甲"))))).containsExactly(no);
        assertThat(got(log.latest())).isZero();
    }

    @Test
    void whoeverIsOvertakenShouldCheckAgainAgainstWhatIsThereThen() {
        Editions other = editions(log);
        Objection.Check slow = (before, after) -> {
            if (before.edition() == 0) {
                got(other.publish(put(entry("faster", "快")), EDITORS, ""));
            }
            return List.of();
        };

        Publication published = got(editions(log, slow).publish(put(entry("slower", "慢")), EDITORS, ""));

        assertThat(published)
                .isInstanceOfSatisfying(
                        Publication.Live.class,
                        live -> assertThat(live.edition().number()).isEqualTo(2));
        assertThat(live()).extracting(Entry::id).containsExactly(id("faster"), id("slower"));
    }

    @Test
    void whoeverIsOvertakenAgainAndAgainShouldBeToldSo() {
        EditionLog taken = new StuckEditionLog(_ -> Flux.empty(), Mono.just(0L));

        assertThat(got(editions(taken).publish(put(entry("one", "甲")), EDITORS, "")))
                .isEqualTo(new Publication.Overtaken());
    }

    @Test
    void everyPublicationOfManyReplicasShouldBeThereOnce() {
        List<Publication> published = got(Flux.range(0, 6)
                .flatMap(
                        n -> editions(log)
                                .publish(put(entry("from-" + n, "甲")), EDITORS, "")
                                .subscribeOn(Schedulers.parallel()),
                        6)
                .collectList());

        long won = published.stream().filter(Publication.Live.class::isInstance).count();
        assertThat(live()).hasSize((int) won);
        assertThat(published).allMatch(one -> one instanceof Publication.Live || one instanceof Publication.Overtaken);
    }

    @Test
    void tooMuchAtOnceShouldBeRefusedWithAWord() {
        Entry[] much = IntStream.range(0, 6)
                .mapToObj(n -> entry("much-" + n, "长".repeat(1_000_000)))
                .toArray(Entry[]::new);

        assertThat(publish(put(much)))
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.objections())
                                .singleElement()
                                .satisfies(objection ->
                                        assertThat(objection.reason()).contains("分几次")));
    }

    @Test
    void editionTakenBackShouldLeaveWhatCameAfterIt() {
        publish(put(entry("one", "甲")));
        publish(new Patch(List.of(entry("one", "错"), entry("two", "乙")), List.of()));
        publish(put(entry("three", "丙")));

        assertThat(got(editions.takeBack(2, EDITORS, "错了"))).isInstanceOf(Publication.Live.class);
        assertThat(live()).containsExactly(entry("one", "甲"), entry("three", "丙"));
    }

    @Test
    void editionWhoseEntriesWereChangedAgainShouldNotBeTakenBackAlone() {
        publish(put(entry("one", "甲")));
        publish(put(entry("one", "乙")));
        publish(put(entry("one", "丙")));

        assertThat(got(editions.takeBack(2, EDITORS, "")))
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.objections())
                                .extracting(Objection::about)
                                .containsExactly("one"));
        assertThat(got(editions.takeBack(9, EDITORS, ""))).isInstanceOf(Publication.Refused.class);
    }

    @Test
    void firstEditionShouldNotBeTakenBack() {
        publish(put(entry("one", "甲")));

        assertThat(got(editions.takeBack(1, EDITORS, ""))).isInstanceOf(Publication.Refused.class);
        assertThat(live()).containsExactly(entry("one", "甲"));
    }

    @Test
    void whatOthersChangedSinceShouldAlsoBeSeenWhenTheyWereFasterByAMoment() {
        publish(put(entry("one", "甲")));
        Editions other = editions(log);
        Objection.Check slow = (before, after) -> {
            if (before.edition() == 1) {
                got(other.publish(put(entry("one", "快")), EDITORS, ""));
            }
            return List.of();
        };

        assertThat(got(editions(log, slow).publish(put(entry("one", "慢")), 1, EDITORS, "")))
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.objections())
                                .singleElement()
                                .satisfies(objection ->
                                        assertThat(objection.reason()).contains("第 2 期")));
        assertThat(live()).containsExactly(entry("one", "快"));
    }

    @Test
    void goingBackShouldRestoreEverythingAsItWasWhateverTheChecksSay() {
        publish(put(entry("one", "甲")));
        publish(new Patch(List.of(entry("two", "乙")), List.of(id("one"))));
        publish(put(entry("three", "丙")));
        Editions strict = editions(log, (before, after) -> List.of(new Objection("all", "不行")));

        assertThat(got(strict.backTo(1, EDITORS, "全部撤回"))).isInstanceOf(Publication.Live.class);
        assertThat(live()).containsExactly(entry("one", "甲"));
        assertThat(got(editions.newest()).edition()).isEqualTo(4);
        assertThat(got(strict.backTo(0, EDITORS, ""))).isInstanceOf(Publication.Refused.class);
        assertThat(got(strict.backTo(4, EDITORS, ""))).isEqualTo(new Publication.Unchanged());
    }

    @Test
    void checksThatHoldForTakingBackShouldBeAsked() {
        publish(put(entry("one", "甲")));
        publish(put(entry("one", "乙")));
        Objection.Check law = new Objection.Check() {
            @Override
            public List<Objection> objections(Content before, Content after) {
                return List.of(new Objection("one", "不行"));
            }

            @Override
            public boolean holdsForTakingBack() {
                return true;
            }
        };
        Objection.Check taste = (before, after) -> List.of(new Objection("one", "不好看"));

        assertThat(got(editions(log, taste, law).takeBack(2, EDITORS, "")))
                .isEqualTo(new Publication.Refused(List.of(new Objection("one", "不行"))));
    }

    @Test
    void historyShouldTellEveryVersionOfAnEntryAndItsEnd() {
        publish(put(entry("one", "甲")));
        publish(put(entry("two", "乙")));
        publish(put(entry("one", "丙")));
        publish(removed("one"));

        List<Version> history = got(editions.history(id("one")).collectList());

        assertThat(history).extracting(Version::number).containsExactly(1L, 3L, 4L);
        assertThat(history)
                .extracting(Version::entry)
                .containsExactly(Optional.of(entry("one", "甲")), Optional.of(entry("one", "丙")), Optional.empty());
    }

    @Test
    void emptyLogShouldBeSeededOnceHoweverManyStart() {
        List<Boolean> seeded = got(Flux.range(0, 4)
                .flatMap(n -> editions(log).seed(() -> List.of(entry("from-" + n, "甲")), "config/knowledge"), 4)
                .collectList());

        assertThat(seeded).containsOnlyOnce(true);
        assertThat(got(editions.newest()).edition()).isEqualTo(1);
    }

    @Test
    void filesShouldNotBeReadWhereThereIsContent() {
        publish(put(entry("one", "甲")));

        assertThat(got(editions.seed(
                        () -> {
                            throw new AssertionError("read");
                        },
                        "config/knowledge")))
                .isFalse();
    }

    @Test
    void filesNobodyTookInShouldBeNamed() {
        publish(put(entry("one", "甲")));
        publish(put(entry("one", "乙")));

        assertThat(got(editions.unpublished(List.of(entry("one", "甲"), entry("one", "新"), entry("two", "丙")))))
                .containsExactly(id("one"), id("two"));
    }

    @Test
    void contentShouldRefuseAnEditionOutOfItsTurn() {
        assertThatThrownBy(() -> Content.NOTHING.with(edition(2, put(entry("one", "甲")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
