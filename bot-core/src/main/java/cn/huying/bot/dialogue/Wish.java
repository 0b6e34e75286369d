package cn.huying.bot.dialogue;

import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.request.action.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a resident may want of a request made before. */
public enum Wish {
    /** 催一下. */
    URGE,
    /** 没修好，重新办理. */
    REWORK,
    /** 申诉: it was declined, and the resident does not agree. */
    APPEAL,
    /** Says what a worker asked for, or adds it after the request was closed for want of it. */
    ANSWER,
    /** 补充: more about what is being worked on. */
    ADD,
    /** 改地址: it is somewhere else than was told. */
    MOVE,
    /** 撤销: it is not needed any more. */
    WITHDRAW;

    private static final Duration REMEMBERED = Duration.ofDays(14);
    private static final int MOST_REOPENINGS = 2;

    /** What the words may mean as well when nothing fits them as they are: whoever appeals against work that was done wants it done again. */
    public List<Wish> orElse() {
        return switch (this) {
            case URGE, ADD, MOVE, WITHDRAW -> List.of(this);
            case ANSWER -> List.of(ANSWER, ADD);
            case REWORK -> List.of(REWORK, APPEAL, URGE);
            case APPEAL -> List.of(APPEAL, REWORK);
        };
    }

    /**
     * What carries it out on a request as it stands now; empty when there is nothing to be done there. Of {@link #MOVE} what can be done
     * with the words as long as they name no place.
     */
    public Optional<Action> on(ServiceRequest request, String words, Instant now) {
        return switch (this) {
            case URGE -> when(request.state().isOpen(), new Action.Plain(Verb.URGE));
            case REWORK -> again(request, words, now);
            case APPEAL ->
                when(
                        request.state() == RequestState.DECLINED
                                && isRemembered(request, now)
                                && request.count(Verb.APPEAL) == 0,
                        new Action.Plain(Verb.APPEAL));
            case ANSWER ->
                request.state() == RequestState.NEEDS_INFO
                        ? Optional.of(new Action.Answer(words))
                        : when(isAsleep(request) && isRemembered(request, now), new Action.Wake(words));
            case ADD, MOVE -> when(request.state().isOpen(), new Action.Add(words));
            case WITHDRAW -> when(request.state().isOpen(), new Action.Withdraw(false));
        };
    }

    private static Optional<Action> again(ServiceRequest request, String words, Instant now) {
        if (request.state() == RequestState.FOLLOW_UP) {
            Rating rating = new Rating(Rating.Solved.NO, Rating.Satisfaction.NOT);
            return Optional.of(new Action.Dissatisfied(rating, "resident", words));
        }
        if (request.state() != RequestState.CLOSED || !isRemembered(request, now)) {
            return Optional.empty();
        }
        return isAsleep(request)
                ? Optional.of(new Action.Wake(words))
                : when(request.count(Verb.REOPEN) < MOST_REOPENINGS, new Action.Reopen(true, words));
    }

    private static Optional<Action> when(boolean possible, Action action) {
        return possible ? Optional.of(action) : Optional.empty();
    }

    /** Closed because what was asked was not answered. */
    private static boolean isAsleep(ServiceRequest request) {
        return request.state() == RequestState.CLOSED
                && request.lastMove()
                        .filter(event -> event.verb() == Verb.INFO_TIMEOUT)
                        .isPresent();
    }

    private static boolean isRemembered(ServiceRequest request, Instant now) {
        return !request.lastMove()
                .map(RequestEvent::at)
                .orElse(request.submission().at())
                .plus(REMEMBERED)
                .isBefore(now);
    }
}
