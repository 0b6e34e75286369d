package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import java.time.Instant;
import java.util.Optional;

/** What can be told of a step without knowing the message. */
final class Steps {
    private Steps() {}

    /** The step, or idle when its draft has grown too old. */
    static Step stillOpen(Step step, Instant now) {
        return draft(step).filter(draft -> draft.expired(now)).isPresent() ? new Step.Idle() : step;
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
