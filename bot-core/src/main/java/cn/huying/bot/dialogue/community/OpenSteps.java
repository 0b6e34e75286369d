package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.SmallTalkKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What words mean in the light of what was asked last; after an alarm see {@link AfterAlarms}. */
final class OpenSteps {
    /** 问这个干嘛 asks about what was asked; what is only similar to it would be beside the point. */
    private static final int LONGEST_WHY = 12;

    private static final List<String> WHY = List.of("为什么", "为啥", "干嘛", "干啥", "干什么", "问这");

    private final Desks desks;
    private final Commands commands;
    private final Phrases phrases;
    private final FreshWords fresh;

    OpenSteps(Desks desks, Commands commands, FreshWords fresh, Phrases phrases) {
        this.desks = desks;
        this.commands = commands;
        this.phrases = phrases;
        this.fresh = fresh;
    }

    Mono<Turn> hear(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.Idle _, Step.Reading _, Step.Answered _, Step.AskedWhereUrgently _, Step.BesideAnAlarm _ ->
                fresh.hear(hearing, intent);
            case Step.OfferedToRegister(String words) ->
                intent instanceof Intent.Unclear(String text)
                                && desks.reporting().gist().isOnlyPlace(text)
                        ? desks.reporting().begin(hearing, words + "，" + text)
                        : fresh.hear(hearing, intent);
            case Step.ChoosingAnswer _, Step.ChoosingHome _, Step.ChoosingRequest _ ->
                intent instanceof Intent.Number(int number) ? choose(hearing, number) : unchosen(hearing, intent);
            case Step.Withdrawing step -> withdrawing(hearing, intent, step);
            case Step.Moving step -> moving(hearing, intent, step);
            case Step.AskedWhat _, Step.AskedWhere _, Step.ChoosingPlace _, Step.Confirming _ ->
                inDraft(hearing, intent);
        };
    }

    /** The same where nothing but the conversation moves on; empty where more may come of the words. */
    Mono<Turn> withoutEffects(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.Idle _, Step.Reading _, Step.Answered _, Step.OfferedToRegister _ ->
                fresh.withoutEffects(hearing, intent);
            case Step.ChoosingAnswer _ ->
                intent instanceof Intent.Number(int number)
                        ? choose(hearing, number)
                        : fresh.withoutEffects(hearing, intent);
            case Step.AskedWhat _, Step.AskedWhere _, Step.ChoosingPlace _, Step.Confirming _ ->
                mayDoMore(hearing.step(), intent) ? Mono.empty() : inDraft(hearing, intent);
            case Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.Withdrawing _,
                    Step.Moving _ -> Mono.empty();
        };
    }

    /** Registers what is being told, tells of a home, or is about a request made before. */
    private static boolean mayDoMore(Step draft, Intent intent) {
        return switch (intent) {
            case Intent.Urge _, Intent.Withdraw _, Intent.Bind _, Intent.Command _ -> true;
            case Intent.SmallTalk(SmallTalkKind kind) ->
                draft instanceof Step.Confirming && kind == SmallTalkKind.ACKNOWLEDGE;
            case Intent.Ask _,
                    Intent.Report _,
                    Intent.Unclear _,
                    Intent.Unsure _,
                    Intent.Number _,
                    Intent.Unsolved _,
                    Intent.Add _,
                    Intent.Correct _ -> false;
        };
    }

    /** 是的，撤销 confirms; 好的 may be said of anything. */
    private Mono<Turn> withdrawing(Hearing hearing, Intent intent, Step.Withdrawing step) {
        if (Amendments.isConfirmed(hearing.words())) {
            return desks.amendments().withdraw(hearing, step);
        }
        return intent instanceof Intent.SmallTalk(SmallTalkKind kind) && kind == SmallTalkKind.ACKNOWLEDGE
                ? desks.amendments().askAgain(hearing, step)
                : fresh.hear(hearing.anew(), intent);
    }

    /** Only what can be an answer is read as the right place: a question, an urge or a report may name one as well. */
    private Mono<Turn> moving(Hearing hearing, Intent intent, Step.Moving step) {
        boolean answers = intent instanceof Intent.Unclear
                || intent instanceof Intent.Unsure
                || intent instanceof Intent.Number
                || intent instanceof Intent.Bind;
        Mono<Turn> otherwise = Mono.defer(() -> answers
                ? Mono.just(hearing.stay(phrases.requests().moveUnclear()))
                : fresh.hear(hearing.anew(), intent));
        return answers || intent instanceof Intent.Correct
                ? desks.amendments().where(hearing, step).switchIfEmpty(otherwise)
                : otherwise;
    }

    private Mono<Turn> choose(Hearing hearing, int number) {
        return switch (hearing.step()) {
            case Step.ChoosingAnswer choosing ->
                desks.articles()
                        .chosen(choosing, number, hearing.now())
                        .switchIfEmpty(Mono.fromSupplier(() -> desks.answers()
                                .chosen(choosing, number, hearing.now())
                                .orElseGet(() -> hearing.stay(
                                        phrases.noSuchChoice(choosing.entries().size())))));
            case Step.ChoosingHome(List<Place> places) ->
                picked(hearing, places, number, place -> desks.homes().moveIn(hearing, place));
            case Step.ChoosingRequest choosing -> picked(hearing, choosing, number);
            default -> Mono.just(hearing.stay(phrases.notAChoice()));
        };
    }

    private Mono<Turn> unchosen(Hearing hearing, Intent intent) {
        return hearing.step() instanceof Step.ChoosingHome
                ? desks.homes().tell(hearing, hearing.words())
                : fresh.hear(hearing.step() instanceof Step.ChoosingRequest ? hearing.anew() : hearing, intent);
    }

    private Mono<Turn> picked(Hearing hearing, List<Place> places, int number, Function<Place, Mono<Turn>> then) {
        return number >= 1 && number <= places.size()
                ? then.apply(places.get(number - 1))
                : Mono.just(hearing.stay(phrases.noSuchChoice(places.size())));
    }

    private Mono<Turn> picked(Hearing hearing, Step.ChoosingRequest choosing, int number) {
        int count = choosing.requests().size();
        return number >= 1 && number <= count
                ? desks.sequels().chosen(hearing, choosing, number)
                : Mono.just(hearing.stay(phrases.noSuchChoice(count)));
    }

    /** A question or an urge in passing leaves the draft where it is; everything else belongs to it. */
    private Mono<Turn> inDraft(Hearing hearing, Intent intent) {
        boolean complete = hearing.step() instanceof Step.Confirming;
        if (intent instanceof Intent.Urge && !(hearing.step() instanceof Step.AskedWhat)) {
            return desks.sequels()
                    .wish(hearing, Wish.URGE)
                    .map(turn -> reminded(turn, complete))
                    .switchIfEmpty(Mono.defer(() -> collect(hearing, intent)));
        }
        if (intent instanceof Intent.Withdraw) {
            return Steps.draft(hearing.step())
                            .filter(draft -> desks.reporting().gist().isBeside(hearing.words(), draft))
                            .isPresent()
                    ? Mono.just(hearing.stay(phrases.beforeTheDraft(phrases.notForADraft(), complete)))
                    : commands.obey(hearing, CommandKind.WITHDRAW);
        }
        return inPassing(hearing, intent).switchIfEmpty(Mono.defer(() -> collect(hearing, intent)));
    }

    /** What is said while a matter is told and is no part of it, answered without touching it; empty for everything else. */
    private Mono<Turn> inPassing(Hearing hearing, Intent intent) {
        boolean complete = hearing.step() instanceof Step.Confirming;
        return intent instanceof Intent.SmallTalk(SmallTalkKind kind)
                ? Mono.justOrEmpty(courtesy(hearing.step(), kind)).map(hearing::stay)
                : aside(hearing, intent, complete);
    }

    /** 好的 confirms what waits for it. */
    private Optional<String> courtesy(Step step, SmallTalkKind kind) {
        return switch (step) {
            case Step.AskedWhat _ -> Optional.of(phrases.smallTalk(kind));
            case Step.AskedWhere _ -> Optional.of(phrases.smallTalkInDraft(kind, false));
            case Step.Confirming _
            when kind != SmallTalkKind.ACKNOWLEDGE -> Optional.of(phrases.smallTalkInDraft(kind, true));
            case Step.Confirming _,
                    Step.ChoosingPlace _,
                    Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _,
                    Step.Withdrawing _,
                    Step.Moving _,
                    Step.Reading _ -> Optional.empty();
        };
    }

    private Turn reminded(Turn turn, boolean complete) {
        return Steps.isDraft(turn.next()) ? turn.saying(text -> phrases.beforeTheDraft(text, complete)) : turn;
    }

    /** What is wrong stays part of the draft, however it is put; so does whatever names a place. */
    private Mono<Turn> aside(Hearing hearing, Intent intent, boolean complete) {
        boolean asks = intent instanceof Intent.Ask(String text, boolean trouble)
                && !(complete && trouble)
                && !(hearing.step() instanceof Step.AskedWhat)
                && !desks.reporting().gist().namesPlace(text);
        boolean aboutTheDraft = hearing.step() instanceof Step.AskedWhere
                && hearing.words().length() <= LONGEST_WHY
                && WHY.stream().anyMatch(hearing.words()::contains);
        return asks
                ? desks.answers()
                        .aside(hearing.words(), hearing.now(), !aboutTheDraft)
                        .map(text -> hearing.stay(phrases.beforeTheDraft(text, complete)))
                : Mono.empty();
    }

    private Mono<Turn> collect(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.AskedWhat(Draft draft) ->
                intent instanceof Intent.Bind(String place)
                        ? desks.homes().tell(hearing, place)
                        : desks.reporting().what(hearing, draft);
            case Step.AskedWhere(Draft draft, int asked) -> desks.reporting().where(hearing, draft, asked, intent);
            case Step.ChoosingPlace(Draft draft, List<Place> places) ->
                intent instanceof Intent.Number(int number)
                        ? picked(
                                hearing,
                                places,
                                number,
                                place -> desks.reporting().placed(hearing, place))
                        : desks.reporting().where(hearing, draft, 1, intent);
            case Step.Confirming(Draft draft) ->
                // Every other courtesy was answered in passing.
                intent instanceof Intent.SmallTalk(SmallTalkKind kind) && kind == SmallTalkKind.ACKNOWLEDGE
                        ? desks.reporting().submit(hearing, draft)
                        : desks.reporting().more(hearing, draft, intent);
            default -> fresh.hear(hearing, intent);
        };
    }
}
