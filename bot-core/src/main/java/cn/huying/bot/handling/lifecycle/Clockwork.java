package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What time alone does to a request, and when. The guards of the life cycle still decide; this says when it is worth asking them. */
final class Clockwork {
    private static final Duration SURVEY_REMINDER = Duration.ofDays(2);
    private static final Duration SURVEY_OVER = Duration.ofDays(7);
    private static final List<Duration> INFO_REMINDERS = List.of(Duration.ofDays(2), Duration.ofDays(4));
    private static final Duration INFO_OVER = Duration.ofDays(5);

    private final Deadlines deadlines;

    Clockwork(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    private record Step(Verb verb, Instant at) {}

    /** When to look at the request next; empty when time changes nothing about it. */
    Optional<Instant> next(ServiceRequest request) {
        return steps(request).map(Step::at).min(Comparator.naturalOrder());
    }

    /** What time has brought about by now, in its order. */
    List<Verb> due(ServiceRequest request, Instant now) {
        return steps(request)
                .filter(step -> !step.at().isAfter(now))
                .sorted(Comparator.comparing(Step::at))
                .map(Step::verb)
                .toList();
    }

    private Stream<Step> steps(ServiceRequest request) {
        Case situation =
                new Case(request, new Action.Plain(Verb.NUDGE), Actor.system(), request.changedAt(), deadlines, 0);
        return Stream.of(answering(situation), signing(situation), climbing(situation))
                .flatMap(steps -> steps);
    }

    /** The resident owes an answer: reminded, then no longer waited for. */
    private static Stream<Step> answering(Case situation) {
        return switch (situation.request().state()) {
            case NEEDS_INFO ->
                awaited(situation, INFO_REMINDERS, new Step(Verb.INFO_TIMEOUT, moved(situation, INFO_OVER)));
            case FOLLOW_UP ->
                awaited(
                        situation,
                        List.of(SURVEY_REMINDER),
                        new Step(Verb.NO_ANSWER_7D, moved(situation, SURVEY_OVER)));
            default -> Stream.empty();
        };
    }

    private static Stream<Step> awaited(Case situation, List<Duration> reminders, Step end) {
        long sent = situation.sinceLastMove().stream()
                .filter(event -> event.verb() == Verb.REMIND)
                .count();
        Stream<Step> next =
                reminders.stream().skip(sent).limit(1).map(after -> new Step(Verb.REMIND, moved(situation, after)));
        return Stream.concat(next, Stream.of(end));
    }

    private static Instant moved(Case situation, Duration after) {
        ServiceRequest request = situation.request();
        return request.lastMove()
                .map(RequestEvent::at)
                .orElse(request.submission().at())
                .plus(after);
    }

    private static Stream<Step> signing(Case situation) {
        ServiceRequest request = situation.request();
        boolean called = happened(request, Case::sends, Verb.SIGN_TIMEOUT);
        if (request.state() != RequestState.DISPATCHED || called) {
            return Stream.empty();
        }
        Instant sent = request.last(Case::sends)
                .map(RequestEvent::at)
                .orElse(request.submission().at());
        return Stream.of(
                new Step(Verb.SIGN_TIMEOUT, sent.plus(situation.limits().forSigning())));
    }

    private static Stream<Step> climbing(Case situation) {
        ServiceRequest request = situation.request();
        if (!request.state().clock().isRunning()) {
            return Stream.empty();
        }
        Standing standing = request.standing();
        Ladder ladder = Ladder.of(situation);
        boolean climbs = standing.assignment().lead().isPresent()
                && Standing.above(standing.level()).isPresent();
        boolean unheard = request.firstContactAt().isEmpty() && request.count(Verb.NUDGE) == 0;
        return Stream.of(
                        step(unheard, Verb.NUDGE, ladder.nudge()),
                        step(standing.light() == Light.GREEN, Verb.TURN_YELLOW, ladder.yellow()),
                        step(climbs && !climbed(request, Verb.TURN_RED), Verb.TURN_RED, ladder.red()),
                        step(climbs && !climbed(request, Verb.LEAD_UP), Verb.LEAD_UP, ladder.leadUp()))
                .flatMap(steps -> steps);
    }

    private static Stream<Step> step(boolean open, Verb verb, Instant at) {
        return open ? Stream.of(new Step(verb, at)) : Stream.empty();
    }

    private static boolean climbed(ServiceRequest request, Verb verb) {
        return happened(request, Case::restartsLadder, verb);
    }

    private static boolean happened(ServiceRequest request, Predicate<RequestEvent> since, Verb verb) {
        return request.since(since).stream().anyMatch(event -> event.verb() == verb);
    }
}
