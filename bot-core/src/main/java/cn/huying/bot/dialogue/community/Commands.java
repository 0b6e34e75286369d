package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.request.RequestNumber;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The words the bot obeys, and what each of them does in the step that is open. */
final class Commands {
    /** 取消 where taking back was asked means that it is not wanted; 撤销 and 不用了 may mean either. */
    private static final String CANCEL = "取消";

    /** What names a request made before. */
    private static final List<String> REGISTERED = List.of("撤销", "撤回", "报修", "诉求", "工单");

    /** As the answers put it; 报修 and 投诉 begin something new. */
    private static final String REGISTER = "登记";

    private final Desks desks;
    private final Phrases phrases;

    Commands(Desks desks, Phrases phrases) {
        this.desks = desks;
        this.phrases = phrases;
    }

    Mono<Turn> obey(Hearing hearing, CommandKind kind) {
        return switch (kind) {
            case HELP -> Mono.just(hearing.stay(phrases.help()));
            case MENU -> Mono.just(hearing.stay(phrases.menu()));
            case MY_REQUESTS -> desks.inquiries().list(hearing);
            case HUMAN -> desks.reporting().callStaff(hearing);
            case APPEAL -> desks.sequels().wish(hearing, Wish.APPEAL);
            case CANCEL -> Mono.just(cancelled(hearing.step()));
            case WITHDRAW -> withdrawn(hearing);
            case BACK -> Mono.just(desks.reporting().back(hearing));
            case CONFIRM -> confirmed(hearing);
            case EDIT -> edited(hearing);
            case REGISTER -> register(hearing);
            case CONTINUE ->
                hearing.step() instanceof Step.Reading(String rest)
                        ? Mono.just(Turn.sayInParts(rest, phrases.continuation(), Outcome.Kind.ANSWERED))
                        : nothingOpen(hearing, CommandKind.CONTINUE);
        };
    }

    /** The same where nothing but the conversation moves on; empty where more may come of it. */
    Mono<Turn> withoutEffects(Hearing hearing, CommandKind kind) {
        return switch (kind) {
            case HELP, MENU, MY_REQUESTS -> obey(hearing, kind);
            case HUMAN, APPEAL, CANCEL, WITHDRAW, BACK, CONFIRM, EDIT, REGISTER, CONTINUE -> Mono.empty();
        };
    }

    /** What is being told is dropped; with nothing open, or by its number, a request made before is meant. */
    private Mono<Turn> withdrawn(Hearing hearing) {
        if (hearing.step() instanceof Step.Withdrawing step) {
            return hearing.words().contains(CANCEL)
                    ? Mono.just(desks.amendments().keep())
                    : Amendments.isConfirmed(hearing.words())
                            ? desks.amendments().withdraw(hearing, step)
                            : desks.amendments().askAgain(hearing, step);
        }
        boolean ofARequest = Steps.isNothingAsked(hearing.step())
                || hearing.step() instanceof Step.Reading
                || isNamed(hearing)
                || RequestNumber.find(hearing.words()).isPresent();
        return ofARequest ? desks.sequels().wish(hearing, Wish.WITHDRAW) : Mono.just(cancelled(hearing.step()));
    }

    /** 撤销报修 is about what was registered, whatever was answered since; only what is just being told may be meant as well. */
    private static boolean isNamed(Hearing hearing) {
        return !Steps.isDraft(hearing.step())
                && !(hearing.step() instanceof Step.AskedWhereUrgently)
                && REGISTERED.stream().anyMatch(hearing.words()::contains);
    }

    /** An alert that is out cannot be taken back by a word. */
    private Turn cancelled(Step step) {
        if (step instanceof Step.Withdrawing) {
            return desks.amendments().keep();
        }
        Optional<Draft> draft = Steps.draft(step);
        if (draft.isPresent()) {
            return desks.reporting().cancel(draft.get());
        }
        return Turn.say(
                step instanceof Step.AskedWhereUrgently
                        ? phrases.requests().emergencyNotCancelled()
                        : phrases.cancelled(step instanceof Step.Idle));
    }

    private Mono<Turn> edited(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Confirming(Draft draft) -> Mono.just(desks.reporting().edit(hearing, draft));
            case Step.AskedWhere(Draft draft, int asked) ->
                Mono.just(desks.reporting().edit(hearing, draft));
            case Step.Idle _, Step.Reading _, Step.Withdrawing _, Step.Moving _ ->
                Reporting.speaksOfPlace(hearing.words())
                        ? desks.sequels().wish(hearing.anew(), Wish.MOVE)
                        : nothingOpen(hearing.anew(), CommandKind.EDIT);
            case Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.AskedWhat _,
                    Step.ChoosingPlace _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _ -> nothingOpen(hearing, CommandKind.EDIT);
        };
    }

    private Mono<Turn> confirmed(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Confirming(Draft draft) -> desks.reporting().submit(hearing, draft);
            case Step.OfferedToRegister(String words) -> desks.reporting().begin(hearing, words);
            case Step.Answered answered ->
                answered.offered()
                        ? desks.reporting().begin(hearing, answered.words(), category(answered))
                        : nothingOpen(hearing, CommandKind.CONFIRM);
            case Step.AskedWhere(Draft draft, int asked) ->
                Mono.just(desks.reporting().confirmAsFarAsKnown(draft));
            case Step.ChoosingAnswer choosing ->
                choosing.entries().size() == 1
                        ? desks.articles()
                                .chosen(choosing, 1, hearing.now())
                                .switchIfEmpty(Mono.defer(
                                        () -> Mono.justOrEmpty(desks.answers().chosen(choosing, 1, hearing.now()))))
                                .switchIfEmpty(nothingOpen(hearing, CommandKind.CONFIRM))
                        : nothingOpen(hearing, CommandKind.CONFIRM);
            case Step.Withdrawing step ->
                Amendments.isConfirmed(hearing.words())
                        ? desks.amendments().withdraw(hearing, step)
                        : desks.sequels()
                                .answer(hearing.anew(), new Intent.Command(CommandKind.CONFIRM))
                                .switchIfEmpty(
                                        Mono.defer(() -> desks.amendments().askAgain(hearing, step)));
            case Step.Idle _,
                    Step.AskedWhat _,
                    Step.ChoosingPlace _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _,
                    Step.Moving _,
                    Step.Reading _ -> nothingOpen(hearing, CommandKind.CONFIRM);
        };
    }

    private Mono<Turn> register(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.OfferedToRegister(String words) -> desks.reporting().begin(hearing, words);
            case Step.Answered answered -> desks.reporting().begin(hearing, answered.words(), category(answered));
            case Step.ChoosingAnswer(List<String> entries, String words) ->
                desks.reporting().begin(hearing, words);
            case Step.Confirming(Draft draft) -> desks.reporting().submit(hearing, draft);
            case Step.Idle _, Step.Reading _ ->
                desks.afterAnswers()
                        .lastRead(hearing)
                        .filter(_ -> hearing.words().contains(REGISTER))
                        .flatMap(read -> desks.reporting().begin(hearing, read.words(), category(read)))
                        .switchIfEmpty(Mono.fromSupplier(() -> desks.reporting().askWhat(hearing)));
            case Step.AskedWhat _,
                    Step.AskedWhere _,
                    Step.ChoosingPlace _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _,
                    Step.Withdrawing _,
                    Step.Moving _ -> Mono.just(desks.reporting().askWhat(hearing));
        };
    }

    private String category(Step.Answered answered) {
        return desks.answers().category(answered.entry()).orElse("");
    }

    /** With nothing open, 是的 and 不对 may answer what a worker asked. */
    private Mono<Turn> nothingOpen(Hearing hearing, CommandKind kind) {
        Mono<Turn> nothing = Mono.fromSupplier(() -> hearing.stay(phrases.nothingOpen()));
        Mono<Turn> change = kind == CommandKind.EDIT
                ? Mono.defer(() -> desks.sequels().howToChange(hearing)).switchIfEmpty(nothing)
                : nothing;
        return Steps.isNothingAsked(hearing.step()) && kind != CommandKind.CONTINUE
                ? desks.sequels().answer(hearing, new Intent.Command(kind)).switchIfEmpty(change)
                : nothing;
    }
}
