package cn.huying.bot.delivery;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A kind of aggregate that carries an outbox. Every step is atomic on its aggregate; two dispatchers never hold the same entry. */
public interface OutboxStore {
    /** What the aggregates are called, for logs. */
    String name();

    /** Ids of aggregates with something due, those waiting longest first. */
    Flux<String> due(Instant now, int limit);

    /** Takes one due entry of an aggregate as {@link Outbox#claim} says; empty when there is none. */
    Mono<OutboxEntry> claim(String aggregate, String owner, Instant now);

    /**
     * Keeps what became of a claimed entry, as {@link Outbox#settle} says.
     *
     * @return when the aggregate's outbox is due next; empty when nothing is left to send
     */
    Mono<Instant> settle(String aggregate, OutboxEntry claimed, Delivery next);

    /** Entries given up or uncertain, for staff. */
    Flux<Listed> listed(int limit);

    /** An entry somebody has to look at. */
    record Listed(String aggregate, OutboxEntry entry) {}
}
