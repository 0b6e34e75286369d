package cn.huying.bot.request;

import cn.huying.bot.resident.ResidentId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where requests live, one document each. A change is acknowledged only when it is durable, with its history and its outbox. */
public interface ServiceRequestStore {
    /** Keeps a new request; if one of that id is there already, that one is given and nothing is written. */
    Mono<ServiceRequest> submit(ServiceRequest request);

    /** Empty when there is none. */
    Mono<ServiceRequest> find(RequestId id);

    /**
     * Applies a function to the stored request and keeps what it decides, as one step: if somebody else was faster, the function is
     * applied again to what they left. It must be pure. Empty when there is no such request.
     */
    <T> Mono<T> compute(RequestId id, Function<ServiceRequest, Decision<T>> change);

    /** The person's requests, newest first. */
    Flux<ServiceRequest> ofRequester(ResidentId resident, int limit);

    /**
     * Whether a worker may ever have asked the person something about a request: {@code false} is certain, so that most of what is said
     * is told to be no answer without reading any request.
     */
    Mono<Boolean> mayHaveBeenAsked(ResidentId resident);

    /**
     * Requests that fit, newest first.
     *
     * @param after only those that come after it in the list; empty for the beginning
     */
    Flux<ServiceRequest> list(RequestFilter filter, Optional<ListPlace> after, int limit);

    /** Requests whose outbox has something due, those waiting longest first. */
    Flux<RequestId> withDueOutbox(Instant now, int limit);

    /** Requests about which time changes something by now, those that wait longest first; see {@link Due#look}. */
    Flux<RequestId> toLookAt(Instant now, int limit);

    /** Requests whose outbox has something given up or uncertain. */
    Flux<ServiceRequest> withListedOutbox(int limit);
}
