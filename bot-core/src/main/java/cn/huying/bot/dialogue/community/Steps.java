package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can be told of a step without knowing the message. */
final class Steps {
    /** How long a request may be changed by a single word after that was asked. */
    private static final Duration AWAITED = Duration.ofMinutes(15);

    /** How long words are meant for the answer before them. */
    static final Duration ANSWER_MEANT = Duration.ofMinutes(30);

    private Steps() {}

    /** The step, or idle when what it waits for has been waited for long enough. */
    static Step stillOpen(Step step, Instant now) {
        if (step instanceof Step.BesideAnAlarm(String request, Step open)) {
            return stillOpen(open, now) instanceof Step.Idle ? new Step.AskedWhereUrgently(request) : step;
        }
        boolean over =
                switch (step) {
                    case Step.Withdrawing(String request, Instant asked) -> now.isAfter(asked.plus(AWAITED));
                    case Step.Moving(String request, Instant asked) -> now.isAfter(asked.plus(AWAITED));
                    case Step.Answered answered -> now.isAfter(answered.at().plus(ANSWER_MEANT));
                    case Step.Idle _,
                            Step.ChoosingAnswer _,
                            Step.OfferedToRegister _,
                            Step.AskedWhat _,
                            Step.AskedWhere _,
                            Step.ChoosingPlace _,
                            Step.Confirming _,
                            Step.ChoosingHome _,
                            Step.ChoosingRequest _,
                            Step.AskedWhereUrgently _,
                            Step.BesideAnAlarm _,
                            Step.Reading _ ->
                        draft(step).filter(draft -> draft.expired(now)).isPresent();
                };
        return over ? new Step.Idle() : step;
    }

    /** Words are heard as if nothing had been asked: nothing is, or an answer was given and nothing offered. */
    static boolean isNothingAsked(Step step) {
        return step instanceof Step.Idle || step instanceof Step.Answered answered && !answered.offered();
    }

    static boolean isDraft(Step step) {
        return draft(step).isPresent();
    }

    static Optional<Draft> draft(Step step) {
        return switch (step) {
            case Step.AskedWhat(Draft draft) -> Optional.of(draft);
            case Step.AskedWhere(Draft draft, int asked) -> Optional.of(draft);
            case Step.ChoosingPlace choosing -> Optional.of(choosing.draft());
            case Step.Confirming(Draft draft) -> Optional.of(draft);
            case Step.BesideAnAlarm(String request, Step open) -> draft(open);
            case Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.Withdrawing _,
                    Step.Moving _,
                    Step.Reading _ -> Optional.empty();
        };
    }

    /** What is being told, or was offered to be registered. */
    static Optional<Draft> told(Step step, Instant now) {
        return switch (step) {
            case Step.OfferedToRegister(String words) ->
                Optional.of(Draft.begun(now).about(words));
            case Step.ChoosingAnswer choosing -> Optional.of(Draft.begun(now).about(choosing.words()));
            default -> draft(step);
        };
    }

    /** Tells that the draft of yesterday is gone, before what is said now. */
    static Turn afterForgetting(Turn turn, Phrases phrases) {
        return turn.saying(text -> phrases.draftForgotten() + "\n\n" + text);
    }
}
