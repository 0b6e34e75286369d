package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huying.api.embedded.EmbeddedRedis;
import cn.huying.api.embedded.JournaledMongo;
import cn.huying.api.embedded.JournaledMongo.Options;
import cn.huying.api.spool.Spool;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reception;
import cn.huying.bot.message.Reply;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program while MongoDB goes and comes back. */
@Tag("slow")
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void messagesOfAnOutageShouldBeAnsweredHonestlyAndHandledAfterIt() {
        JournaledMongo mongo = mongo(0);
        int port = mongo.uri().getPort();
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder.resolve("redis"), 0);
                DemoProgram program = start(mongo, redis)) {
            Reception reception = program.bean(Reception.class);
            mongo.close();

            InboundMessage question = said(1, "物业费能不交吗");
            InboundMessage danger = said(2, "杏花苑5栋着火了");
            assertThat(reply(reception, question)).contains("已收到", "稍后").doesNotContain("登记", "HY");
            assertThat(reply(reception, danger)).contains("119").doesNotContain("登记", "HY");
            assertThat(program.bean(Spool.class).isEmpty()).isFalse();

            mongo = mongo(port);
            InboxStore inbox = program.bean(InboxStore.class);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(answer(inbox, question)).contains("物业");
                assertThat(answer(inbox, danger)).contains("119", "HY");
            });
            assertThat(program.bean(ServiceRequestStore.class)
                            .find(RequestId.of(danger.origin().inboxId(), 0))
                            .block(PATIENCE))
                    .as("those on duty hear of it as soon as it can be known")
                    .isNotNull();
            assertThat(program.bean(Spool.class).isEmpty()).isTrue();
        } finally {
            mongo.close();
        }
    }

    private static String reply(Reception reception, InboundMessage message) {
        long begun = System.nanoTime();
        Reply reply = reception.receive(message).block(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(4_500));
        return reply instanceof Reply.Text(String text) ? text : "";
    }

    private static String answer(InboxStore inbox, InboundMessage message) {
        InboxId id = message.origin().inboxId();
        InboxEntry entry = inbox.find(id).onErrorComplete().block(PATIENCE);
        assertThat(entry).as("handed in").isNotNull();
        return entry.state() instanceof InboxEntry.Answered(Reply.Text(String text)) ? text : "";
    }

    private static InboundMessage said(int resident, String words) {
        InboundMessage.Origin origin = Messages.origin(Messages.sender(resident), "1");
        return new InboundMessage.Text(
                new InboundMessage.Origin(origin.inboxId(), origin.sender(), origin.accountName(), Instant.now()),
                words);
    }

    private JournaledMongo mongo(int port) {
        return JournaledMongo.open(folder.resolve("mongo"), Options.onPort(port), Clock.systemUTC());
    }

    private DemoProgram start(JournaledMongo mongo, EmbeddedRedis redis) {
        return new DemoProgram(
                folder, "--huying.stores.mongodb=" + mongo.uri() + "/huying", "--huying.stores.redis=" + redis.uri());
    }
}
