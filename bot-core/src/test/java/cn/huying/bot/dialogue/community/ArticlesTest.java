package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.answer.Finder;
import cn.huying.bot.content.law.Laws;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.statute.ByCharacters;
import cn.huying.knowledge.law.text.Law;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Residents who name a law and an article. The laws are invented; it is November 2026. */
class ArticlesTest {
    private static final String ASKED = "鸬鹚鲲鹏饕餮如何嬉戏？";
    private static final Law QUIET = Laws.law("安静法", "2020-02-02", "");

    private final Community community = Community.inMemory();

    private static Law named(String title, String version, String articles) {
        return Laws.whole(title, version, articles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"安静法第二条", "《中华人民共和国安静法》第2条", "安静法二条说的啥", "请问安静法第二条是什么？"})
    void namedArticleShouldBeShownWithItsPlaceAndAge(String words) {
        community
                .withLaws(QUIET)
                .with(1)
                .says(words)
                .hears("《安静法》第二条", "2020-02-02", "第一章 总则", "应当安静：", "（二）中午。", "不是对您这件事的法律意见")
                .waitsIn(Step.Idle.class)
                .hasNoRequest();
    }

    @Test
    void insertedArticleShouldBeShown() {
        community.withLaws(QUIET).with(1).says("安静法第二条之一").hears("不得喧哗").hearsNo("应当安静");
    }

    @Test
    void articleThatIsNotThereShouldBeSaidSo() {
        community
                .withLaws(QUIET)
                .with(1)
                .says("安静法第九十条是什么")
                .hearsText("article-beyond", "law", "安静法", "number", "第九十条", "last", "3")
                .says("安静法第三条之一")
                .hearsText("article-beyond", "law", "安静法", "number", "第三条之一", "last", "3");
    }

    @Test
    void partOfALawThatIsNotThereShouldNotBeCounted() {
        community
                .withLaws(Laws.part("大法", "物权编", "2021-01-01", "第五条 甲。\n\n第六条 乙。\n"))
                .with(1)
                .says("大法第二条")
                .hearsText("article-unknown", "law", "大法", "number", "第二条")
                .says("大法物权编第六条")
                .hears("乙。");
    }

    @Test
    void onlyTheVersionInForceShouldBeShown() {
        Law old = named("灯火法", "2010-01-01", "第一条 旧的。\n\n第二条 本法自2010年2月1日起施行。\n");
        Law inForce = named("灯火法", "2024-01-01", "第一条 现行的。\n\n第二条 本法自2024年2月1日起施行。\n");
        Law later = named("灯火法", "2026-10-01", "第一条 将来的。\n\n第二条 本法自2027年1月1日起施行。\n");

        Talk talk = community.withLaws(later, old, inForce).with(1);
        talk.says("灯火法第一条").hears("现行的").hearsNo("旧的", "将来的");

        talk.later(Duration.ofDays(60)).says("灯火法第一条").hears("将来的").hearsNo("现行的");
    }

    @Test
    void lawThatHasNotBegunShouldSayWhenItBegins() {
        community
                .withLaws(named("将来法", "2026-10-01", "第一条 将来的。\n\n第二条 本法自2027年1月1日起施行。\n"))
                .with(1)
                .says("将来法第一条")
                .hearsText("law-not-yet", "law", "将来法", "date", "2027-01-01");
    }

    @Test
    void lawThatWasEndedShouldNameTheOneThatEndedIt() {
        community
                .withLaws(
                        named("旧安静法", "2001-01-01", "第一条 旧的。\n\n第二条 本法自2001年2月1日起施行。\n"),
                        Laws.law("安静法", "2020-02-02", "《旧安静法》同时废止。"))
                .with(1)
                .says("旧安静法第一条")
                .hearsText("law-ended", "law", "旧安静法", "by", "安静法");
    }

    @Test
    void namedArticleShouldRaiseNoAlarmAndBeginNoRequest() {
        community
                .withLaws(named("反家庭暴力法", "2015-12-27", "第一条 家里不许打人。\n\n第二条 本法自2016年3月1日起施行。\n"))
                .with(1)
                .says("反家庭暴力法第一条")
                .hears("家里不许打人")
                .waitsIn(Step.Idle.class)
                .hasNoRequest();
    }

    @Test
    void dangerBesideANamedArticleShouldStillBeHeard() {
        community.withLaws(QUIET).with(1).says("安静法第二条管不管，我家着火了救命").hears("119").hearsNo("应当安静");
    }

    @Test
    void draftShouldStayWhileAnArticleIsRead() {
        Talk talk = community.withLaws(QUIET).with(1).says("下水道又堵了");
        Step draft = talk.step();

        talk.says("安静法第二条是什么").hears("应当安静").hearsText("draft-without-place");

        assertThat(talk.step()).isEqualTo(draft);
    }

    @Test
    void longArticleShouldBeReadOn() {
        String text = "应当安静，人人有责。".repeat(200);
        Talk talk = community
                .withLaws(named("长法", "2020-01-01", "第一条 " + text + "\n\n第二条 本法自2020年2月1日起施行。\n"))
                .with(1)
                .says("长法第一条")
                .hearsText("continuation")
                .waitsIn(Step.Reading.class);

        for (int i = 0; i < 5 && talk.step() instanceof Step.Reading; i++) {
            talk.says(i % 2 == 0 ? "更多" : "继续");
        }
        talk.hears("不是对您这件事的法律意见").waitsIn(Step.Idle.class);
    }

    @Test
    void lawsShouldBeReadAfterARestartAndAsSoonAsTheyAreImported() {
        Talk talk = community.with(1).says("安静法第二条").hearsNo("应当安静");
        community.withLaws(QUIET);
        talk.says("安静法第二条").hears("应当安静").afterARestart().says("安静法第二条").hears("应当安静");
    }

    @Test
    void withoutLawsNothingShouldBeDifferent() {
        for (String words : List.of("物业管理条例第三十条", "物业费怎么收")) {
            assertThat(Community.inMemory().with(1).says(words).reply())
                    .isEqualTo(Community.inMemory()
                            .withLaws(QUIET)
                            .with(1)
                            .says(words)
                            .reply());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"民法典第942条", "民法典942", "《中华人民共和国民法典》第942条", "请问民法典第九百四十二条是什么？"})
    void articleOfALawThatIsNotHereShouldBeSaidSo(String words) {
        community
                .with(1)
                .says(words)
                .hearsText("article-not-here", "law", "民法典", "number", "第九百四十二条")
                .waitsIn(Step.Idle.class)
                .hasNoRequest();
    }

    @Test
    void bareNumberShouldBeReadAsAnArticle() {
        community.withLaws(QUIET).with(1).says("安静法2").hears("应当安静");
    }

    @Test
    void lawThatIsNotHereShouldDisturbNoDraft() {
        Talk talk = community.with(1).says("下水道又堵了");
        Step draft = talk.step();

        talk.says("刑法第264条说的啥").hears("flk.npc.gov.cn").hearsText("draft-without-place");

        assertThat(talk.step()).isEqualTo(draft);
    }

    @Test
    void dangerInTheNameOfALawShouldBeHeardFirst() {
        community.with(1).says("家里着火了消防法第一条").hears("119").hearsNo("flk.npc.gov.cn");
        community.with(2).says("反家庭暴力法第二条").hears("flk.npc.gov.cn").hasNoRequest();
    }

    private Community library(Path folder) {
        return new Community(community.stores, community.clock, new ByCharacters().room(folder))
                .withLaws(named("奇兽法", "2020-01-01", "第一条 鸬鹚鲲鹏饕餮嬉戏，各依其时。\n\n第二条 本法自2020年2月1日起施行。\n"));
    }

    @Test
    void questionWithoutAnAnswerShouldBeOfferedTheArticlesNearIt(@TempDir Path folder) {
        library(folder)
                .with(1)
                .says(ASKED)
                .hears("没有现成的答复", "1. 《奇兽法》第一条：鸬鹚鲲鹏饕餮嬉戏", "回复“登记”")
                .waitsIn(Step.ChoosingAnswer.class)
                .afterARestart()
                .says("1")
                .hears("《奇兽法》第一条", "不是对您这件事的法律意见", "回复“登记”")
                .waitsIn(Step.ChoosingAnswer.class)
                .says("登记");
    }

    @Test
    void withoutRoomForALookNoArticleShouldBeOffered(@TempDir Path folder) {
        Scheduler full = Schedulers.newSingle("full");
        full.dispose();
        Finder busy = new Finder(Shipped.KNOWLEDGE, full, Schedulers.parallel(), Duration.ofSeconds(10), 1);
        InboxId message = InboxId.ofMessage(Messages.sender(1), "m1");
        Community all = library(folder);
        Instant now = all.clock.instant();

        assertThat(all.articles(busy).instead(ASKED, message, now).blockOptional())
                .isEmpty();
        assertThat(all.articles(Finder.onTheSpot(Shipped.KNOWLEDGE))
                        .instead(ASKED, message, now)
                        .blockOptional())
                .isPresent();
    }

    @Test
    void questionShouldBeRegisteredWhereNoArticleHelps(@TempDir Path folder) {
        Talk talk = library(folder).with(1).says(ASKED).says("9").hearsText("no-such-choice", "count", "2");
        talk.says("登记").says("幸福里3栋").says("确认");

        assertThat(talk.request().submission().text()).isEqualTo(ASKED);
    }

    @Test
    void whatIsNotAskedShouldBeOfferedNoArticle(@TempDir Path folder) {
        int resident = 1;
        for (String words : List.of("你好", "今晚吃什么好呢", "鸬鹚鲲鹏饕餮嬉戏，快派人来拿")) {
            library(folder).with(resident++).says(words).hearsNo("奇兽法");
        }
    }

    @Test
    void answeredQuestionsShouldStayAsTheyAre(@TempDir Path folder) {
        for (String words : List.of("物业费不交会怎样", "居住证怎么办？")) {
            assertThat(library(folder).with(words.length()).says(words).reply())
                    .isEqualTo(Community.inMemory().with(1).says(words).reply());
        }
    }

    @Test
    void articleNamedInsideAQuestionNobodyAnswersShouldBeShown() {
        community.withLaws(QUIET).with(1).says("根据安静法第二条，鹦鹉学舌算不算喧哗").hears("应当安静");
    }

    @Test
    void whatIsAskedOnShouldFindTheArticlesStillThere(@TempDir Path folder) {
        for (String words : List.of("怎么办", "有依据吗", "要多久")) {
            library(folder).with(words.length()).says(ASKED).says(words).waitsIn(Step.ChoosingAnswer.class);
        }
    }

    @Test
    void anotherArticleMayBeChosenNext(@TempDir Path folder) {
        library(folder).with(1).says(ASKED).says("1").says("2").hears("《奇兽法》第二条");
    }
}
