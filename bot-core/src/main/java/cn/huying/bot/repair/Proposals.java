package cn.huying.bot.repair;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Edition;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.content.Publication;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposal.Verdict;
import cn.huying.bot.repair.Proposal.Written;
import cn.huying.knowledge.faq.EntryId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How content is changed by people: one proposes, another publishes or rejects. */
public final class Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);

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

    /** Also by the author, who may think better of it. */
    public Mono<Outcome> reject(Proposal seen, String by, String note) {
        return seen.isOpen()
                ? end(seen, new Verdict(State.REJECTED, by, clock.instant(), 0, note, List.of()))
                : Mono.just(new Outcome.Overtaken());
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
        return editions.newest()
                .flatMap(newest -> isLive(seen, newest)
                        ? Mono.<Publication>just(new Publication.Unchanged())
                        : stale(seen)
                                .filter(objections -> !objections.isEmpty())
                                .<Publication>map(Publication.Refused::new)
                                .switchIfEmpty(Mono.defer(() -> publish(seen, by))))
                .flatMap(publication -> concluded(seen, by, publication));
    }

    private static boolean isLive(Proposal seen, Content newest) {
        return newest.towards(newest.tried(seen.patch())).isEmpty();
    }

    private Mono<Publication> publish(Proposal seen, String by) {
        return editions.publish(
                seen.patch(),
                new Edition.Credit(seen.written().author(), by),
                seen.written().reason());
    }

    /** What was changed by others since the author looked would be undone without anybody having seen it. */
    private Mono<List<Objection>> stale(Proposal seen) {
        Set<EntryId> ours = seen.patch().ids();
        return editions.all()
                .filter(edition -> edition.number() > seen.basedOn())
                .concatMapIterable(edition -> touched(edition, ours))
                .collectList();
    }

    private static List<Objection> touched(Edition edition, Set<EntryId> ours) {
        Set<EntryId> both = new TreeSet<>(edition.patch().ids());
        both.retainAll(ours);
        return both.stream()
                .map(id -> new Objection(id.value(), "提交之后，这一条又在第 " + edition.number() + " 期改过。请在最新内容上重新修改，再提交一次"))
                .toList();
    }

    private Mono<Outcome> concluded(Proposal seen, String by, Publication publication) {
        return switch (publication) {
            case Publication.Live(Edition edition) -> published(seen, by, edition.number());
            case Publication.Unchanged _ -> editions.newest().flatMap(newest -> published(seen, by, newest.edition()));
            case Publication.Overtaken _ -> Mono.just(new Outcome.Overtaken());
            case Publication.Refused(List<Objection> objections) ->
                end(seen, new Verdict(State.REFUSED, by, clock.instant(), 0, "", objections));
        };
    }

    private Mono<Outcome> published(Proposal seen, String by, long edition) {
        return end(seen, new Verdict(State.PUBLISHED, by, clock.instant(), edition, "", List.of()))
                .flatMap(outcome -> answered(seen).thenReturn(outcome));
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
