package cn.huying.bot.repair;

import cn.huying.bot.content.Edition;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposal.Verdict;
import cn.huying.bot.repair.Proposal.Written;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How content is changed by people: one proposes, another publishes or rejects. */
public final class Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

    private static final int MOST_TRIES = 3;

    private final ProposalStore store;
    private final Editions editions;
    private final UnansweredStore unanswered;
    private final Clock clock;

    public Proposals(ProposalStore store, Editions editions, UnansweredStore unanswered, Clock clock) {
        this.store = store;
        this.editions = editions;
        this.unanswered = unanswered;
        this.clock = clock;
    }

    /** What came of a step. */
    public sealed interface Outcome {
        record Done(Proposal now) implements Outcome {}

        /** It was ended by somebody else first. */
        record Overtaken() implements Outcome {}

        /** It has to be somebody else. */
        record NotYou() implements Outcome {}
    }

    /**
     * @param basedOn the edition the author saw
     * @param questions the ids of the unanswered ones it answers
     */
    public Mono<Proposal> propose(Patch patch, long basedOn, String author, String reason, List<String> questions) {
        return Mono.fromSupplier(() -> new Proposal(
                        ProposalId.random(),
                        0,
                        patch,
                        basedOn,
                        new Written(author, clock.instant(), reason),
                        questions,
                        Optional.empty()))
                .flatMap(proposal -> store.insert(proposal).thenReturn(proposal));
    }

    public Mono<Proposal> find(ProposalId id) {
        return store.find(id);
    }

    public Flux<Proposal> open(int limit) {
        return store.open(limit);
    }

    public Flux<Proposal> ended(int limit) {
        return store.ended(limit);
    }

    /** Also by the author, who may think better of it. What an approval brought live before it could be noted is published, not rejected. */
    public Mono<Outcome> reject(Proposal seen, String by, String note) {
        if (!seen.isOpen()) {
            return Mono.just(new Outcome.Overtaken());
        }
        Mono<Outcome> rejected =
                Mono.defer(() -> end(seen, new Verdict(State.REJECTED, by, clock.instant(), 0, note, List.of())));
        return live(seen)
                .flatMap(edition -> end(seen, published(edition.credit().approver(), edition.number()))
                        .flatMap(outcome -> answered(seen).thenReturn(outcome)))
                .switchIfEmpty(rejected);
    }

    /** The edition an approval made of it; empty when there is none, or it brought only a part: then that was another proposal. */
    private Mono<Edition> live(Proposal seen) {
        return editions.all()
                .filter(edition -> edition.number() > seen.basedOn()
                        && edition.credit().author().equals(seen.written().author())
                        && !edition.credit().approver().isEmpty()
                        && !edition.at().isBefore(seen.written().at())
                        && edition.reason().equals(seen.written().reason())
                        && seen.patch().covers(edition.patch()))
                .filterWhen(
                        edition -> editions.asOf(edition.number())
                                .map(content -> content.news(seen.patch()).isEmpty()),
                        1)
                .next();
    }

    /**
     * Publishes it. May be said again after a crash between publishing and noting so: what is live already counts as published.
     */
    public Mono<Outcome> approve(Proposal seen, String by) {
        if (!seen.isOpen()) {
            return Mono.just(new Outcome.Overtaken());
        }
        if (!seen.mayBeApprovedBy(by)) {
            return Mono.just(new Outcome.NotYou());
        }
        return store.find(seen.id())
                .filter(now -> now.isOpen() && now.rev() == seen.rev())
                .flatMap(_ -> publish(seen, by).flatMap(publication -> concluded(seen, by, publication)))
                .defaultIfEmpty(new Outcome.Overtaken());
    }

    private Mono<Publication> publish(Proposal seen, String by) {
        return editions.publish(
                seen.patch(),
                seen.basedOn(),
                new Edition.Credit(seen.written().author(), by),
                seen.written().reason());
    }

    private Mono<Outcome> concluded(Proposal seen, String by, Publication publication) {
        return switch (publication) {
            case Publication.Live(Edition edition) -> {
                Verdict verdict = published(by, edition.number());
                yield end(seen, verdict)
                        .flatMap(outcome -> outcome instanceof Outcome.Overtaken
                                ? corrected(seen.id(), verdict, MOST_TRIES)
                                : Mono.just(outcome))
                        .flatMap(outcome -> answered(seen).thenReturn(outcome));
            }
            case Publication.Unchanged _ ->
                editions.newest()
                        .flatMap(newest -> end(seen, published(by, newest.edition())))
                        .flatMap(outcome -> answered(seen).thenReturn(outcome));
            case Publication.Overtaken _ -> Mono.just(new Outcome.Overtaken());
            case Publication.Refused(List<Objection> objections) ->
                end(seen, new Verdict(State.REFUSED, by, clock.instant(), 0, "", objections));
        };
    }

    private Verdict published(String by, long edition) {
        return new Verdict(State.PUBLISHED, by, clock.instant(), edition, "", List.of());
    }

    /** What went live while somebody else ended it is published, whatever that somebody noted. */
    private Mono<Outcome> corrected(ProposalId id, Verdict live, int tries) {
        return store.find(id)
                .flatMap(now -> now.state() == State.PUBLISHED
                        ? Mono.<Outcome>just(new Outcome.Done(now))
                        : end(now.reopened(), live))
                .defaultIfEmpty(new Outcome.Overtaken())
                .flatMap(outcome -> outcome instanceof Outcome.Overtaken && tries > 1
                        ? corrected(id, live, tries - 1)
                        : Mono.just(outcome));
    }

    /** A question left in the queue by a failure here is dismissed by hand. */
    private Mono<Void> answered(Proposal seen) {
        return unanswered
                .dismiss(seen.questions())
                .onErrorResume(error -> {
                    LOG.warn("questions stay in the queue although {} answers them: {}", seen.id(), error.toString());
                    return Mono.empty();
                })
                .then();
    }

    private Mono<Outcome> end(Proposal seen, Verdict verdict) {
        Proposal next = seen.ended(verdict);
        return store.replace(next).map(kept -> kept ? new Outcome.Done(next) : new Outcome.Overtaken());
    }
}
