package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;

/** What doing something to a request comes to. */
public sealed interface Next {
    /** The request as it is now, with what it has to tell. */
    record Moved(ServiceRequest request) implements Next {}

    /** Nothing changed. */
    record Refused(Refusal reason) implements Next {}

    /** Why something may not be done. */
    sealed interface Refusal {
        /** No such request. */
        record NoSuchRequest() implements Refusal {}

        /** The life cycle knows no such step from there. */
        record NotFromHere(RequestState state, Verb verb) implements Refusal {}

        /** The step exists, but not for this role. */
        record NotYours(Verb verb, Actor.Role role) implements Refusal {}

        /** The step exists, but a condition of it is not met. */
        record Unmet(Guard guard) implements Refusal {}
    }
}
