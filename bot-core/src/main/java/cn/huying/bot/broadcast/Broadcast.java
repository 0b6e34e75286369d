package cn.huying.bot.broadcast;

import static cn.huying.bot.broadcast.BroadcastState.APPROVED;
import static cn.huying.bot.broadcast.BroadcastState.CANCELLED;
import static cn.huying.bot.broadcast.BroadcastState.DONE;
import static cn.huying.bot.broadcast.BroadcastState.DRAFT;
import static cn.huying.bot.broadcast.BroadcastState.EXPIRED;
import static cn.huying.bot.broadcast.BroadcastState.PAUSED;
import static cn.huying.bot.broadcast.BroadcastState.SENDING;
import static cn.huying.bot.broadcast.BroadcastState.SUBMITTED;

import cn.huying.bot.alert.AlertId;
import cn.huying.bot.broadcast.BroadcastEvent.Deed;
import cn.huying.bot.broadcast.Change.Changed;
import cn.huying.bot.broadcast.Change.Refusal;
import cn.huying.bot.broadcast.Change.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One text for many. Immutable: every deed gives the next state or refuses.
 *
 * @param alert the official message it came from; empty for what staff wrote
 * @param approved what the approval was given to; empty before
 * @param rev how often it was stored; 0 before the first time
 */
public record Broadcast(
        BroadcastId id,
        BroadcastKind kind,
        Optional<AlertId> alert,
        Content content,
        Audience audience,
        BroadcastState state,
        Optional<Seal> approved,
        Muster muster,
        List<BroadcastEvent> history,
        long rev) {
    /** Who writes the drafts of official alerts. */
    public static final String ALERTS = "alerts";

    /** Who ends what is over. */
    public static final String CLOCK = "clock";

    public Broadcast {
        history = List.copyOf(history);
    }

    public static Broadcast draft(
            BroadcastId id,
            BroadcastKind kind,
            Optional<AlertId> alert,
            Content content,
            Audience audience,
            String by,
            Instant at) {
        return new Broadcast(
                id,
                kind,
                alert,
                content,
                audience,
                DRAFT,
                Optional.empty(),
                Muster.NONE,
                List.of(new BroadcastEvent(at, by, Deed.COMPOSE, DRAFT, "")),
                0);
    }

    public Seal seal() {
        return Seal.of(content, audience);
    }

    public Instant createdAt() {
        return history.getFirst().at();
    }

    /** Whoever had a hand in the words or the audience: none of them can approve it. */
    public List<String> authors() {
        return history.stream()
                .filter(event -> switch (event.deed()) {
                    case COMPOSE, EDIT, SUBMIT -> true;
                    case SEND_BACK, APPROVE, START, PAUSE, RESUME, CANCEL, REPLACE, LIFT, EXPIRE, FINISH -> false;
                })
                .map(BroadcastEvent::by)
                .distinct()
                .toList();
    }

    /** Who approved it as it stands. */
    public Optional<BroadcastEvent> approval() {
        return approved.flatMap(_ -> history.reversed().stream()
                .filter(event -> event.deed() == Deed.APPROVE)
                .findFirst());
    }

    /** The order of sending: the gravest warnings before others, campaigns last. */
    public int rank() {
        return content.colour().map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    public boolean isOver(Instant now) {
        return !content.expires().isAfter(now);
    }

    /** Whether a batch may go out now: asked right before each. What was approved and what would be sent must be the same. */
    public boolean maySend(Instant now) {
        return state == SENDING
                && !isOver(now)
                && approved.filter(seal()::equals).isPresent();
    }

    public Change edit(Content words, Audience whom, String by, Instant now) {
        if (!state.isUnapproved()) {
            return refused(Refusal.WRONG_STATE);
        }
        Broadcast edited = new Broadcast(id, kind, alert, words, whom, DRAFT, Optional.empty(), muster, history, rev);
        return edited.ifFit(now, () -> edited.to(DRAFT, Deed.EDIT, by, "", now));
    }

    public Change submit(String by, Instant now) {
        return state == DRAFT
                ? ifFit(now, () -> to(SUBMITTED, Deed.SUBMIT, by, "", now))
                : refused(Refusal.WRONG_STATE);
    }

    private Change ifFit(Instant now, Supplier<Broadcast> next) {
        if (!content.isFit()) {
            return refused(Refusal.UNFIT_CONTENT);
        }
        if (!audience.isFit()) {
            return refused(Refusal.UNFIT_AUDIENCE);
        }
        return isOver(now) ? refused(Refusal.EXPIRED) : new Changed(next.get());
    }

    public Change sendBack(String by, String note, Instant now) {
        return state == SUBMITTED
                ? new Changed(to(DRAFT, Deed.SEND_BACK, by, note, now))
                : refused(Refusal.WRONG_STATE);
    }

    /** @param seen what the approver was shown */
    public Change approve(String by, Seal seen, Instant now) {
        if (state != SUBMITTED) {
            return refused(Refusal.WRONG_STATE);
        }
        if (authors().contains(by)) {
            return refused(Refusal.SAME_PERSON);
        }
        if (!seal().equals(seen)) {
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        return ifFit(now, () -> to(APPROVED, Deed.APPROVE, by, "", now).bound(Optional.of(seen)));
    }

    /** Begins to write down who gets it; refused while somebody else does. */
    public Change muster(Instant now, Instant leaseUntil) {
        return state == APPROVED && !muster.leaseUntil().isAfter(now)
                ? new Changed(mustering(muster.begunAgain(leaseUntil)))
                : refused(Refusal.WRONG_STATE);
    }

    /** Keeps others from beginning while this edition is being written down. */
    public Change stillMustering(int edition, Instant leaseUntil) {
        return state == APPROVED && muster.edition() == edition
                ? new Changed(mustering(new Muster(edition, leaseUntil, 0, Map.of())))
                : refused(Refusal.WRONG_STATE);
    }

    /** Everyone is written down in this edition: from now on it is sent. */
    public Change start(int edition, int recipients, Map<Muster.Exclusion, Integer> excluded, Instant now) {
        if (state != APPROVED || muster.edition() != edition) {
            return refused(Refusal.WRONG_STATE);
        }
        return new Changed(mustering(muster.complete(recipients, excluded)).to(SENDING, Deed.START, CLOCK, "", now));
    }

    public Change pause(String by, Instant now) {
        return state == SENDING ? new Changed(to(PAUSED, Deed.PAUSE, by, "", now)) : refused(Refusal.WRONG_STATE);
    }

    public Change resume(String by, Instant now) {
        return state == PAUSED ? new Changed(to(SENDING, Deed.RESUME, by, "", now)) : refused(Refusal.WRONG_STATE);
    }

    public Change cancel(String by, String note, Instant now) {
        return stop(Deed.CANCEL, by, note, now);
    }

    /** A newer alert takes its place. */
    public Change replacedBy(AlertId newer, Instant now) {
        return stop(Deed.REPLACE, ALERTS, newer.identifier(), now);
    }

    /** The authority lifted the alert. */
    public Change liftedBy(AlertId cancellation, Instant now) {
        return stop(Deed.LIFT, ALERTS, cancellation.identifier(), now);
    }

    private Change stop(Deed deed, String by, String note, Instant now) {
        return state.isEnded() ? refused(Refusal.WRONG_STATE) : new Changed(to(CANCELLED, deed, by, note, now));
    }

    public Change expire(Instant now) {
        return !state.isEnded() && isOver(now)
                ? new Changed(to(EXPIRED, Deed.EXPIRE, CLOCK, "", now))
                : refused(Refusal.WRONG_STATE);
    }

    /** Everyone was tried. */
    public Change finish(Instant now) {
        return state == SENDING ? new Changed(to(DONE, Deed.FINISH, CLOCK, "", now)) : refused(Refusal.WRONG_STATE);
    }

    private Change refused(Refusal reason) {
        return new Refused(reason, this);
    }

    private Broadcast to(BroadcastState next, Deed deed, String by, String note, Instant at) {
        List<BroadcastEvent> longer = new ArrayList<>(history);
        longer.add(new BroadcastEvent(at, by, deed, next, note));
        return new Broadcast(id, kind, alert, content, audience, next, approved, muster, longer, rev);
    }

    private Broadcast bound(Optional<Seal> seal) {
        return new Broadcast(id, kind, alert, content, audience, state, seal, muster, history, rev);
    }

    private Broadcast mustering(Muster next) {
        return new Broadcast(id, kind, alert, content, audience, state, approved, next, history, rev);
    }

    /** As it is after having been stored that often; for stores. */
    public Broadcast atRev(long stored) {
        return new Broadcast(id, kind, alert, content, audience, state, approved, muster, history, stored);
    }

    @Override
    public String toString() {
        return id + " " + kind + " " + state + " rev " + rev;
    }
}
