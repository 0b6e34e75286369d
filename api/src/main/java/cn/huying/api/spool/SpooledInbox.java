package cn.huying.api.spool;

import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Receipt;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An inbox that keeps messages in the spool while the real one is away. What was kept is handed in under its own id with a lease that has run
 * out, so handing it in twice changes nothing and the sweep takes it up like any other unfinished message.
 */
public final class SpooledInbox implements InboxStore {
    private static final Logger LOG = LoggerFactory.getLogger(SpooledInbox.class);
    private static final String BUSY = "received-busy";

    /** Leaves the spool its part of the platform's five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int RESIDENTS_AT_ONCE = 32;

    private final InboxStore inbox;
    private final Spool spool;
    private final Form form;
    private final Predicate<Throwable> away;
    private final Texts texts;
    private final Clock clock;
    private final Set<InboxId> kept = ConcurrentHashMap.newKeySet();

    /** How messages are written down. */
    public record Form(Function<InboundMessage, byte[]> write, Function<byte[], InboundMessage> read) {}

    /** @param away which failures mean that the inbox cannot be reached now, rather than that it will not have the message */
    public SpooledInbox(InboxStore inbox, Spool spool, Form form, Predicate<Throwable> away, Texts texts, Clock clock) {
        this.inbox = inbox;
        this.spool = spool;
        this.form = form;
        this.away = away;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a resident is told of a message that is kept until the store is back: its answer follows. */
    public static String busy(Texts texts) {
        return texts.render(BUSY, Map.of());
    }

    /** Every text this class asks for, for checking the files at start. */
    public static List<TextKey> texts() {
        return List.of(TextKey.of(BUSY));
    }

    @Override
    public Mono<Receipt> accept(InboundMessage message, Instant lease) {
        return inbox.accept(message, lease).timeout(PATIENCE, tooLate()).onErrorResume(away, e -> keep(message, e));
    }

    @Override
    public Mono<Receipt> acceptAnswered(InboundMessage message, Reply reply) {
        return inbox.acceptAnswered(message, reply)
                .timeout(PATIENCE, tooLate())
                .onErrorResume(away, e -> keep(message, e));
    }

    /** By itself a timeout words its error beforehand, from the names of all operators, for every message. */
    private static <T> Mono<T> tooLate() {
        return Mono.error(TimeoutException::new);
    }

    /** What cannot be kept either was not received, and the platform is to hear of the first failure. */
    private Mono<Receipt> keep(InboundMessage message, Throwable cause) {
        InboxId id = message.origin().inboxId();
        Mono<Void> written =
                kept.contains(id) ? Mono.empty() : spool.keep(form.write().apply(message));
        return written.doOnSuccess(done -> kept.add(id))
                .onErrorMap(failure -> {
                    failure.addSuppressed(cause);
                    return failure;
                })
                .thenReturn(new Receipt.Kept(meanwhile(message)));
    }

    /** Only who said something is told something. */
    private Reply meanwhile(InboundMessage message) {
        return Opening.of(message).isPresent() ? new Reply.Text(busy(texts)) : new Reply.Silence();
    }

    /** Hands in what was kept, when there is anything and the inbox is back; gives how many messages. */
    public Mono<Long> handIn() {
        return Mono.defer(() -> spool.isEmpty() ? Mono.just(0L) : handInAll()).onErrorResume(away, e -> {
            LOG.info("the inbox is still away, {} bytes are spooled", spool.bytes());
            return Mono.just(0L);
        });
    }

    private Mono<Long> handInAll() {
        return spool.batches().concatMap(this::handIn, 0).reduce(0L, Long::sum);
    }

    private Mono<Long> handIn(Spool.Batch batch) {
        List<InboundMessage> messages =
                batch.messages().stream().flatMap(this::read).toList();
        Map<Sender, List<InboundMessage>> bySender = messages.stream()
                .collect(Collectors.groupingBy(message -> message.origin().sender()));
        return Flux.fromIterable(bySender.values())
                .flatMap(this::inOrder, RESIDENTS_AT_ONCE)
                .count()
                .flatMap(taken -> spool.done(
                                batch.usedWhole(taken == batch.messages().size()))
                        .thenReturn(taken))
                .doOnSuccess(taken ->
                        messages.forEach(message -> kept.remove(message.origin().inboxId())));
    }

    private Stream<InboundMessage> read(byte[] bytes) {
        try {
            return Stream.of(form.read().apply(bytes));
        } catch (RuntimeException e) {
            LOG.error("a spooled message could not be read: {}", e.getClass().getName());
            return Stream.empty();
        }
    }

    /** One message the inbox refuses does not keep the others out; its file is kept aside. */
    private Flux<Receipt> inOrder(List<InboundMessage> ofOneResident) {
        return Flux.fromIterable(ofOneResident)
                .concatMap(
                        message -> inbox.accept(message, clock.instant()).onErrorResume(away.negate(), e -> {
                            LOG.error("a spooled message was refused: {}", e.toString());
                            return Mono.empty();
                        }),
                        0);
    }

    @Override
    public Mono<InboxEntry> find(InboxId id) {
        return inbox.find(id);
    }

    @Override
    public Mono<InboxEntry> retry(InboxId id, Instant lease) {
        return inbox.retry(id, lease);
    }

    @Override
    public Mono<Void> complete(InboxEntry entry, Reply reply, boolean owed) {
        return inbox.complete(entry, reply, owed);
    }

    @Override
    public Mono<Void> oweReply(InboxEntry entry, Reply reply) {
        return inbox.oweReply(entry, reply);
    }

    @Override
    public Mono<Void> bury(InboxEntry entry, String cause, Reply lastWord) {
        return inbox.bury(entry, cause, lastWord);
    }

    @Override
    public Flux<InboxId> abandoned(Instant now, int limit) {
        return inbox.abandoned(now, limit);
    }

    @Override
    public Mono<Boolean> revive(InboxId id) {
        return inbox.revive(id);
    }

    @Override
    public Flux<InboxEntry> dead(int limit) {
        return inbox.dead(limit);
    }

    @Override
    public Mono<Long> forgetPayloads(Instant receivedBefore) {
        return inbox.forgetPayloads(receivedBefore);
    }
}
