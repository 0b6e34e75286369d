package cn.huying.bot.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when what must have happened.
 *
 * @param stoppedAt since when the resident's clock stands still
 * @param promised the date the resident was told
 * @param review when a deferred request is looked at again
 * @param look when time alone changes something about the request next; empty when it never does
 */
public record Due(
        Instant firstContact,
        Instant dispatch,
        Instant resolve,
        Optional<Instant> stoppedAt,
        Optional<Instant> promised,
        Optional<Instant> review,
        Optional<Instant> look) {
    public Due(
            Instant firstContact,
            Instant dispatch,
            Instant resolve,
            Optional<Instant> stoppedAt,
            Optional<Instant> promised,
            Optional<Instant> review) {
        this(firstContact, dispatch, resolve, stoppedAt, promised, review, Optional.empty());
    }

    public Due lookedAt(Optional<Instant> next) {
        return new Due(firstContact, dispatch, resolve, stoppedAt, promised, review, next);
    }

    /** Moves every limit by as long as the clock stood still; never lets less than {@code atLeast} remain for resolving. */
    public Due resumed(Instant at, Duration atLeast) {
        Duration stood = stoppedAt.map(since -> Duration.between(since, at)).orElse(Duration.ZERO);
        Instant earliest = at.plus(atLeast);
        Instant shifted = resolve.plus(stood);
        return new Due(
                firstContact.plus(stood),
                dispatch.plus(stood),
                shifted.isBefore(earliest) ? earliest : shifted,
                Optional.empty(),
                promised,
                review,
                look);
    }

    public Due stopped(Instant at) {
        return new Due(firstContact, dispatch, resolve, Optional.of(stoppedAt.orElse(at)), promised, review, look);
    }

    public Due until(Instant newResolve) {
        return new Due(firstContact, dispatch, newResolve, stoppedAt, promised, review, look);
    }

    public Due promising(Instant on) {
        return new Due(firstContact, dispatch, resolve, stoppedAt, Optional.of(on), review, look);
    }

    public Due reviewedOn(Instant on) {
        return new Due(firstContact, dispatch, resolve, stoppedAt, promised, Optional.of(on), look);
    }
}
