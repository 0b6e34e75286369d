package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.handling.lifecycle.Guard.*;
import static cn.huying.bot.request.Actor.Role.*;
import static cn.huying.bot.request.RequestState.*;
import static cn.huying.bot.request.Verb.*;

import cn.huying.bot.handling.lifecycle.Transition.To;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Verb;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The life cycle of a request as data: from which state, by which verb, to which state, by whom, on which conditions. What is not listed is
 * refused.
 */
final class Transitions {
    private static final Set<RequestState> OPEN = where(RequestState::isOpen);
    private static final Set<RequestState> CLOCK_RUNS =
            where(state -> state.clock().isRunning());
    private static final Set<RequestState> BEFORE_RESOLVED = union(OPEN, DRAFT);
    private static final Set<RequestState> WORKED_ON = EnumSet.of(IN_PROGRESS, SCHEDULED, EXTERNAL);

    static final List<Transition> ALL = Stream.of(
                    submitting(), triage(), dispatching(), working(), any(), deferring(), following(), ladder())
            .flatMap(rows -> rows)
            .toList();

    private static final Map<RequestState, Map<Verb, Transition>> TABLE = table();

    private Transitions() {}

    static Optional<Transition> of(RequestState from, Verb verb) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(verb));
    }

    private static Stream<Transition> submitting() {
        return rows(
                row(
                        DRAFT,
                        SUBMIT,
                        to(SUBMITTED),
                        by(RESIDENT, PROXY, WORKER, IMPORTER),
                        PLACE_AND_MATTER,
                        EMERGENCY_SCREENED),
                row(SUBMITTED, AUTO_DISPATCH, to(DISPATCHED), by(SYSTEM), CONFIDENT),
                row(SUBMITTED, TO_TRIAGE, to(TRIAGE), by(SYSTEM)));
    }

    private static Stream<Transition> triage() {
        return rows(
                row(TRIAGE, DISPATCH, to(DISPATCHED), by(DISPATCHER), ANOTHER_DISPATCHER),
                row(TRIAGE, DECLINE, to(DECLINED), by(DISPATCHER), ALTERNATIVE_GIVEN, ANOTHER_DISPATCHER),
                row(TRIAGE, MERGE, to(MERGED), by(DISPATCHER), ANOTHER_REQUEST, ANOTHER_DISPATCHER),
                row(DECLINED, APPEAL, to(TRIAGE), by(RESIDENT), APPEALED_NEVER, WITHIN_FOURTEEN_DAYS),
                row(
                        EnumSet.of(TRIAGE, SIGNED, IN_PROGRESS),
                        ASK_INFO,
                        to(NEEDS_INFO),
                        by(DISPATCHER, HANDLER),
                        WORDS_GIVEN,
                        ASKED_LESS_THAN_TWICE),
                row(NEEDS_INFO, ANSWER, back(), by(RESIDENT)),
                row(NEEDS_INFO, INFO_TIMEOUT, to(CLOSED), by(SYSTEM), FIVE_DAYS_SILENT),
                row(EnumSet.of(NEEDS_INFO, FOLLOW_UP), REMIND, same(), by(SYSTEM), REMINDERS_LEFT));
    }

    private static Stream<Transition> dispatching() {
        return rows(
                row(DISPATCHED, SIGN, to(SIGNED), by(UNIT)),
                row(DISPATCHED, RETURN, to(RETURN_PENDING), by(UNIT), WORDS_GIVEN, ONCE_PER_UNIT, WITHIN_A_QUARTER),
                row(IN_PROGRESS, RETURN_LATE, to(RETURN_PENDING), by(UNIT), WORDS_GIVEN, ADJUDICATORS_LEAVE),
                row(RETURN_PENDING, UPHOLD, to(DISPATCHED), by(ADJUDICATOR)),
                row(RETURN_PENDING, REDIRECT, to(DISPATCHED), by(ADJUDICATOR), LEVEL_UP_AFTER_TWO_REDIRECTS),
                row(DISPATCHED, SIGN_TIMEOUT, same(), by(SYSTEM), SIGN_LIMIT_PASSED, NO_STAND_IN_YET));
    }

    private static Stream<Transition> working() {
        return rows(
                row(SIGNED, CONTACT, to(IN_PROGRESS), by(HANDLER), REACHED_OR_MISSED_THRICE),
                row(SIGNED, MISS_CONTACT, same(), by(HANDLER), MISSED_LESS_THAN_THRICE),
                row(IN_PROGRESS, SCHEDULE, to(SCHEDULED), by(HANDLER), DATE_AHEAD),
                row(IN_PROGRESS, HAND_OVER_EXTERNAL, to(EXTERNAL), by(DISPATCHER), REFERENCE_GIVEN),
                row(WORKED_ON, RESOLVE, to(RESOLVED), by(HANDLER), RESOLUTION_COMPLETE, CHILDREN_RESOLVED),
                row(REWORK, TAKE_UP, to(IN_PROGRESS), by(HANDLER), FROM_THE_RAISED_LEVEL));
    }

    private static Stream<Transition> any() {
        return rows(
                row(OPEN, ESCALATE, same(), by(HANDLER, SYSTEM, SECRETARY), A_LEVEL_ABOVE),
                row(OPEN, SPLIT, same(), by(LEAD), CHILDREN_GIVEN),
                row(OPEN, URGE, same(), by(RESIDENT, SUPERVISOR), ONE_URGE_A_DAY, THREE_URGES_BEFORE_STAFF_ACT),
                row(
                        OPEN,
                        EXTEND,
                        same(),
                        by(SUPERIOR),
                        EXTENDED_NEVER,
                        BEFORE_EXPIRY,
                        ASKED_BY_THE_UNIT,
                        BY_A_LEVEL_ABOVE),
                row(OPEN, LOCATE, same(), by(RESIDENT), PLACE_GIVEN, NOT_YET_SIGNED_IF_MOVED),
                row(OPEN, ADD, same(), by(RESIDENT), WORDS_GIVEN),
                row(BEFORE_RESOLVED, WITHDRAW, to(WITHDRAWN), by(RESIDENT), CALLED_BACK_IF_SENSITIVE));
    }

    private static Stream<Transition> deferring() {
        return rows(
                row(IN_PROGRESS, ASK_DEFER, to(DEFER_PENDING), by(UNIT), DEFERRAL_COMPLETE, REVIEW_WITHIN_90_DAYS),
                row(
                        DEFER_PENDING,
                        APPROVE_DEFER,
                        to(DEFERRED),
                        by(APPROVER),
                        BY_THE_SUBDISTRICT_OR_ABOVE,
                        BY_A_LEVEL_ABOVE),
                row(DEFER_PENDING, REFUSE_DEFER, to(IN_PROGRESS), by(APPROVER), WORDS_GIVEN),
                row(DEFERRED, RESUME, to(IN_PROGRESS), by(OWNER), AT_REVIEW_DATE),
                row(DEFERRED, KEEP_DEFERRED, same(), by(OWNER), AT_REVIEW_DATE, REVIEW_WITHIN_90_DAYS));
    }

    private static Stream<Transition> following() {
        return rows(
                row(RESOLVED, SAMPLE, to(REVIEW), by(SYSTEM)),
                row(RESOLVED, SURVEY, to(FOLLOW_UP), by(SYSTEM), NOT_SENSITIVE),
                row(REVIEW, PASS, to(FOLLOW_UP), by(REVIEWER), NOT_THE_HANDLER),
                row(REVIEW, REJECT, to(REWORK), by(REVIEWER), WORDS_GIVEN, NOT_THE_HANDLER),
                row(FOLLOW_UP, SATISFIED, to(CLOSED), by(RESIDENT), CLOSES),
                row(FOLLOW_UP, NO_ANSWER_7D, to(CLOSED), by(SYSTEM), SEVEN_DAYS_SILENT),
                row(
                        FOLLOW_UP,
                        UNSOLVED,
                        to(REWORK),
                        by(RESIDENT, CALLER),
                        DOES_NOT_CLOSE,
                        REASON_GIVEN,
                        NOT_THE_HANDLER),
                row(
                        FOLLOW_UP,
                        UNSATISFIED,
                        to(REWORK),
                        by(RESIDENT, CALLER),
                        DOES_NOT_CLOSE,
                        REASON_GIVEN,
                        NOT_THE_HANDLER),
                row(
                        CLOSED,
                        REOPEN,
                        to(REWORK),
                        by(RESIDENT),
                        CLOSED_WITH_A_REPLY,
                        WITHIN_FOURTEEN_DAYS,
                        SAME_MATTER,
                        REOPENED_LESS_THAN_TWICE),
                row(CLOSED, WAKE, back(), by(RESIDENT), CLOSED_FOR_SILENCE, WITHIN_FOURTEEN_DAYS));
    }

    private static Stream<Transition> ladder() {
        return rows(
                row(CLOCK_RUNS, NUDGE, same(), by(SYSTEM), NO_CONTACT_YET, NUDGED_NEVER, NUDGE_DUE),
                row(CLOCK_RUNS, TURN_YELLOW, same(), by(SYSTEM), LIGHT_IS_GREEN, YELLOW_DUE),
                row(CLOCK_RUNS, TURN_RED, same(), by(SYSTEM), NOT_YET_WATCHED, RED_DUE, UNIT_OF_A_LEVEL_ABOVE),
                row(CLOCK_RUNS, LEAD_UP, same(), by(SYSTEM), LEAD_UP_DUE, UNIT_OF_A_LEVEL_ABOVE),
                row(OPEN, PROPOSE_TASK_FORCE, same(), by(SYSTEM), TASK_FORCE_DUE, PROPOSED_NEVER));
    }

    @SafeVarargs
    private static Stream<Transition> rows(Stream<Transition>... rows) {
        return Stream.of(rows).flatMap(row -> row);
    }

    private static Stream<Transition> row(RequestState from, Verb verb, To to, Set<Role> who, Guard... guards) {
        return row(EnumSet.of(from), verb, to, who, guards);
    }

    private static Stream<Transition> row(Set<RequestState> from, Verb verb, To to, Set<Role> who, Guard... guards) {
        return from.stream().map(state -> new Transition(state, verb, to, who, List.of(guards)));
    }

    private static To to(RequestState state) {
        return new To.Fixed(state);
    }

    private static To same() {
        return new To.Same();
    }

    private static To back() {
        return new To.Back();
    }

    private static Set<Role> by(Role... roles) {
        return Set.of(roles);
    }

    private static Set<RequestState> where(Predicate<RequestState> which) {
        Set<RequestState> states = EnumSet.noneOf(RequestState.class);
        Stream.of(RequestState.values()).filter(which).forEach(states::add);
        return states;
    }

    private static Set<RequestState> union(Set<RequestState> states, RequestState one) {
        Set<RequestState> union = EnumSet.copyOf(states);
        union.add(one);
        return union;
    }

    private static Map<RequestState, Map<Verb, Transition>> table() {
        Map<RequestState, Map<Verb, Transition>> table = new EnumMap<>(RequestState.class);
        for (Transition row : ALL) {
            Transition other = table.computeIfAbsent(row.from(), state -> new EnumMap<>(Verb.class))
                    .put(row.verb(), row);
            if (other != null) {
                throw new IllegalStateException("two rows for " + row.verb() + " from " + row.from());
            }
        }
        return table;
    }
}
