package cn.huying.bot.handling.lifecycle;

import static cn.huying.bot.request.Verb.APPEAL;
import static cn.huying.bot.request.Verb.ASK_INFO;
import static cn.huying.bot.request.Verb.DECLINE;
import static cn.huying.bot.request.Verb.EXTEND;
import static cn.huying.bot.request.Verb.MISS_CONTACT;
import static cn.huying.bot.request.Verb.NUDGE;
import static cn.huying.bot.request.Verb.PROPOSE_TASK_FORCE;
import static cn.huying.bot.request.Verb.REDIRECT;
import static cn.huying.bot.request.Verb.REMIND;
import static cn.huying.bot.request.Verb.REOPEN;
import static cn.huying.bot.request.Verb.RESOLVE;
import static cn.huying.bot.request.Verb.RETURN;
import static cn.huying.bot.request.Verb.SIGN_TIMEOUT;
import static cn.huying.bot.request.Verb.URGE;

import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Deferral;
import cn.huying.bot.request.action.Rating;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The conditions of the life cycle, by name: a refusal says which one was not met. */
public enum Guard {
    /** An emergency does not wait for its place. */
    PLACE_AND_MATTER(c -> !c.request().submission().text().isBlank()
            && (c.request().submission().place().isKnown()
                    || c.request().standing().tier() == Tier.P0)),
    EMERGENCY_SCREENED(c -> c.action() instanceof Action.Submit(boolean screened) && screened),
    CONFIDENT(c -> c.request().submission().matter().confidence() >= c.threshold()),
    ALTERNATIVE_GIVEN(c -> c.action() instanceof Action.Decline decline
            && !decline.alternative().isBlank()),
    ANOTHER_REQUEST(c -> c.action() instanceof Action.Merge(RequestId main)
            && !main.equals(c.request().id())),
    ASKED_LESS_THAN_TWICE(c -> c.request().count(ASK_INFO) < 2),
    WORDS_GIVEN(c -> !c.action().note().isBlank()),
    ONCE_PER_UNIT(c -> c.returnsOfLead() == 0),
    WITHIN_A_QUARTER(c -> c.sinceDispatch().compareTo(c.limits().forReturning()) <= 0),
    ADJUDICATORS_LEAVE(
            c -> c.action() instanceof Action.ReturnLate late && !late.leaveBy().isBlank()),
    LEVEL_UP_AFTER_TWO_REDIRECTS(c -> c.request().count(REDIRECT) < 2
            || c.action() instanceof Action.Redirect(Unit unit)
                    && unit.level().compareTo(c.request().standing().level()) > 0),
    SIGN_LIMIT_PASSED(c -> c.sinceDispatch().compareTo(c.limits().forSigning()) >= 0),
    NO_STAND_IN_YET(c -> c.request().since(Case::sends).stream().noneMatch(event -> event.verb() == SIGN_TIMEOUT)),
    REACHED_OR_MISSED_THRICE(c -> c.action() instanceof Action.Contact contact
            && (contact.reached() || c.request().count(MISS_CONTACT) >= 3)),
    MISSED_LESS_THAN_THRICE(c -> c.request().count(MISS_CONTACT) < 3),
    DATE_AHEAD(c -> c.action() instanceof Action.Schedule(Instant on) && on.isAfter(c.at())),
    REFERENCE_GIVEN(c -> !c.action().code().isBlank()),
    A_LEVEL_ABOVE(c -> Standing.above(c.request().standing().level()).isPresent()),
    CHILDREN_GIVEN(c -> c.action() instanceof Action.Split(List<RequestId> children)
            && children.size() > 1
            && !children.contains(c.request().id())),
    ONE_URGE_A_DAY(c -> c.byStaff()
            || c.request().history().stream()
                    .noneMatch(event -> event.verb() == URGE
                            && event.actor().role() == Role.RESIDENT
                            && c.deadlines()
                                    .day(event.at())
                                    .equals(c.deadlines().day(c.at())))),
    THREE_URGES_BEFORE_STAFF_ACT(c -> c.byStaff()
            || c.request().since(event -> event.actor().role().isStaff()).stream()
                            .filter(event -> event.verb() == URGE)
                            .count()
                    < 3),
    EXTENDED_NEVER(c -> c.request().count(EXTEND) == 0),
    BEFORE_EXPIRY(c -> c.action() instanceof Action.Extend extend
            && c.at().isBefore(c.request().standing().due().resolve())
            && extend.until().isAfter(c.request().standing().due().resolve())),
    ASKED_BY_THE_UNIT(
            c -> c.action() instanceof Action.Extend extend && !extend.askedBy().isBlank()),
    BY_A_LEVEL_ABOVE(c -> c.actsAbove(c.request().standing().level())),
    DEFERRAL_COMPLETE(c -> c.action() instanceof Action.AskDefer(Deferral deferral) && deferral.isComplete()),
    REVIEW_WITHIN_90_DAYS(c -> Case.reviewOf(c.action())
            .filter(on -> on.isAfter(c.at()) && !on.isAfter(c.at().plus(Duration.ofDays(90))))
            .isPresent()),
    BY_THE_SUBDISTRICT_OR_ABOVE(c -> c.actor().level().compareTo(Level.SUBDISTRICT) >= 0),
    AT_REVIEW_DATE(c -> c.request()
            .standing()
            .due()
            .review()
            .filter(on -> !c.at().isBefore(on))
            .isPresent()),
    RESOLUTION_COMPLETE(c -> c.action() instanceof Action.Resolve resolve
            && !resolve.resolution().isBlank()
            && !resolve.reply().isBlank()
            && !resolve.evidence().isBlank()),
    CHILDREN_RESOLVED(c -> c.action() instanceof Action.Resolve resolve
            && resolve.resolvedChildren().containsAll(c.children())),
    NOT_SENSITIVE(c -> !c.request().isSensitive()),
    NOT_THE_HANDLER(c -> c.request()
            .last(RESOLVE)
            .filter(event -> event.actor().id().equals(c.actor().id()))
            .isEmpty()),
    SEVEN_DAYS_SILENT(c -> c.sinceMove().compareTo(Duration.ofDays(7)) >= 0),
    REASON_GIVEN(c -> c.action() instanceof Action.Dissatisfied dissatisfied
            && !dissatisfied.reason().isBlank()),
    CLOSES(c -> c.action() instanceof Action.Satisfied(Rating rating) && rating.closes()),
    DOES_NOT_CLOSE(c -> c.action() instanceof Action.Dissatisfied dissatisfied
            && !dissatisfied.rating().closes()),
    WITHIN_FOURTEEN_DAYS(c -> c.sinceMove().compareTo(Duration.ofDays(14)) <= 0),
    REOPENED_LESS_THAN_TWICE(c -> c.request().count(REOPEN) < 2),
    SAME_MATTER(c -> c.action() instanceof Action.Reopen reopen && reopen.sameMatter()),
    CLOSED_WITH_A_REPLY(c -> !c.closedForSilence()),
    CLOSED_FOR_SILENCE(Case::closedForSilence),
    CALLED_BACK_IF_SENSITIVE(
            c -> !c.request().isSensitive() && c.request().standing().tier() != Tier.P0
                    || c.action() instanceof Action.Withdraw(boolean calledBack) && calledBack),
    FROM_THE_RAISED_LEVEL(c -> c.request().entered(RequestState.REWORK) < 2
            || c.actor().level().compareTo(c.request().standing().level()) >= 0),
    APPEALED_NEVER(c -> c.request().count(APPEAL) == 0),
    ANOTHER_DISPATCHER(c -> c.request().count(APPEAL) == 0
            || c.request()
                    .last(DECLINE)
                    .filter(event -> event.actor().id().equals(c.actor().id()))
                    .isEmpty()),
    FIVE_DAYS_SILENT(c -> c.sinceMove().compareTo(Duration.ofDays(5)) >= 0),
    REMINDERS_LEFT(c ->
            c.sinceLastMove().stream().filter(event -> event.verb() == REMIND).count()
                    < (c.request().state() == RequestState.NEEDS_INFO ? 2 : 1)),
    NO_CONTACT_YET(c -> c.request().firstContactAt().isEmpty()),
    NUDGED_NEVER(c -> c.request().count(NUDGE) == 0),
    NUDGE_DUE(c -> Ladder.of(c).nudgeDue()),
    YELLOW_DUE(c -> Ladder.of(c).yellowDue()),
    RED_DUE(c -> Ladder.of(c).redDue()),
    LEAD_UP_DUE(c -> Ladder.of(c).leadUpDue()),
    LIGHT_IS_GREEN(c -> c.request().standing().light() == Light.GREEN),
    NOT_YET_WATCHED(
            c -> c.request().since(Case::restartsLadder).stream().noneMatch(event -> event.verb() == Verb.TURN_RED)),
    UNIT_OF_A_LEVEL_ABOVE(c -> c.unitAbove(c.request().standing().level())),
    TASK_FORCE_DUE(c -> c.request().entered(RequestState.REWORK) >= 2
            || c.request().count(REDIRECT) >= 2
            || c.action() instanceof Action.ProposeTaskForce(int households) && households >= 5),
    PROPOSED_NEVER(c -> c.request().count(PROPOSE_TASK_FORCE) == 0),
    PLACE_GIVEN(
            c -> c.action() instanceof Action.Locate locate && locate.place().isKnown()),
    NOT_YET_SIGNED_IF_MOVED(c -> c.action() instanceof Action.Locate locate
            && (locate.unit().isEmpty() || c.request().state() == RequestState.DISPATCHED));

    private final Predicate<Case> condition;

    Guard(Predicate<Case> condition) {
        this.condition = condition;
    }

    boolean holds(Case situation) {
        return condition.test(situation);
    }

    static final Set<Verb> RETURNS = Set.of(RETURN, Verb.RETURN_LATE);

    static Optional<Guard> firstUnmet(List<Guard> guards, Case situation) {
        return guards.stream().filter(guard -> !guard.holds(situation)).findFirst();
    }
}
