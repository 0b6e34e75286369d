package cn.huying.api.console.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.api.console.Console;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.staff.Post;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BroadcastPagesTest {
    private static final Map<String, String> DRAFT = Map.of(
            "title", "谨防冒充客服",
            "text", "客服不会让您转账。",
            "grids", "xiangqing",
            "channel", "MASS_SEND",
            "expires", "2026-11-23T18:00");

    @RegisterExtension
    private static final Console console = new Console();

    @Test
    void draftShouldBeWrittenSubmittedAndApprovedByAnother() {
        String address = submitted();
        Visitor approver = console.as(Post.APPROVER);
        String page = approver.get(address).body();
        assertThat(page).contains("【反诈提醒】谨防冒充客服", "向晴社区", "公众号群发", "审批通过，发出去");
        Answer answer = approver.post(address + "/approve", Map.of("seal", seal(page)));
        assertThat(answer.location()).isEqualTo(address + "?told=done");
        assertThat(only().state()).isEqualTo(BroadcastState.APPROVED);
        assertThat(only().approval()).map(event -> event.by()).contains("approver");
    }

    @Test
    void writerShouldNeitherSeeNorUseTheApproval() {
        String address = submitted();
        Visitor author = console.as(Post.AUTHOR);
        assertThat(author.get(address).body()).doesNotContain("审批通过，发出去");
        Answer answer =
                author.post(address + "/approve", Map.of("seal", only().seal().value()));
        assertThat(answer.location()).endsWith("?told=not_now");
        assertThat(only().state()).isEqualTo(BroadcastState.SUBMITTED);
    }

    @Test
    void approvalShouldCountForWhatWasSeenOnly() {
        String address = submitted();
        Visitor approver = console.as(Post.APPROVER);
        String seen = seal(approver.get(address).body());
        Broadcast broadcast = only();
        Content other = new Content(
                "别的标题", "别的正文", Optional.empty(), broadcast.content().expires());
        Audience audience = broadcast.audience();
        console.broadcasts.edit(broadcast.id(), other, audience, "colleague").block();
        console.broadcasts.submit(broadcast.id(), "colleague").block();
        Answer answer = approver.post(address + "/approve", Map.of("seal", seen));
        assertThat(answer.location()).endsWith("?told=changed_meanwhile");
        assertThat(approver.get(answer.location()).body()).contains("在您查看之后改过");
        assertThat(only().state()).isEqualTo(BroadcastState.SUBMITTED);
    }

    @Test
    void draftThatCannotBeSentShouldComeBackWithItsWords() {
        Visitor author = console.as(Post.AUTHOR);
        author.get("/console/broadcasts/new");
        Answer answer = author.post("/console/broadcasts", with("text", "请点 http://bad.example/x 领取"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("不在允许名单里", "bad.example");
        assertThat(author.post("/console/broadcasts", with("expires", "soon")).body())
                .contains("请填写有效时间");
        assertThat(author.post("/console/broadcasts", with("grids", "elsewhere"))
                        .body())
                .contains("请选择网格和渠道");
        assertThat(console.broadcasts.newest(9).collectList().block()).isEmpty();
    }

    @Test
    void onlyWritersShouldWrite() {
        Visitor approver = console.as(Post.APPROVER);
        assertThat(approver.get("/console/broadcasts/new").status()).isEqualTo(404);
        approver.get("/console/broadcasts");
        assertThat(approver.post("/console/broadcasts", DRAFT).status()).isEqualTo(404);
        assertThat(console.broadcasts.newest(9).collectList().block()).isEmpty();
    }

    @Test
    void previewShouldShowTheFinalWordsAndKeepNothing() {
        Visitor author = console.as(Post.AUTHOR);
        author.get("/console/broadcasts/new");
        Answer answer = author.post("/console/broadcasts/preview", with("title", "<b>免费"));
        assertThat(answer.body()).contains("【反诈提醒】&lt;b&gt;免费", "96110").doesNotContain("<html");
        assertThat(console.broadcasts.newest(9).collectList().block()).isEmpty();
    }

    @Test
    void draftThatIsChangedShouldBePreviewedInItsFinalWords() {
        String address = submitted();
        Visitor author = console.as(Post.AUTHOR);
        String form = author.get(address + "/edit").body();
        assertThat(form).contains("hx-post=\"" + address + "/preview\"").doesNotContain("maxlength=\"600\"");
        Answer answer = author.post(address + "/preview", with("text", "【反诈提醒】只有这些话"));
        assertThat(answer.body()).containsOnlyOnce(">【反诈提醒】只有这些话<").doesNotContain("96110");
        assertThat(only().content().text()).contains("客服不会让您转账");
    }

    @Test
    void figuresShouldFollowThePlatformsReportsAfterTheLastBatch() {
        String address = submitted();
        Broadcast waiting = only();
        console.broadcasts.approve(waiting.id(), waiting.seal(), "approver").block();
        console.sent(waiting.id(), 1_000);
        Visitor auditor = console.as(Post.AUDITOR);
        assertThat(auditor.get(address).body()).contains("已发完", "平台已收下", "hx-trigger=\"every 2s\"");
        console.clock.pass(Duration.ofMinutes(11));
        assertThat(auditor.get(address).body()).doesNotContain("hx-trigger=\"every 2s\"");
    }

    @Test
    void communityShouldStopWhatGoesOut() {
        String address = submitted();
        Visitor community = console.as(Post.COMMUNITY);
        community.get(address);
        community.post(address + "/cancel", Map.of("note", "写错了"));
        assertThat(only().state()).isEqualTo(BroadcastState.CANCELLED);
        assertThat(console.as(Post.AUDITOR).get(address).body())
                .contains("写错了")
                .doesNotContain("<button class=\"btn btn-danger\"");
    }

    private String submitted() {
        Visitor author = console.as(Post.AUTHOR);
        author.get("/console/broadcasts/new");
        String location = author.post("/console/broadcasts", DRAFT).location();
        String address = location.substring(0, location.indexOf('?'));
        author.get(address);
        assertThat(author.post(address + "/submit", Map.of()).location()).endsWith("?told=done");
        return address;
    }

    private Broadcast only() {
        return Objects.requireNonNull(console.broadcasts.newest(1).blockFirst());
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(DRAFT);
        fields.put(field, value);
        return fields;
    }

    private static String seal(String page) {
        int from = page.indexOf("name=\"seal\" value=\"") + "name=\"seal\" value=\"".length();
        return page.substring(from, page.indexOf('"', from));
    }
}
