package cn.huying.bot.request;

import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** Gives out the numbers people say. */
public interface RequestNumbers {
    /**
     * The number of a request: the next one of the day, or the one it already got, whatever day that was. Two requests never have the
     * same number; a number may be left out when a replica dies in between.
     */
    Mono<RequestNumber> reserve(RequestId request, LocalDate day);

    /** The request that has a number; empty when none has. */
    Mono<RequestId> find(RequestNumber number);
}
