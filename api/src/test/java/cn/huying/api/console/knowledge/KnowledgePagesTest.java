package cn.huying.api.console.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.api.console.Console;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.bot.intent.Feedback;
import cn.huying.bot.repair.Asked;
import cn.huying.bot.repair.Proposal;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Unanswered;
import cn.huying.bot.repair.Verdict;
import cn.huying.bot.staff.Post;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgePagesTest {
    private static final String HOME = "/console/knowledge";
    private static final String FACE = Asked.question(1, "").id();

    private Console console;

    @BeforeEach
    void start() {
        console = new Console();
        console.knows(Charging.heating(), Charging.over());
        console.unanswered.keep(Charging.asked()).block();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private List<Unanswered> waiting() {
        return Objects.requireNonNull(
                console.unanswered.newest(99).collectList().block());
    }

    private Content content() {
        return Objects.requireNonNull(console.editions.newest().block());
    }

    private Proposal only() {
        return Objects.requireNonNull(
                console.proposals.open(9).mergeWith(console.proposals.ended(9)).blockFirst());
    }

    private String proposed() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/new?from=" + FACE);
        Map<String, String> typed = Charging.typed();
        typed.put("face", FACE);
        String location = author.post(HOME + "/entries", typed).location();
        assertThat(location).startsWith(HOME + "/proposals/").endsWith("?told=proposed");
        return location.substring(0, location.indexOf('?'));
    }

    @Test
    void questionsThatAskTheSameShouldStandTogetherWithTheirCount() {
        String page = console.as(Post.AUTHOR).get(HOME).body();

        assertThat(page).contains("<b>5</b> 句话", Charging.QUESTION, "我们小区能不能装充电桩", "写成新条目", "暖气不热怎么办？", "1 次");
        assertThat(waiting()).hasSize(5);
    }

    @Test
    void newEntryShouldBePublishedBySomebodyElseAndAnswerTheNextResident() {
        String address = proposed();
        Visitor approver = console.as(Post.APPROVER);
        assertThat(approver.get(HOME + "/try?q=" + Charging.QUESTION).body()).doesNotContain("直接回答");
        assertThat(approver.get(HOME + "/proposals").body()).contains(Charging.QUESTION, "新增 1 条", "待审批");
        assertThat(approver.get(address).body()).contains("先向物业要安装证明", "某市发改委《充电设施建设办法》（试行）", "审批通过，发布", "依据：");

        assertThat(approver.post(address + "/approve", Map.of()).location()).endsWith("?told=published");
        console.knowledge.follow().block();

        assertThat(content().entry(new EntryId("charging-pile"))).isPresent();
        assertThat(approver.get(HOME + "/try?q=" + Charging.QUESTION).body()).contains("直接回答", "问法一字不差", "先向物业要安装证明");
        assertThat(waiting()).extracting(Unanswered::words).doesNotContain(Charging.QUESTION);
        assertThat(approver.get(HOME + "/editions").body()).contains("居民常问", "author", "approver", "现在用的");
    }

    @Test
    void authorShouldNeitherSeeNorUseTheApproval() {
        String address = proposed();
        Visitor author = console.as(Post.AUTHOR);

        assertThat(author.get(address).body()).doesNotContain("审批通过，发布").contains("另一位同事");
        assertThat(author.post(address + "/approve", Map.of()).status()).isEqualTo(404);
        assertThat(only().state()).isEqualTo(State.PROPOSED);
        assertThat(author.post(address + "/reject", Map.of("note", "写错了")).location())
                .endsWith("?told=rejected");
        assertThat(only().state()).isEqualTo(State.REJECTED);
    }

    @Test
    void refusedPublicationShouldShowWhyAndBeTakenUpAgain() {
        String address = proposed();
        console.objections.add(new Objection("charging-pile", "问法“充电桩怎么申请”和另一条太像"));
        Visitor approver = console.as(Post.APPROVER);
        approver.get(address);
        approver.post(address + "/approve", Map.of());

        assertThat(approver.get(address).body()).contains("检查没通过", "和另一条太像");
        Visitor author = console.as(Post.AUTHOR);
        String page = author.get(address).body();
        String again = HOME + "/entries/new?again=" + only().id();
        assertThat(page).contains(again);
        assertThat(author.get(again).body()).contains("充电桩怎么申请");
        assertThat(content().entry(new EntryId("charging-pile"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id,heating,这个编号已经用在",
        "id,坏编号,编号只能用小写字母",
        "question,'',请填写标准问题",
        "answer,'',请填写答案",
        "variants,只有一种,问法只有 1 种",
        "sources,民法典,看不懂",
        "sources,'',缺少来源",
        "reviewed,昨天,日期写法有误",
        "until,2020-01-01,失效日期早于生效日期",
        "category,XXX99,没有 XXX99 这个类别",
        "related,no-such,相关条目 no-such 不存在",
        "reason,'',请写一句为什么改",
        "question,暖气不热怎么办,已经写在",
    })
    void flawsShouldStandBesideTheirFieldAndNothingTypedBeLost(String field, String value, String flaw) {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/new");
        Map<String, String> typed = Charging.typed();
        typed.put(field, value);

        Answer answer = author.post(HOME + "/entries", typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("class=\"flaw\"", flaw);
        assertThat(console.proposals.open(9).collectList().block()).isEmpty();
    }

    @Test
    void questionShouldBecomeAVariantOfAnEntry() {
        console.unanswered.keep(List.of(Asked.question(9, "暖气一点都不热"))).block();
        Visitor community = console.as(Post.COMMUNITY);
        String page = community.get(HOME).body();
        assertThat(page).contains("＋ 暖气不热怎么办？");

        Answer answer = community.post(
                HOME + "/entries/heating/variant",
                Map.of("face", Asked.question(9, "").id()));

        assertThat(answer.location()).endsWith("?told=proposed");
        assertThat(only().patch().put().getFirst().wording().variants()).contains("暖气一点都不热");
        assertThat(only().written().author()).isEqualTo("community");
    }

    @Test
    void dismissedQuestionsShouldLeaveTheQueue() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME);

        assertThat(author.post(HOME + "/dismiss/" + FACE, Map.of()).location()).endsWith("?told=dismissed");
        assertThat(waiting()).extracting(Unanswered::words).doesNotContain(Charging.QUESTION);
        assertThat(author.post(HOME + "/dismiss/" + FACE, Map.of()).location()).endsWith("?told=gone");
    }

    @Test
    void entriesShouldBeFoundByWordsAndByWhatIsDue() {
        Visitor auditor = console.as(Post.AUDITOR);

        assertThat(auditor.get(HOME + "/entries").body()).contains("暖气不热怎么办？", "该重新核对", "已失效", "<b>2</b> 条");
        assertThat(auditor.get(HOME + "/entries?q=什么时候交").body())
                .contains("<b>1</b> 条")
                .doesNotContain("暖气不热怎么办？");
        assertThat(auditor.get(HOME + "/entries?due=on").body())
                .contains("暖气不热怎么办？")
                .doesNotContain("什么时候交？</b>");
        assertThat(auditor.get(HOME + "/entries/heating").body())
                .contains("先找供热单位", "首次载入")
                .doesNotContain("提交删除");
        assertThat(auditor.get(HOME + "/entries/none").status()).isEqualTo(404);
        assertThat(auditor.get(HOME + "/entries/..%2f").status()).isIn(400, 404);
    }

    private void said(int n, EntryId entry, long edition, Feedback verdict) {
        Verdict one = new Verdict("%032x".formatted(n), entry, edition, verdict, Asked.NOON);
        console.verdicts.keep(List.of(one)).block();
    }

    @Test
    void whatResidentsSaidShouldStandBesideTheEntryAndTheLeastHelpfulComeFirst() {
        List<Entry> entries = content().list();
        EntryId good = entries.getFirst().id();
        EntryId bad = entries.getLast().id();
        long now = content().edition();
        said(1, good, now, Feedback.USEFUL);
        said(2, good, now, Feedback.USELESS);
        said(3, bad, now, Feedback.UNSOLVED);
        said(4, bad, now - 1, Feedback.USELESS);
        Visitor reader = console.as(Post.AUTHOR);

        String worst = reader.get(HOME + "/entries?sort=worst").body();
        assertThat(worst).contains("没帮上 100%", "没帮上 50%");
        assertThat(worst.indexOf("/entries/" + bad.value() + '"'))
                .isPositive()
                .isLessThan(worst.indexOf("/entries/" + good.value() + '"'));

        assertThat(reader.get(HOME + "/entries/" + bad.value()).body())
                .contains("有用 0 · 没用 0 · 没解决 1", "有用 0 · 没用 1 · 没解决 1（没帮上 100%）");
        assertThat(reader.get(HOME + "/entries").body()).contains("有用 1 · 没用 1 · 没解决 0");
    }

    @Test
    void changedEntryShouldShowWhatChanged() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/heating/edit");
        Map<String, String> typed =
                new HashMap<>(EntryForm.of(Charging.heating()).values());
        typed.put("answer", "先打热线报修。");
        typed.put("reason", "换了热线");
        String location = author.post(HOME + "/entries/heating/edit", typed).location();
        String address = location.substring(0, location.indexOf('?'));

        assertThat(author.get(address).body())
                .contains("<del>先找供热单位。</del>", "<ins>先打热线报修。</ins>", "修改 1 条")
                .doesNotContain("<dt>主题</dt>");
    }

    @Test
    void changeOfNothingShouldNotWaitForAnybody() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/heating/edit");
        Map<String, String> typed =
                new HashMap<>(EntryForm.of(Charging.heating()).values());
        typed.put("reason", "没改");

        assertThat(author.post(HOME + "/entries/heating/edit", typed).location())
                .endsWith("?told=unchanged");
    }

    @Test
    void removalShouldWaitForAnotherAsWell() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/heating");

        author.post(HOME + "/entries/heating/remove", Map.of("reason", "供热改制"));

        assertThat(only().patch().removed()).containsExactly(new EntryId("heating"));
        assertThat(content().entry(new EntryId("heating"))).isPresent();
    }

    @Test
    void editionShouldBeTakenBackAtOnceByWhoApproves() {
        publishedByTwo();
        Visitor approver = console.as(Post.APPROVER);
        approver.get(HOME + "/editions");

        assertThat(approver.post(HOME + "/editions/2/undo", Map.of()).location())
                .endsWith("?told=rolled_back");
        assertThat(content().entry(new EntryId("charging-pile"))).isEmpty();
        assertThat(approver.get(HOME + "/editions").body()).contains("撤回第 2 期");
        approver.post(HOME + "/editions/2/back", Map.of());
        assertThat(content().entry(new EntryId("charging-pile"))).isPresent();
    }

    @Test
    void editionShouldBeTakenBackByAProposalOfWhoWrites() {
        publishedByTwo();
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/editions");

        assertThat(author.post(HOME + "/editions/2/undo", Map.of()).location()).endsWith("?told=proposed");
        assertThat(content().entry(new EntryId("charging-pile"))).isPresent();
        assertThat(author.post(HOME + "/editions/99/undo", Map.of()).status()).isEqualTo(404);
        assertThat(author.post(HOME + "/editions/2/burn", Map.of()).status()).isEqualTo(404);
    }

    private void publishedByTwo() {
        String address = proposed();
        Visitor approver = console.as(Post.APPROVER);
        approver.get(address);
        approver.post(address + "/approve", Map.of());
    }

    @Test
    void expiredEntryShouldBeShownAsNotServedWhereItIsTried() {
        String page = console.as(Post.AUDITOR).get(HOME + "/try?q=暖气费什么时候交").body();

        assertThat(page).contains("已失效，不会答", "unserved").doesNotContain("直接回答");
    }

    @Test
    void whatWasTriedShouldNotBeNoted() {
        console.as(Post.AUTHOR).get(HOME + "/try?q=怎么评三好学生");

        assertThat(waiting()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/entries", "/entries/heating", "/proposals", "/editions", "/try?q=x"})
    void pagesShouldBeClosedToWhoHasNothingToDoWithThem(String path) {
        Visitor admin = console.as(Post.ADMIN);
        assertThat(admin.get(HOME + path).status()).isEqualTo(403);
        assertThat(console.visitor().get(HOME + path).location()).isEqualTo("/console/login");
    }

    @Test
    void whoOnlyReadsShouldNotWrite() {
        Visitor auditor = console.as(Post.AUDITOR);
        assertThat(auditor.get(HOME).body()).doesNotContain("写成新条目", "不用管");
        for (String path : List.of("/entries/new", "/entries/heating/edit")) {
            assertThat(auditor.get(HOME + path).status()).isEqualTo(404);
        }
        auditor.get(HOME);
        for (String path : List.of(
                "/entries",
                "/entries/heating/edit",
                "/entries/heating/remove",
                "/entries/heating/variant",
                "/dismiss/" + FACE,
                "/editions/1/back")) {
            assertThat(auditor.post(HOME + path, Charging.typed()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(console.proposals.open(9).collectList().block()).isEmpty();
        assertThat(waiting()).hasSize(5);
    }

    @Test
    void formWithoutItsTokenShouldBeRefused() {
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME);

        assertThat(author.send(HOME + "/dismiss/" + FACE, Map.of()).status()).isEqualTo(403);
        assertThat(author.send(HOME + "/entries", Charging.typed()).status()).isEqualTo(403);
        assertThat(waiting()).hasSize(5);
    }

    @Test
    void whatWasTypedShouldNeverBecomeMarkup() {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        console.unanswered.keep(List.of(Asked.question(8, evil))).block();
        Visitor author = console.as(Post.AUTHOR);
        author.get(HOME + "/entries/new");
        Map<String, String> typed = Charging.typed();
        for (String field : List.of("question", "answer", "steps", "reason", "topic")) {
            typed.put(field, evil + field);
        }
        String location = author.post(HOME + "/entries", typed).location();

        for (String page : List.of(
                HOME,
                HOME + "/try?q=" + evil,
                HOME + "/proposals",
                location,
                HOME + "/entries/new?from=" + Asked.question(8, "").id(),
                HOME + "/entries?q=" + evil)) {
            assertThat(author.get(page).body())
                    .as(page)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert", "<img src=x");
        }
    }
}
