package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.OutboxStore;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoLateRepliesTest {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoLateRepliesTest.class).emptying("inbox");

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Instant NOON = Messages.NOON;
    private static final Reply REPLY = new Reply.Text("您的下水道已登记");

    private final MongoStores stores = MongoStores.of(MONGO.database(), new TestClock(NOON));
    private final MongoInboxStore inbox = stores.inbox();
    private final MongoLateReplies lateReplies = stores.lateReplies();

    private InboxEntry accepted(int sender) {
        Sender from = Messages.sender(sender);
        InboundMessage message = Messages.text(from, "1", "下水道堵了");
        inbox.accept(message, NOON.plusSeconds(15)).block(WAIT);
        return Objects.requireNonNull(inbox.find(message.origin().inboxId()).block(WAIT));
    }

    private String owed(int sender) {
        InboxEntry entry = accepted(sender);
        inbox.complete(entry, REPLY, true).block(WAIT);
        return entry.id().value();
    }

    private List<String> due(Instant now) {
        return Objects.requireNonNull(lateReplies.due(now, 10).collectList().block(WAIT));
    }

    private OutboxEntry claimed(String aggregate) {
        return Objects.requireNonNull(
                lateReplies.claim(aggregate, "replica-1", NOON).block(WAIT));
    }

    @Test
    void owedReplyShouldBeDueWithItsWords() {
        String id = owed(1);

        assertThat(due(NOON)).containsExactly(id);
        assertThat(claimed(id).target()).isEqualTo(new Target.LateReply(Messages.sender(1), "您的下水道已登记"));
    }

    @Test
    void replyThatWasGivenInTimeShouldOweNothing() {
        InboxEntry entry = accepted(2);
        inbox.complete(entry, REPLY, false).block(WAIT);

        assertThat(due(NOON.plusSeconds(3600))).isEmpty();
        assertThat(lateReplies.claim(entry.id().value(), "replica-1", NOON).blockOptional(WAIT))
                .isEmpty();
    }

    @Test
    void replyCompletedJustTooLateShouldBeOwedAfterwards() {
        InboxEntry entry = accepted(3);
        inbox.complete(entry, REPLY, false).block(WAIT);

        inbox.oweReply(entry, REPLY).block(WAIT);

        assertThat(due(NOON)).containsExactly(entry.id().value());
    }

    @Test
    void silenceShouldOweNothing() {
        InboxEntry entry = accepted(4);

        inbox.complete(entry, new Reply.Silence(), true).block(WAIT);

        assertThat(due(NOON.plusSeconds(3600))).isEmpty();
        assertThat(Objects.requireNonNull(inbox.find(entry.id()).block(WAIT)).state())
                .isEqualTo(new InboxEntry.Answered(new Reply.Silence()));
    }

    @Test
    void silenceOwedAfterwardsShouldChangeNothing() {
        InboxEntry entry = accepted(14);
        inbox.complete(entry, new Reply.Silence(), false).block(WAIT);

        inbox.oweReply(entry, new Reply.Silence()).block(WAIT);

        assertThat(due(NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void buriedMessageShouldOweItsLastWord() {
        InboxEntry entry = accepted(5);

        inbox.bury(entry, "MOST_ATTEMPTS", new Reply.Text("已转人工")).block(WAIT);

        assertThat(due(NOON)).containsExactly(entry.id().value());
    }

    @Test
    void oneOfManyDispatchersShouldClaimIt() {
        String id = owed(6);

        assertThat(Flux.range(0, 16)
                        .flatMap(i -> lateReplies.claim(id, "replica-" + i, NOON), 16)
                        .collectList()
                        .block(WAIT))
                .hasSize(1);
    }

    @Test
    void claimedReplyShouldBeDueAgainOnlyWhenTheLeaseRanOut() {
        String id = owed(7);
        claimed(id);

        assertThat(due(NOON.plusSeconds(1))).isEmpty();
        assertThat(due(NOON.plus(Outbox.LEASE))).containsExactly(id);
    }

    @Test
    void replyOfADispatcherThatDiedShouldNotGoOutTwice() {
        String id = owed(8);
        claimed(id);

        assertThat(lateReplies
                        .claim(id, "replica-2", NOON.plus(Outbox.LEASE).plusSeconds(1))
                        .blockOptional(WAIT))
                .isEmpty();

        assertThat(lateReplies.listed(10).collectList().block(WAIT))
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.aggregate()).isEqualTo(id);
                    assertThat(listed.entry().delivery()).isInstanceOf(Delivery.Unknown.class);
                });
    }

    @Test
    void sentReplyShouldBeGoneAndTheMessageStay() {
        String id = owed(9);

        assertThat(lateReplies
                        .settle(id, claimed(id), new Delivery.Sent(1, "remote"))
                        .blockOptional(WAIT))
                .isEmpty();

        assertThat(due(NOON.plusSeconds(3600))).isEmpty();
        assertThat(lateReplies.listed(10).collectList().block(WAIT)).isEmpty();
        assertThat(inbox.dead(10).collectList().block(WAIT)).isEmpty();
        assertThat(Objects.requireNonNull(inbox.find(accepted(9).id()).block(WAIT))
                        .state())
                .isEqualTo(new InboxEntry.Answered(REPLY));
    }

    @Test
    void postponedReplyShouldBeDueWhenItSays() {
        String id = owed(10);
        Instant later = NOON.plusSeconds(60);

        assertThat(lateReplies
                        .settle(id, claimed(id), new Delivery.New(1, later))
                        .block(WAIT))
                .isEqualTo(later);

        assertThat(due(later.minusSeconds(1))).isEmpty();
        assertThat(due(later)).containsExactly(id);
    }

    @Test
    void failedReplyShouldBeListedForStaff() {
        String id = owed(11);

        lateReplies
                .settle(id, claimed(id), new Delivery.Failed(1, NOON, Delivery.Failure.UNREACHABLE, 45015))
                .block(WAIT);

        assertThat(due(NOON.plusSeconds(3600))).isEmpty();
        assertThat(lateReplies
                        .listed(10)
                        .map(OutboxStore.Listed::aggregate)
                        .collectList()
                        .block(WAIT))
                .containsExactly(id);
    }

    @Test
    void longestWaitingShouldBeFirst() {
        stores.clock().set(NOON.plusSeconds(30));
        String second = owed(12);
        stores.clock().set(NOON);
        String first = owed(13);

        assertThat(due(NOON.plusSeconds(60))).containsExactly(first, second);
        assertThat(lateReplies.due(NOON.plusSeconds(60), 1).collectList().block(WAIT))
                .containsExactly(first);
    }

    @Test
    void wordsAndOpenidShouldBeSealedInTheOutbox() {
        String id = owed(15);

        Document raw = Objects.requireNonNull(
                Mono.from(MONGO.documents("inbox").find(Filters.eq("_id", id))).block(WAIT));

        assertThat(raw.toJson()).doesNotContain("下水道", "已登记");
        assertThat(String.valueOf(raw.get("outbox")))
                .doesNotContain(Messages.sender(15).openId().value());
    }
}
