package cn.huying.bot.repair;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals that are forgotten with the process. */
public final class InMemoryProposalStore implements ProposalStore {
    private final ConcurrentMap<ProposalId, Proposal> rows = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> insert(Proposal proposal) {
        return Mono.fromRunnable(() -> rows.put(proposal.id(), raised(proposal)));
    }

    private static Proposal raised(Proposal old) {
        return new Proposal(
                old.id(), old.rev() + 1, old.patch(), old.basedOn(), old.written(), old.questions(), old.verdict());
    }

    @Override
    public Mono<Boolean> replace(Proposal next) {
        return Mono.fromSupplier(() -> {
            Proposal kept =
                    rows.computeIfPresent(next.id(), (_, known) -> known.rev() == next.rev() ? raised(next) : known);
            return kept != null
                    && kept.rev() == next.rev() + 1
                    && kept.verdict().equals(next.verdict());
        });
    }

    @Override
    public Mono<Proposal> find(ProposalId id) {
        return Mono.fromSupplier(() -> rows.get(id));
    }

    @Override
    public Flux<Proposal> open(int limit) {
        return Flux.defer(() -> Flux.fromStream(rows.values().stream()
                .filter(Proposal::isOpen)
                .sorted(Comparator.comparing(proposal -> proposal.written().at()))
                .limit(limit)));
    }

    @Override
    public Flux<Proposal> ended(int limit) {
        return Flux.defer(() -> Flux.fromStream(rows.values().stream()
                .filter(proposal -> !proposal.isOpen())
                .sorted(Comparator.comparing((Proposal proposal) ->
                                proposal.verdict().orElseThrow().at())
                        .reversed())
                .limit(limit)));
    }
}
