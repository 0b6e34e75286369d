package cn.huying.bot.broadcast;

import cn.huying.bot.broadcast.Change.Changed;
import cn.huying.bot.broadcast.Change.Refusal;
import cn.huying.bot.broadcast.Change.Refused;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.message.AppId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything staff do with broadcasts. */
public final class Broadcasts {
    private static final int MOST_CONFLICTS = 20;

    private final BroadcastStore store;
    private final RecipientStore recipients;
    private final GridTree tree;
    private final Vouching vouching;
    private final BroadcastHints hints;
    private final Clock clock;

    public Broadcasts(
            BroadcastStore store,
            RecipientStore recipients,
            GridTree tree,
            Vouching vouching,
            BroadcastHints hints,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.tree = tree;
        this.vouching = vouching;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Begins a campaign against a fraud that goes around.
     *
     * @param content by {@link BroadcastTexts#antiFraud}
     * @return refused with the draft that was not kept, when it could never be sent
     */
    public Mono<Change> compose(Content content, Audience audience, String by) {
        Broadcast draft = Broadcast.draft(
                BroadcastId.random(),
                BroadcastKind.ANTI_FRAUD,
                Optional.empty(),
                content,
                audience,
                by,
                clock.instant());
        Optional<Refusal> wrong = wrongWith(content, audience);
        return wrong.isPresent()
                ? Mono.just(new Refused(wrong.get(), draft))
                : store.insert(draft).thenReturn(new Changed(draft.atRev(1)));
    }

    /** Changes words or audience; what was submitted is a draft again. */
    public Mono<Change> edit(BroadcastId id, Content content, Audience audience, String by) {
        Optional<Refusal> wrong = wrongWith(content, audience);
        return change(
                id,
                known -> wrong.<Change>map(reason -> new Refused(reason, known))
                        .orElseGet(() -> known.edit(content, audience, by, clock.instant())));
    }

    private Optional<Refusal> wrongWith(Content content, Audience audience) {
        if (!content.isFit()) {
            return Optional.of(Refusal.UNFIT_CONTENT);
        }
        if (!audience.isFit()) {
            return Optional.of(Refusal.UNFIT_AUDIENCE);
        }
        if (audience.grids().stream().anyMatch(grid -> tree.find(grid).isEmpty())) {
            return Optional.of(Refusal.UNKNOWN_GRID);
        }
        if (!content.expires().isAfter(clock.instant())) {
            return Optional.of(Refusal.EXPIRED);
        }
        return vouching.vouchesFor(content.title() + '\n' + content.text())
                ? Optional.empty()
                : Optional.of(Refusal.UNVOUCHED_WORDS);
    }

    public Mono<Change> submit(BroadcastId id, String by) {
        return change(id, known -> known.submit(by, clock.instant()));
    }

    public Mono<Change> sendBack(BroadcastId id, String by, String note) {
        return change(id, known -> known.sendBack(by, note, clock.instant()));
    }

    /**
     * Lets it go out.
     *
     * @param seen the {@link Broadcast#seal()} of what the approver was shown
     */
    public Mono<Change> approve(BroadcastId id, Seal seen, String by) {
        return change(id, known -> known.approve(by, seen, clock.instant()));
    }

    public Mono<Change> pause(BroadcastId id, String by) {
        return change(id, known -> known.pause(by, clock.instant()));
    }

    public Mono<Change> resume(BroadcastId id, String by) {
        return change(id, known -> known.resume(by, clock.instant()));
    }

    public Mono<Change> cancel(BroadcastId id, String by, String note) {
        return change(id, known -> known.cancel(by, note, clock.instant()));
    }

    public Mono<Broadcast> find(BroadcastId id) {
        return store.find(id);
    }

    /** All, newest first. */
    public Flux<Broadcast> newest(int limit) {
        return store.newest(limit);
    }

    /** How far it is now. */
    public Mono<Counts> counts(Broadcast broadcast) {
        Instant now = clock.instant();
        return recipients
                .batches(BatchId.runOf(broadcast.id(), broadcast.muster().edition()))
                .collectList()
                .map(batches -> Counts.of(broadcast, batches, now));
    }

    /** The platform's report about a mass send; false when it is none of ours. */
    public Mono<Boolean> reported(AppId account, String remoteId, Tally tally) {
        return recipients.reported(account, remoteId, tally);
    }

    /** Applies a deed to the broadcast as it is at that moment; what others did meanwhile is seen, never overwritten. */
    public Mono<Change> change(BroadcastId id, Function<Broadcast, Change> deed) {
        return attempt(id, deed, MOST_CONFLICTS);
    }

    /** Wakes whoever takes the next step. */
    public void moved() {
        hints.moved();
    }

    private Mono<Change> attempt(BroadcastId id, Function<Broadcast, Change> deed, int left) {
        return store.find(id)
                .flatMap(known -> switch (deed.apply(known)) {
                    case Changed(Broadcast next) -> keep(id, deed, next, left);
                    case Change other -> Mono.just(other);
                })
                .defaultIfEmpty(new Change.Missing());
    }

    private Mono<Change> keep(BroadcastId id, Function<Broadcast, Change> deed, Broadcast next, int left) {
        return store.replace(next).flatMap(kept -> {
            if (kept) {
                moved();
                return Mono.just(new Changed(next.atRev(next.rev() + 1)));
            }
            return left > 0
                    ? attempt(id, deed, left - 1)
                    : Mono.error(new IllegalStateException("broadcast " + id + " is changed all the time"));
        });
    }
}
