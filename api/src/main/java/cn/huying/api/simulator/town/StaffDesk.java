package cn.huying.api.simulator.town;

import reactor.core.publisher.Mono;

/**
 * What staff do during the guided tour, by the same operations that their pages call. A tour that signed in for each of them would end the
 * visitor's own session.
 */
public interface StaffDesk {
    /** The worker ends a request with a reply to the resident; empty when there is no such request or it is not to be ended now. */
    Mono<Resolved> resolve(String workerId, String number);

    /** @param link the worker's page of the request */
    record Resolved(String reply, String link) {}

    /** The author writes a warning against a fraud to the residents of a grid and hands it in. */
    Mono<Draft> compose(String gridId);

    /** @param text what residents will read */
    record Draft(String id, String title, String text, String author) {}

    /** Somebody else approves it; empty when it is not to be approved. */
    Mono<Sending> approve(String id);

    /** How far a broadcast is; empty for an unknown one. */
    Mono<Sending> progress(String id);

    /** @param over whether nothing more will be sent */
    record Sending(
            String approver, int recipients, int delivered, int accepted, int failed, int unknown, boolean over) {}
}
