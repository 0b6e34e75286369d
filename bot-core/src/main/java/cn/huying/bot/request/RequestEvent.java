package cn.huying.bot.request;

import java.time.Instant;

/**
 * One line of a request's history. History is only ever added to.
 *
 * @param code what may be counted and read by staff anywhere: a reason, the unit's grid, a reference; empty when there is nothing to say
 * @param note words: a question, an answer, a reply. Personal, so sealed at rest; may be empty
 * @param proof how a worker says that it is done, for staff only. Sealed at rest; may be empty
 */
public record RequestEvent(
        Instant at,
        Actor actor,
        Verb verb,
        RequestState from,
        RequestState to,
        String code,
        String note,
        String proof) {
    public RequestEvent(
            Instant at, Actor actor, Verb verb, RequestState from, RequestState to, String code, String note) {
        this(at, actor, verb, from, to, code, note, "");
    }

    @Override
    public String toString() {
        return verb + " " + from + "->" + to + " by " + actor.role();
    }
}
