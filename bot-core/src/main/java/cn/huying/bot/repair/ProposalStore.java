package cn.huying.bot.repair;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals, open and ended. */
public interface ProposalStore {
    Mono<Void> insert(Proposal proposal);

    /** Keeps it if nobody stored another version since it was read; {@code rev} is raised by the store. */
    Mono<Boolean> replace(Proposal next);

    Mono<Proposal> find(ProposalId id);

    /** Those that wait, oldest first. */
    Flux<Proposal> open(int limit);

    /** Those that ended, the last one first. */
    Flux<Proposal> ended(int limit);
}
