package cn.huying.bot.dialogue;

import cn.huying.bot.delivery.OutboxHints;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Receipt;
import cn.huying.bot.message.Reception;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The straight line a message takes: accept durably, hold the resident's conversation, let the dialogue respond, keep the reply.
 *
 * <p>A message that changes nothing is answered beside the line with one write, one that only moves the conversation on without holding
 * it. Whatever takes longer than the platform waits goes on after {@link Reply.Silence} was given, and its reply follows as a message of its
 * own. What a crash leaves unfinished is found by {@link #sweep()}.
 */
public final class Receptionist implements Reception {
    /** The platform gives up after 5 s; the rest is for the network. */
    public static final Duration DEADLINE = Duration.ofMillis(4000);

    /** How long a turn may be looked for before the message is in the inbox. */
    static final Duration LIGHTLY = Duration.ofSeconds(1);

    static final Duration LEASE = Duration.ofSeconds(15);
    static final Duration WATCHDOG = Duration.ofSeconds(12);
    static final Duration POLL = Duration.ofMillis(100);
    private static final int SWEPT_AT_ONCE = 200;
    private static final int SWEEP_CONCURRENCY = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Receptionist.class);

    private final InboxStore inbox;
    private final ConversationStore conversations;
    private final Dialogue dialogue;
    private final Floor floor;
    private final OutboxHints lateReplies;
    private final Clock clock;
    private final ConcurrentMap<InboxId, Handling> running = new ConcurrentHashMap<>();
    private final ConcurrentMap<Sender, Handling> lines = new ConcurrentHashMap<>();

    public Receptionist(
            InboxStore inbox,
            ConversationStore conversations,
            QuotaLedger quotas,
            Dialogue dialogue,
            Tally tally,
            OutboxHints lateReplies,
            Clock clock) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.floor = new Floor(conversations, quotas, dialogue, tally, clock);
        this.lateReplies = lateReplies;
        this.clock = clock;
    }

    @Override
    public Mono<Reply> receive(InboundMessage message) {
        return Mono.defer(() -> {
            Handling handling = running.computeIfAbsent(message.origin().inboxId(), id -> enqueue(message));
            return handling.reply
                    .timeout(DEADLINE, Mono.defer(() -> whenTooLate(handling)))
                    .onErrorResume(error ->
                            Mono.justOrEmpty(dialogue.lastResort(message)).switchIfEmpty(Mono.error(error)));
        });
    }

    /** Takes up what a crash or a failure left unfinished; gives how many messages were brought to an end. */
    public Mono<Long> sweep() {
        return inbox.abandoned(clock.instant(), SWEPT_AT_ONCE)
                .filter(id -> !running.containsKey(id))
                .flatMap(this::resume, SWEEP_CONCURRENCY)
                .count();
    }

    /** How many messages are being handled on this replica right now. */
    public int inHand() {
        return Math.max(running.size(), lines.size());
    }

    private Mono<Reply> resume(InboxId id) {
        return inbox.retry(id, clock.instant().plus(LEASE))
                .flatMap(entry -> work(entry, Handling.alreadyLate(entry.message()), Optional.empty()))
                .onErrorResume(error -> {
                    LOG.warn("a message taken up again failed again: {}", error.toString());
                    return Mono.empty();
                });
    }

    /** Puts a message behind the earlier one of the same resident, if that is still in hand here. */
    private Handling enqueue(InboundMessage message) {
        return lines.compute(message.origin().sender(), (sender, earlier) -> behind(earlier, message));
    }

    private Handling behind(@Nullable Handling earlier, InboundMessage message) {
        Handling handling = new Handling(message);
        Mono<Reply> own = earlier == null
                ? Mono.defer(() -> answer(handling))
                : Mono.defer(() ->
                        carefully(handling, earlier.reply.onErrorComplete().then(), Optional.empty()));
        // Whoever on the line looks for the context finds it here, not at the end of a hundred operators.
        handling.reply = own.doFinally(signal -> leave(handling))
                .contextWrite(same -> same)
                .cache();
        return handling;
    }

    private void leave(Handling handling) {
        running.remove(handling.message.origin().inboxId(), handling);
        lines.remove(handling.message.origin().sender(), handling);
    }

    private Mono<Reply> answer(Handling handling) {
        Sender sender = handling.message.origin().sender();
        return conversations
                .find(sender)
                .map(Optional::of)
                .onErrorResume(this::unknownConversation)
                .flatMap(conversation -> plainTurn(handling.message, conversation)
                        .map(turn -> conversation
                                .filter(seen -> !turn.next().equals(seen.step()))
                                .map(seen -> movingOn(handling, seen, turn))
                                .orElseGet(() -> plainly(handling, turn)))
                        .switchIfEmpty(Mono.fromSupplier(() -> carefully(handling, Mono.empty(), conversation)))
                        .flatMap(Function.identity()));
    }

    /** What can be done without the store is for the inbox to say: it may keep the message until the store is back. */
    private Mono<Optional<Conversation>> unknownConversation(Throwable error) {
        LOG.warn("a conversation could not be read: {}", error.toString());
        return Mono.just(Optional.empty());
    }

    private Mono<Turn> plainTurn(InboundMessage message, Optional<Conversation> conversation) {
        return conversation
                .filter(known -> known.undisturbed(clock.instant()))
                .map(known -> lightly(message, known))
                .orElseGet(Mono::empty);
    }

    /** Nothing is safe yet: what cannot be answered lightly, or not soon, goes the careful way and first into the inbox. */
    private Mono<Turn> lightly(InboundMessage message, Conversation known) {
        return Floor.turn(() -> dialogue.plainTurn(message, known))
                .timeout(LIGHTLY, Mono.empty())
                .onErrorResume(error -> {
                    LOG.warn("a message could not be answered lightly: {}", error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Reply> plainly(Handling handling, Turn turn) {
        return inbox.acceptAnswered(handling.message, turn.reply())
                .flatMap(receipt -> settle(receipt, handling, Mono.fromSupplier(() -> floor.counted(turn))))
                .flatMap(reply -> handling.late ? owe(handling.message, reply) : Mono.just(reply));
    }

    /** Nothing but the conversation changes: whoever moved it on in between is noticed there, and the message then takes the careful way. */
    private Mono<Reply> movingOn(Handling handling, Conversation seen, Turn turn) {
        return accepted(
                handling,
                entry -> finished(entry, handling, floor.keep(entry, seen, turn))
                        .switchIfEmpty(Mono.defer(() -> work(entry, handling, Optional.empty()))));
    }

    /** The platform was told {@code success} while the answer was being written down. */
    private Mono<Reply> owe(InboundMessage message, Reply reply) {
        InboxEntry entry = new InboxEntry(message, new InboxEntry.Answered(reply));
        return inbox.oweReply(entry, reply)
                .doOnSuccess(owed -> lateReplies.written(entry.id().value()))
                .thenReturn(reply);
    }

    /** Accepts at once; the work begins when the earlier message of the same resident is done with. */
    private Mono<Reply> carefully(Handling handling, Mono<Void> earlierDone, Optional<Conversation> seen) {
        return accepted(handling, entry -> earlierDone.then(Mono.defer(() -> work(entry, handling, seen))));
    }

    private Mono<Reply> accepted(Handling handling, Function<InboxEntry, Mono<Reply>> then) {
        Instant lease = clock.instant().plus(LEASE);
        InboxEntry entry = new InboxEntry(handling.message, new InboxEntry.Pending(1, lease));
        return inbox.accept(handling.message, lease)
                .flatMap(receipt -> settle(
                        receipt,
                        handling,
                        Mono.defer(() -> then.apply(entry)).onErrorResume(error -> failed(entry, error))));
    }

    private Mono<Reply> settle(Receipt receipt, Handling handling, Mono<Reply> ours) {
        handling.accepted = true;
        return switch (receipt) {
            case Receipt.Accepted() -> ours;
            case Receipt.Duplicate(InboxEntry earlier) -> repeat(earlier, handling);
            case Receipt.Forgotten() -> Mono.just(new Reply.Silence());
            case Receipt.Kept(Reply meanwhile) ->
                Mono.just(dialogue.lastResort(handling.message).orElse(meanwhile));
        };
    }

    /** A later delivery of a message gets the reply of the first, waits for it, or takes over from a replica that died. */
    private Mono<Reply> repeat(InboxEntry earlier, Handling handling) {
        return switch (earlier.state()) {
            case InboxEntry.Answered(Reply reply) -> Mono.just(reply);
            case InboxEntry.Dead(String cause) -> Mono.just(new Reply.Silence());
            case InboxEntry.Pending(int attempts, Instant lease) ->
                inbox.retry(earlier.id(), clock.instant().plus(LEASE))
                        .flatMap(entry ->
                                work(entry, handling, Optional.empty()).onErrorResume(error -> failed(entry, error)))
                        .switchIfEmpty(Mono.defer(() -> awaitReply(earlier.id())));
        };
    }

    private Mono<Reply> awaitReply(InboxId id) {
        return Mono.delay(POLL)
                .then(inbox.find(id))
                .flatMap(entry -> switch (entry.state()) {
                    case InboxEntry.Answered(Reply reply) -> Mono.just(reply);
                    case InboxEntry.Dead(String cause) -> Mono.just((Reply) new Reply.Silence());
                    case InboxEntry.Pending(int attempts, Instant lease) -> Mono.<Reply>empty();
                })
                .repeatWhenEmpty(rounds -> rounds.take(DEADLINE.dividedBy(POLL)))
                .defaultIfEmpty(new Reply.Silence());
    }

    private Mono<Reply> work(InboxEntry entry, Handling handling, Optional<Conversation> seen) {
        if (entry.state() instanceof InboxEntry.Pending(int attempts, Instant lease)
                && attempts > InboxEntry.MOST_ATTEMPTS) {
            Reply lastWord = dialogue.handedToStaff();
            return inbox.bury(entry, "MOST_ATTEMPTS", lastWord)
                    .doOnSuccess(buried -> lateReplies.written(entry.id().value()))
                    .thenReturn(lastWord);
        }
        return finished(entry, handling, floor.give(entry, seen));
    }

    private Mono<Reply> finished(InboxEntry entry, Handling handling, Mono<Reply> reply) {
        return reply.timeout(WATCHDOG, Mono.error(TimeoutException::new))
                .flatMap(said -> complete(entry, said, handling));
    }

    private Mono<Reply> complete(InboxEntry entry, Reply reply, Handling handling) {
        boolean owed = handling.late;
        return inbox.complete(entry, reply, owed)
                .then(Mono.defer(() -> handling.late && !owed ? inbox.oweReply(entry, reply) : Mono.empty()))
                .then(Mono.fromSupplier(() -> {
                    if (handling.late) {
                        lateReplies.written(entry.id().value());
                    }
                    return reply;
                }));
    }

    /** The message is safe in the inbox: the platform is told so, and the sweep takes it up again. */
    private Mono<Reply> failed(InboxEntry entry, Throwable error) {
        LOG.warn("handling a message failed and will be taken up again: {}", error.toString());
        return Mono.just(dialogue.lastResort(entry.message()).orElseGet(Reply.Silence::new));
    }

    /** {@code success} is only said of what is safe in the inbox; otherwise the platform is to deliver it again. */
    private Mono<Reply> whenTooLate(Handling handling) {
        if (!handling.accepted) {
            return Mono.error(new NotAcceptedInTimeException());
        }
        handling.late = true;
        return Mono.just(dialogue.lastResort(handling.message).orElseGet(Reply.Silence::new));
    }

    /** One message in hand on this replica. */
    private static final class Handling {
        private final InboundMessage message;
        private Mono<Reply> reply = Mono.never();
        private volatile boolean accepted;
        private volatile boolean late;

        Handling(InboundMessage message) {
            this.message = message;
        }

        static Handling alreadyLate(InboundMessage message) {
            Handling handling = new Handling(message);
            handling.late = true;
            return handling;
        }
    }

    /** The inbox did not take the message before the platform's deadline. */
    static final class NotAcceptedInTimeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
