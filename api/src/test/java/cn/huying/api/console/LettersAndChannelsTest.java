package cn.huying.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Entries;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.staff.Post;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LettersAndChannelsTest {
    @RegisterExtension
    private static final Console console = new Console();

    @Test
    void messageShouldBeHandledAgainOnce() {
        InboundMessage message = console.buried();
        Visitor visitor = console.as(Post.DISPATCHER);
        String page = visitor.get("/console/letters").body();
        assertThat(page)
                .contains(Console.LETTER_WORDS, "文字消息", "试了 5 次")
                .doesNotContain(message.origin().sender().openId().value());
        String again = action(page, "/again");
        assertThat(visitor.post(again, Map.of()).location()).isEqualTo("/console/letters?told=again");
        assertThat(visitor.post(again, Map.of()).location()).isEqualTo("/console/letters?told=gone");
        assertThat(Objects.requireNonNull(
                                console.inbox.find(message.origin().inboxId()).block(Duration.ofSeconds(5)))
                        .state())
                .isInstanceOf(InboxEntry.Pending.class);
    }

    @Test
    void whoRunsTheSystemShouldMendWithoutReading() {
        console.buried();
        String page = console.as(Post.ADMIN).get("/console/letters").body();
        assertThat(page).contains("文字消息", "/again\"").doesNotContain(Console.LETTER_WORDS);
    }

    @Test
    void deliveryShouldBeSentAgainOrTakenOffTheList() {
        OutboxEntry like = Entries.notice("n1");
        Delivery.Failed failed = new Delivery.Failed(3, Entries.T0, Delivery.Failure.UNREACHABLE, 45015);
        console.outbox.write("a1", new OutboxEntry("n1", like.since(), like.target(), false, failed));
        Visitor visitor = console.as(Post.COMMUNITY);
        String page = visitor.get("/console/letters").body();
        assertThat(page)
                .contains("给居民的进展通知", "45015", "请打电话告诉居民")
                .doesNotContain(Entries.SENDER.openId().value());
        visitor.post(action(page, "/again"), Map.of());
        assertThat(console.outbox.outbox("a1").getFirst().delivery()).isInstanceOf(Delivery.New.class);
        console.outbox.write("a1", new OutboxEntry("n1", like.since(), like.target(), false, failed));
        visitor.post(action(visitor.get("/console/letters").body(), "/dismiss"), Map.of());
        assertThat(console.outbox.outbox("a1")).isEmpty();
    }

    @Test
    void channelsShouldSayWhatIsWrongAndHowToMendIt() {
        Visitor visitor = console.as(Post.ADMIN);
        assertThat(visitor.get("/console/channels").body()).contains("正在检查", "/console/channels/findings");
        assertThat(visitor.get("/console/channels/findings").body())
                .doesNotContain("<html", "正在检查")
                .contains("1 处故障", "wxdemo0000000001 取得令牌", "正常", "没有机器人：第二网格", "请在企业微信群里添加机器人", "留意");
    }

    private static String action(String page, String end) {
        int to = page.indexOf(end + '"') + end.length();
        return page.substring(page.lastIndexOf('"', to - 1) + 1, to);
    }
}
