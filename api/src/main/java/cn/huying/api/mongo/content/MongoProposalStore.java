package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.huying.bot.repair.Proposal;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.ProposalId;
import cn.huying.bot.repair.ProposalStore;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code proposals}, each changed by comparing its {@code rev}: {@link ProposalMapping}. */
public final class MongoProposalStore implements ProposalStore {
    private static final List<String> ENDED = Stream.of(State.values())
            .filter(state -> state != State.PROPOSED)
            .map(Enum::name)
            .toList();

    private final MongoCollection<BsonDocument> proposals;

    public MongoProposalStore(MongoDatabase database) {
        this.proposals = database.getCollection("proposals", BsonDocument.class);
    }

    /** Creates the index by which the few that wait are found. */
    public Mono<Void> prepare() {
        return Mono.from(proposals.createIndex(Indexes.ascending("state"))).then();
    }

    @Override
    public Mono<Void> insert(Proposal proposal) {
        return Mono.defer(() -> Mono.from(proposals.insertOne(ProposalMapping.document(proposal, 1))))
                .then();
    }

    @Override
    public Mono<Boolean> replace(Proposal next) {
        return Mono.defer(() -> Mono.from(proposals.replaceOne(
                        and(eq("_id", next.id().value()), eq("rev", next.rev())),
                        ProposalMapping.document(next, next.rev() + 1))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Proposal> find(ProposalId id) {
        return Mono.defer(() -> Mono.from(proposals.find(eq("_id", id.value())).limit(1)))
                .map(ProposalMapping::proposal);
    }

    @Override
    public Flux<Proposal> open(int limit) {
        return Flux.defer(() -> Flux.from(proposals
                        .find(eq("state", State.PROPOSED.name()))
                        .sort(ascending("at"))
                        .limit(limit)))
                .map(ProposalMapping::proposal);
    }

    @Override
    public Flux<Proposal> ended(int limit) {
        return Flux.defer(() -> Flux.from(proposals
                        .find(in("state", ENDED))
                        .sort(descending("verdict.at"))
                        .limit(limit)))
                .map(ProposalMapping::proposal);
    }
}
