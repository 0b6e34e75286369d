package cn.huying.bot.request;

import cn.huying.bot.delivery.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A resident's matter. Immutable: {@link LifeCycle} gives the next one or refuses. What is counted (asks, returns, urges, reworks) is read
 * from the history instead of being kept beside it.
 *
 * @param outbox what is still to be told, in the order it happened
 * @param rev how often it was stored; 0 before the first time
 */
public record ServiceRequest(
        RequestId id,
        RequestNumber number,
        Submission submission,
        Standing standing,
        List<RequestEvent> history,
        List<OutboxEntry> outbox,
        long rev) {
    public ServiceRequest {
        history = List.copyOf(history);
        outbox = List.copyOf(outbox);
    }

    /** A request that is not submitted yet. */
    public static ServiceRequest draft(RequestId id, RequestNumber number, Submission submission, Due due) {
        Submission.Matter matter = submission.matter();
        Standing standing = new Standing(
                RequestState.DRAFT, matter.tier(), matter.level(), Light.GREEN, Standing.Assignment.nobody(), due);
        return new ServiceRequest(id, number, submission, standing, List.of(), List.of(), 0);
    }

    public RequestState state() {
        return standing.state();
    }

    public boolean isSensitive() {
        return submission.matter().sensitive();
    }

    /** The last change. */
    public Instant changedAt() {
        return history.isEmpty() ? submission.at() : history.getLast().at();
    }

    public long count(Verb verb) {
        return history.stream().filter(event -> event.verb() == verb).count();
    }

    public Optional<RequestEvent> last(Verb verb) {
        return last(event -> event.verb() == verb);
    }

    /** How often it came into a state from another one. */
    public long entered(RequestState state) {
        return history.stream()
                .filter(event -> event.to() == state && event.from() != state)
                .count();
    }

    /** The event that brought it where it is. */
    public Optional<RequestEvent> lastMove() {
        return last(event -> event.from() != event.to());
    }

    public Optional<RequestEvent> last(Predicate<RequestEvent> which) {
        return history.reversed().stream().filter(which).findFirst();
    }

    /** The history since the last event of that kind, without it; all of it when there was none. */
    public List<RequestEvent> since(Predicate<RequestEvent> which) {
        return history.reversed().stream()
                .takeWhile(event -> !which.test(event))
                .toList();
    }

    /** When a person first spoke with the resident; what the response rate is measured by. */
    public Optional<Instant> firstContactAt() {
        return history.stream()
                .filter(event -> event.verb() == Verb.CONTACT)
                .map(RequestEvent::at)
                .findFirst();
    }

    /** What the resident was not told because the channel would not take it. */
    public List<OutboxEntry> undelivered() {
        return outbox.stream().filter(OutboxEntry::isListed).toList();
    }

    public ServiceRequest after(RequestEvent event, Submission newSubmission, Standing newStanding) {
        List<RequestEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new ServiceRequest(id, number, newSubmission, newStanding, longer, outbox, rev);
    }

    public ServiceRequest telling(List<OutboxEntry> more) {
        List<OutboxEntry> longer = new ArrayList<>(outbox);
        longer.addAll(more);
        return withOutbox(longer);
    }

    /** The clock looked and looks again then; nothing happened. */
    public ServiceRequest lookedAt(Optional<Instant> next) {
        Standing looked = standing.with(standing.due().lookedAt(next));
        return new ServiceRequest(id, number, submission, looked, history, outbox, rev);
    }

    public ServiceRequest withOutbox(List<OutboxEntry> entries) {
        return new ServiceRequest(id, number, submission, standing, history, entries, rev);
    }

    /** As it is after having been stored that often; for stores. */
    public ServiceRequest atRev(long stored) {
        return new ServiceRequest(id, number, submission, standing, history, outbox, stored);
    }

    @Override
    public String toString() {
        return number + " " + state() + " rev " + rev;
    }
}
