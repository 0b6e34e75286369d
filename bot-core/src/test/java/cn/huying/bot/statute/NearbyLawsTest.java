package cn.huying.bot.statute;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.law.InMemoryLawShelf;
import cn.huying.bot.content.law.LawIntake;
import cn.huying.bot.content.law.Laws;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import cn.huying.knowledge.law.text.Law;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class NearbyLawsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BEGINS = "\n\n第二条 本法自%s起施行。\n";
    private static final String QUESTION = "夜里不许敲锣打鼓吗";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryLawShelf shelf = new InMemoryLawShelf();
    private final Statutes statutes = new Statutes(shelf);
    private final ByCharacters encoder = new ByCharacters();

    /** Of a few articles every word is in too many of them to tell anything. */
    private static Law others() {
        StringBuilder articles = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            articles.append("第").append(i).append("条 甲乙丙丁第").append(i * 37).append("号另行规定。\n\n");
        }
        return Laws.whole("杂法", "2020-01-01", articles + "第13条 本法自2020年2月1日起施行。\n");
    }

    private static Law law(String title, String version, String text, String from) {
        return Laws.whole(title, version, "第一条 " + text + BEGINS.formatted(from));
    }

    private NearbyLaws nearby() {
        return new NearbyLaws(statutes, shelf, encoder.room(folder), Schedulers.immediate(), clock, ZONE);
    }

    private void imported(Law... laws) {
        new LawIntake(shelf, Schedulers.immediate())
                .take(List.of(laws), Function.identity(), _ -> {})
                .block();
        statutes.follow().block();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private List<String> found(NearbyLaws nearby, String question) {
        return nearby.near(question, today()).stream().map(Nearby::text).toList();
    }

    @Test
    void withoutLawsNothingShouldBeLoaded() {
        NearbyLaws nearby = nearby();

        assertThat(nearby.follow().block()).isZero();
        assertThat(nearby.any()).isFalse();
        assertThat(found(nearby, QUESTION)).isEmpty();
        assertThat(folder.resolve("laws")).doesNotExist();
    }

    @Test
    void articleLikeAQuestionShouldBeFoundAndNoneWhereNothingIsLikeIt() {
        imported(others(), law("锣鼓法", "2020-01-01", "夜里不许敲锣打鼓。", "2020年2月1日"));
        NearbyLaws nearby = nearby();
        nearby.follow().block();

        assertThat(nearby.near(QUESTION, today()).getFirst().citation().title()).isEqualTo("锣鼓法");
        assertThat(found(nearby, QUESTION)).startsWith("夜里不许敲锣打鼓。");
        assertThat(found(nearby, "今天吃什么好呢")).isEmpty();
    }

    @Test
    void onlyWhatIsInForceShouldBeFoundFromItsFirstDay() {
        imported(
                law("锣鼓法", "2010-01-01", "夜里不许敲锣打鼓，旧的。", "2010年2月1日"),
                law("锣鼓法", "2020-01-01", "夜里不许敲锣打鼓，现行的。", "2020年2月1日"),
                law("锣鼓法", "2026-10-01", "夜里不许敲锣打鼓，将来的。", "2027年1月1日"));
        NearbyLaws nearby = nearby();
        nearby.follow().block();
        assertThat(found(nearby, QUESTION))
                .anyMatch(text -> text.contains("现行的"))
                .noneMatch(text -> text.contains("旧的") || text.contains("将来的"));

        clock.pass(Duration.ofDays(60));
        assertThat(found(nearby, QUESTION)).noneMatch(text -> text.contains("现行的"));
        nearby.follow().block();
        assertThat(found(nearby, QUESTION)).anyMatch(text -> text.contains("将来的"));
    }

    @Test
    void newLawShouldBeFoundBesideTheOthersAndOnlyItBeEncoded() {
        imported(law("锣鼓法", "2020-01-01", "夜里不许敲锣打鼓。", "2020年2月1日"));
        NearbyLaws nearby = nearby();
        nearby.follow().block();
        int before = encoder.encoded.get();

        imported(law("风筝法", "2020-01-01", "线断之风筝归拾得者。", "2020年2月1日"));
        nearby.follow().block();

        assertThat(encoder.encoded.get() - before).isEqualTo(2);
        assertThat(found(nearby, QUESTION)).isNotEmpty();
        assertThat(found(nearby, "线断之风筝归谁")).startsWith("线断之风筝归拾得者。");
        assertThat(nearby.follow().block()).isZero();
    }

    @Test
    void lawThatWasEndedShouldBeForgotten() {
        imported(law("锣鼓法", "2020-01-01", "夜里不许敲锣打鼓。", "2020年2月1日"));
        NearbyLaws nearby = nearby();
        nearby.follow().block();

        imported(Laws.law("安静法", "2024-02-02", "《锣鼓法》同时废止。"));
        assertThat(found(nearby, QUESTION)).isEmpty();
        nearby.follow().block();
        assertThat(found(nearby, QUESTION)).isEmpty();
    }

    @Test
    void afterARestartTheIndexOnDiskShouldBeUsed() {
        imported(law("锣鼓法", "2020-01-01", "夜里不许敲锣打鼓。", "2020年2月1日"));
        nearby().follow().block();
        int before = encoder.encoded.get();

        NearbyLaws again = nearby();
        again.follow().block();

        assertThat(found(again, QUESTION)).isNotEmpty();
        assertThat(encoder.encoded.get()).isEqualTo(before);
    }
}
