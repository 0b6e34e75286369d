package cn.huying.api.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.mongo.MessageBytes;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.message.InMemoryInboxStore;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Receipt;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.TestClock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SpooledInboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Keyring KEYS = new Keyring(new byte[32]);
    private static final Receipt BUSY = new Receipt.Kept(new Reply.Text("已收到，系统繁忙，稍后回复您。"));
    private static final Instant LEASE = Messages.NOON.plusSeconds(15);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryInboxStore real = new InMemoryInboxStore(clock);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private @Nullable Spool opened;
    private @Nullable SpooledInbox over;

    @BeforeEach
    void open() throws IOException {
        Spool spool = Spool.open(folder.resolve("spool"), KEYS, Spool.Limits.standard());
        opened = spool;
        over = over(spool);
    }

    @AfterEach
    void close() throws IOException {
        spool().close();
    }

    private Spool spool() {
        return Objects.requireNonNull(opened);
    }

    private SpooledInbox inbox() {
        return Objects.requireNonNull(over);
    }

    private SpooledInbox over(Spool under) {
        return new SpooledInbox(
                faulty(),
                under,
                new SpooledInbox.Form(MessageBytes::of, MessageBytes::parse),
                TimeoutException.class::isInstance,
                (key, params) -> "已收到，系统繁忙，稍后回复您。",
                clock);
    }

    /** The real inbox, unless it is to fail. */
    private InboxStore faulty() {
        return (InboxStore) Proxy.newProxyInstance(
                InboxStore.class.getClassLoader(), new Class<?>[] {InboxStore.class}, (proxy, method, arguments) -> {
                    Throwable away = failure.get();
                    return away == null ? method.invoke(real, arguments) : Mono.error(away);
                });
    }

    @Test
    void inboxThatAnswersShouldBeAllThatIsUsed() {
        assertThat(accept(text(1, "漏水"))).isEqualTo(new Receipt.Accepted());
        assertThat(spool().isEmpty()).isTrue();
    }

    @Test
    void messageShouldBeKeptWhileTheInboxIsAwayAndTakenUpOnceItIsBack() {
        failure.set(new TimeoutException());
        InboundMessage message = text(1, "3栋漏水");
        assertThat(accept(message)).isEqualTo(BUSY);
        assertThat(inbox().acceptAnswered(text(2, "物业费"), new Reply.Text("答")).block(PATIENCE))
                .isEqualTo(BUSY);
        assertThat(inbox().handIn().block(PATIENCE)).as("still away").isZero();
        assertThat(spool().isEmpty()).isFalse();

        failure.set(null);
        assertThat(inbox().handIn().block(PATIENCE)).isEqualTo(2);
        assertThat(spool().isEmpty()).isTrue();
        assertThat(entry(message).message()).isEqualTo(message);
        clock.pass(Duration.ofSeconds(1));
        assertThat(inbox().abandoned(clock.instant(), 10).collectList().block(PATIENCE))
                .as("the sweep takes it up like any other unfinished message")
                .hasSize(2);
    }

    @Test
    void secondDeliveryShouldBeToldTheSameAndKeptOnce() {
        failure.set(new TimeoutException());
        assertThat(accept(text(1, "漏水"))).isEqualTo(BUSY);
        long once = spool().bytes();
        assertThat(accept(text(1, "漏水"))).isEqualTo(BUSY);
        assertThat(spool().bytes()).isEqualTo(once);
    }

    @Test
    void messageTheInboxHadAllTheSameShouldNotBeHandledAgain() {
        InboundMessage message = text(1, "漏水");
        failure.set(new TimeoutException());
        accept(message);
        failure.set(null);
        real.accept(message, LEASE).block(PATIENCE);
        real.complete(entry(message), new Reply.Text("好"), false).block(PATIENCE);

        assertThat(inbox().handIn().block(PATIENCE)).isEqualTo(1);
        assertThat(entry(message).state()).isEqualTo(new InboxEntry.Answered(new Reply.Text("好")));
    }

    @Test
    void whatAnEarlierProcessKeptShouldBeHandedIn() throws IOException {
        failure.set(new TimeoutException());
        List<InboundMessage> said = IntStream.range(0, 50)
                .mapToObj(i -> (InboundMessage) text(i, "第" + i))
                .toList();
        Flux.fromIterable(said)
                .flatMap(message -> inbox().accept(message, LEASE))
                .blockLast(PATIENCE);

        close();
        open();
        failure.set(null);
        assertThat(inbox().handIn().block(PATIENCE)).isEqualTo(50);
        assertThat(said)
                .allSatisfy(message -> assertThat(entry(message).message()).isEqualTo(message));
    }

    @Test
    void whoSaidNothingShouldBeToldNothing() {
        failure.set(new TimeoutException());
        InboundMessage left = new InboundMessage.Unsubscribed(Messages.origin(Messages.sender(1), "1"));
        assertThat(accept(left)).isEqualTo(new Receipt.Kept(new Reply.Silence()));
    }

    @Test
    void failureThatIsNoAbsenceShouldNotBeHidden() {
        failure.set(new IllegalStateException("bug"));
        assertThatThrownBy(() -> accept(text(1, "漏水"))).hasMessage("bug");
        assertThat(spool().isEmpty()).isTrue();
    }

    @Test
    void refusedMessageShouldNotKeepTheOthersOut() {
        failure.set(new TimeoutException());
        accept(text(1, "漏水"));
        failure.set(new IllegalStateException("refused"));
        assertThat(inbox().handIn().block(PATIENCE)).isZero();
        assertThat(spool().isEmpty()).isTrue();
        assertThat(folder.resolve("spool/0")).as("for people to look at").isDirectoryContaining("glob:**.damaged");
    }

    private Receipt accept(InboundMessage message) {
        return Objects.requireNonNull(inbox().accept(message, LEASE).block(PATIENCE));
    }

    private InboxEntry entry(InboundMessage message) {
        return Objects.requireNonNull(real.find(message.origin().inboxId()).block(PATIENCE));
    }

    private static InboundMessage.Text text(int sender, String words) {
        return Messages.text(Messages.sender(sender), "7", words);
    }
}
