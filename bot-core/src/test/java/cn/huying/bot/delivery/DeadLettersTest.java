package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.DeadLetters.Letter;
import cn.huying.bot.delivery.DeadLetters.Source;
import cn.huying.bot.message.InMemoryInboxStore;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final OutboxEntry FAILED =
            Entries.notice("n").with(new Delivery.Failed(3, Entries.T0, Delivery.Failure.UNREACHABLE, 45015));

    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryInboxStore inbox = new InMemoryInboxStore(clock);
    private final InMemoryOutboxStore outbox = new InMemoryOutboxStore();
    private final List<String> hints = new ArrayList<>();
    private final DeadLetters letters = new DeadLetters(inbox, List.of(new Source(outbox, hints::add)), clock);

    @Test
    void messagesAndDeliveriesShouldBeListedByHandlesThatSayNothing() {
        InboundMessage message = buried();
        outbox.write("a1", FAILED, Entries.post("p", false));
        List<Letter> all = all();
        assertThat(all).hasSize(2).first().isInstanceOf(Letter.Unanswered.class);
        assertThat(all)
                .extracting(Letter::handle)
                .doesNotHaveDuplicates()
                .allSatisfy(handle -> assertThat(handle)
                        .hasSize(32)
                        .doesNotContain(message.origin().sender().openId().value()));
        assertThat(letters.find(all.getLast().handle()).block(WAIT)).isEqualTo(all.getLast());
        assertThat(letters.find("0".repeat(32)).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void messageShouldBeHandledAgain() {
        InboundMessage message = buried();
        Letter letter = all().getFirst();
        assertThat(letters.dismiss(letter).block(WAIT)).isFalse();
        assertThat(letters.again(letter).block(WAIT)).isTrue();
        assertThat(all()).isEmpty();
        assertThat(letters.again(letter).block(WAIT)).isFalse();
        assertThat(Objects.requireNonNull(inbox.find(message.origin().inboxId()).block(WAIT))
                        .state())
                .isInstanceOf(InboxEntry.Pending.class);
    }

    @Test
    void unsentWordsShouldGoWithTheirRetentionAndMessagesStay() {
        buried();
        outbox.write("a1", FAILED, Entries.post("p", false));
        assertThat(letters.forget(FAILED.since()).block(WAIT)).as("not older").isZero();
        assertThat(letters.forget(FAILED.since().plusSeconds(1)).block(WAIT)).isEqualTo(1);
        assertThat(all()).hasSize(1).first().isInstanceOf(Letter.Unanswered.class);
        assertThat(letters.forget(FAILED.since().plusSeconds(1)).block(WAIT)).isZero();
    }

    @Test
    void deliveryShouldBeSentAgainAtOnce() {
        outbox.write("a1", FAILED);
        assertThat(letters.again(all().getFirst()).block(WAIT)).isTrue();
        assertThat(outbox.outbox("a1")).containsExactly(FAILED.with(new Delivery.New(0, Messages.NOON)));
        assertThat(hints).containsExactly("a1");
        assertThat(all()).isEmpty();
    }

    @Test
    void dismissedDeliveryShouldNotComeBack() {
        outbox.write("a1", FAILED, Entries.post("p", false));
        assertThat(letters.dismiss(all().getFirst()).block(WAIT)).isTrue();
        assertThat(outbox.outbox("a1")).containsExactly(Entries.post("p", false));
    }

    @Test
    void oldPageShouldNotSendAgainWhatIsOnItsWayAlready() {
        outbox.write("a1", FAILED);
        Letter seen = all().getFirst();
        letters.again(seen).block(WAIT);
        outbox.write("a1", FAILED.with(new Delivery.Sending(1, "other", Messages.NOON)));
        letters.again(seen).block(WAIT);
        assertThat(outbox.outbox("a1").getFirst().delivery()).isInstanceOf(Delivery.Sending.class);
    }

    private InboundMessage buried() {
        InboundMessage message = Messages.text(Messages.sender(1), "1001", "暖气不热");
        inbox.accept(message, Messages.NOON).block(WAIT);
        InboxEntry entry =
                Objects.requireNonNull(inbox.find(message.origin().inboxId()).block(WAIT));
        inbox.bury(entry, "MOST_ATTEMPTS", new Reply.Text("已转人工")).block(WAIT);
        return message;
    }

    private List<Letter> all() {
        return Objects.requireNonNull(letters.list().collectList().block(WAIT));
    }
}
