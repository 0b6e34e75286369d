package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import java.util.List;
import java.util.Set;

/** One row of the life cycle. */
record Transition(RequestState from, Verb verb, To to, Set<Role> who, List<Guard> guards) {
    Transition {
        who = Set.copyOf(who);
        guards = List.copyOf(guards);
    }

    /** Where a step leads. */
    sealed interface To {
        record Fixed(RequestState state) implements To {}

        record Same() implements To {}

        /** Where it was before the resident was asked. */
        record Back() implements To {}
    }

    RequestState target(ServiceRequest request) {
        return switch (to) {
            case To.Fixed(RequestState state) -> state;
            case To.Same() -> from;
            case To.Back() ->
                request.last(Verb.ASK_INFO).map(RequestEvent::from).orElse(from);
        };
    }
}
