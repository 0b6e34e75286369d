package cn.huying.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every inbox promises. Implementations give a fresh store whose clock stands at {@link Messages#NOON}. */
public interface InboxStoreContract {
    Instant NOON = Messages.NOON;
    Instant LEASE = NOON.plusSeconds(15);
    Reply REPLY = new Reply.Text("已登记，编号 HY20261121-0001");

    InboxStore inbox();

    /** Moves the store's clock to a time. */
    void clockAt(Instant time);

    private static <T> T get(Mono<T> mono) {
        T value = mono.block(Duration.ofSeconds(20));
        assertThat(value).isNotNull();
        return value;
    }

    private InboxEntry stored(InboundMessage message) {
        return get(inbox().find(message.origin().inboxId()));
    }

    @Test
    default void firstDeliveryShouldBeAccepted() {
        InboundMessage message = Messages.text(Messages.sender(1), "1001", "3栋下水道又堵了");

        assertThat(get(inbox().accept(message, LEASE))).isEqualTo(new Receipt.Accepted());

        assertThat(stored(message)).isEqualTo(new InboxEntry(message, new InboxEntry.Pending(1, LEASE)));
    }

    @Test
    default void everyKindOfMessageShouldComeBackAsItWas() {
        Sender sender = Messages.sender(2);
        List<InboundMessage> messages = List.of(
                new InboundMessage.Voice(Messages.origin(sender, "1"), "media-1", "楼道灯不亮"),
                new InboundMessage.Image(Messages.origin(sender, "2"), "media-2", "http://example.invalid/p"),
                new InboundMessage.Video(Messages.origin(sender, "3"), "media-3", "thumb"),
                new InboundMessage.Location(Messages.origin(sender, "4"), 30.25, 120.16, "幸福里北门"),
                new InboundMessage.Link(Messages.origin(sender, "5"), "题", "述", "http://example.invalid"),
                new InboundMessage.Subscribed(Messages.origin(sender, "6"), "grid:g01"),
                new InboundMessage.Unsubscribed(Messages.origin(sender, "7")),
                new InboundMessage.Scanned(Messages.origin(sender, "8"), "building:b1"),
                new InboundMessage.MenuClicked(Messages.origin(sender, "9"), "HELP"),
                new InboundMessage.LocationReported(Messages.origin(sender, "10"), 30.1, 120.2),
                new InboundMessage.JobFinished(Messages.origin(sender, "11"), "MASSSENDJOBFINISH", "77", "success"),
                new InboundMessage.Unsupported(Messages.origin(sender, "12"), "sticker"));

        for (InboundMessage message : messages) {
            get(inbox().accept(message, LEASE));
            assertThat(stored(message).message()).isEqualTo(message);
        }
    }

    @Test
    default void laterDeliveryShouldFindTheReplyOfTheFirst() {
        InboundMessage message = Messages.text(Messages.sender(3), "1002", "物业费怎么交");
        get(inbox().acceptAnswered(message, REPLY));

        Receipt again = get(inbox().accept(message, LEASE));

        assertThat(again).isEqualTo(new Receipt.Duplicate(new InboxEntry(message, new InboxEntry.Answered(REPLY))));
    }

    @Test
    default void sameMsgIdOfAnotherSenderShouldBeAnotherMessage() {
        get(inbox().accept(Messages.text(Messages.sender(4), "1003", "你好"), LEASE));

        Receipt other = get(inbox().accept(Messages.text(Messages.sender(5), "1003", "你好"), LEASE));

        assertThat(other).isEqualTo(new Receipt.Accepted());
    }

    @Test
    default void oneOfManyConcurrentDeliveriesShouldBeAccepted() {
        InboundMessage message = Messages.text(Messages.sender(6), "1004", "停水了");

        long accepted = get(Flux.range(0, 32)
                .flatMap(i -> inbox().accept(message, LEASE), 32)
                .filter(receipt -> receipt instanceof Receipt.Accepted)
                .count());

        assertThat(accepted).isEqualTo(1);
    }

    @Test
    default void retryShouldWaitForTheLease() {
        InboundMessage message = Messages.text(Messages.sender(7), "1005", "电梯坏了");
        get(inbox().accept(message, LEASE));

        assertThat(inbox().retry(message.origin().inboxId(), LEASE.plusSeconds(15))
                        .blockOptional())
                .isEmpty();

        clockAt(LEASE.plusSeconds(1));
        InboxEntry taken = get(inbox().retry(message.origin().inboxId(), LEASE.plusSeconds(15)));
        assertThat(taken.state()).isEqualTo(new InboxEntry.Pending(2, LEASE.plusSeconds(15)));
    }

    @Test
    default void completedMessageShouldNotBeTakenUpAgain() {
        InboundMessage message = Messages.text(Messages.sender(8), "1006", "路灯不亮");
        get(inbox().accept(message, LEASE));
        inbox().complete(stored(message), REPLY, false).block();
        clockAt(LEASE.plusSeconds(60));

        assertThat(inbox().retry(message.origin().inboxId(), LEASE.plusSeconds(90))
                        .blockOptional())
                .isEmpty();
        assertThat(inbox().abandoned(LEASE.plusSeconds(60), 10).collectList().block())
                .isEmpty();
        assertThat(stored(message).state()).isEqualTo(new InboxEntry.Answered(REPLY));
    }

    @Test
    default void secondCompletionShouldChangeNothing() {
        InboundMessage message = Messages.text(Messages.sender(9), "1007", "谢谢");
        get(inbox().accept(message, LEASE));
        InboxEntry entry = stored(message);
        inbox().complete(entry, REPLY, false).block();

        inbox().complete(entry, new Reply.Text("另一个回复"), false).block();

        assertThat(stored(message).state()).isEqualTo(new InboxEntry.Answered(REPLY));
    }

    @Test
    default void abandonedShouldListOnlyMessagesWhoseLeaseRanOut() {
        InboundMessage left = Messages.text(Messages.sender(10), "1008", "垃圾没人收");
        InboundMessage inHand = Messages.text(Messages.sender(10), "1009", "井盖没了");
        get(inbox().accept(left, LEASE));
        get(inbox().accept(inHand, LEASE.plusSeconds(60)));

        assertThat(inbox().abandoned(LEASE.plusSeconds(1), 10).collectList().block())
                .containsExactly(left.origin().inboxId());
    }

    @Test
    default void buriedMessageShouldBeListedWithItsCause() {
        InboundMessage message = Messages.text(Messages.sender(11), "1010", "暖气不热");
        get(inbox().accept(message, LEASE));

        inbox().bury(stored(message), "MOST_ATTEMPTS", new Reply.Text("已转人工")).block();

        assertThat(inbox().dead(10).map(InboxEntry::state).collectList().block())
                .containsExactly(new InboxEntry.Dead("MOST_ATTEMPTS"));
    }

    @Test
    default void revivedMessageShouldBeTakenUpAgainAsIfNeverBegun() {
        InboundMessage message = Messages.text(Messages.sender(13), "1012", "暖气不热");
        InboxId id = message.origin().inboxId();
        get(inbox().accept(message, LEASE));
        inbox().bury(stored(message), "MOST_ATTEMPTS", new Reply.Text("已转人工")).block();

        assertThat(get(inbox().revive(id))).isTrue();

        assertThat(inbox().dead(10).collectList().block()).isEmpty();
        clockAt(NOON.plusSeconds(1));
        assertThat(inbox().abandoned(NOON.plusSeconds(1), 10).collectList().block())
                .containsExactly(id);
        assertThat(get(inbox().retry(id, LEASE)).state()).isEqualTo(new InboxEntry.Pending(1, LEASE));
        inbox().complete(stored(message), REPLY, false).block();
        assertThat(stored(message).state()).isEqualTo(new InboxEntry.Answered(REPLY));
    }

    @Test
    default void onlyADeadLetterShouldBeRevived() {
        InboundMessage message = Messages.text(Messages.sender(14), "1013", "暖气不热");
        InboxId id = message.origin().inboxId();
        assertThat(get(inbox().revive(id))).isFalse();
        get(inbox().accept(message, LEASE));
        assertThat(get(inbox().revive(id))).isFalse();
        inbox().complete(stored(message), REPLY, false).block();
        assertThat(get(inbox().revive(id))).isFalse();
        assertThat(stored(message).state()).isEqualTo(new InboxEntry.Answered(REPLY));
    }

    @Test
    default void forgottenMessageShouldStayKnownWithoutItsWords() {
        InboundMessage message = Messages.text(Messages.sender(12), "1011", "楼上漏水");
        get(inbox().acceptAnswered(message, REPLY));

        assertThat(inbox().forgetPayloads(NOON.plusSeconds(1)).block()).isEqualTo(1);

        assertThat(inbox().find(message.origin().inboxId()).blockOptional()).isEmpty();
        assertThat(get(inbox().accept(message, LEASE))).isEqualTo(new Receipt.Forgotten());
    }
}
