package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.Entry;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What words mean in the light of what was asked last, and what they mean when nothing was. */
final class OpenSteps {
    private final Desks desks;
    private final Commands commands;
    private final Phrases phrases;

    OpenSteps(Desks desks, Commands commands, Phrases phrases) {
        this.desks = desks;
        this.commands = commands;
        this.phrases = phrases;
    }

    Mono<Turn> hear(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.Idle _, Step.Reading _ -> fresh(hearing, intent);
            case Step.OfferedToRegister(String words) ->
                intent instanceof Intent.Unclear(String text)
                                && desks.reporting().isOnlyPlace(text)
                        ? desks.reporting().begin(hearing, words + "，" + text)
                        : fresh(hearing, intent);
            case Step.ChoosingAnswer _, Step.ChoosingHome _, Step.ChoosingRequest _ ->
                intent instanceof Intent.Number(int number) ? choose(hearing, number) : unchosen(hearing, intent);
            case Step.AskedWhereUrgently(String request) ->
                intent instanceof Intent.SmallTalk
                        ? Mono.just(hearing.stay(phrases.requests().emergencyWhere()))
                        : desks.alarms()
                                .where(hearing, request)
                                .switchIfEmpty(Mono.defer(() -> fresh(hearing.anew(), intent)));
            case Step.AskedWhat _, Step.AskedWhere _, Step.ChoosingPlace _, Step.Confirming _ ->
                inDraft(hearing, intent);
        };
    }

    private Mono<Turn> choose(Hearing hearing, int number) {
        return switch (hearing.step()) {
            case Step.ChoosingAnswer choosing ->
                Mono.just(desks.answers()
                        .chosen(choosing, number)
                        .orElseGet(() -> hearing.stay(
                                phrases.noSuchChoice(choosing.entries().size()))));
            case Step.ChoosingHome(List<Place> places) ->
                picked(hearing, places, number, place -> desks.homes().moveIn(hearing, place));
            case Step.ChoosingRequest choosing -> picked(hearing, choosing, number);
            default -> Mono.just(hearing.stay(phrases.notAChoice()));
        };
    }

    private Mono<Turn> unchosen(Hearing hearing, Intent intent) {
        return hearing.step() instanceof Step.ChoosingHome
                ? desks.homes().tell(hearing, hearing.words())
                : fresh(hearing.step() instanceof Step.ChoosingRequest ? hearing.anew() : hearing, intent);
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
        return aside(hearing, intent, complete).switchIfEmpty(Mono.defer(() -> collect(hearing, intent)));
    }

    private Turn reminded(Turn turn, boolean complete) {
        return Steps.isDraft(turn.next()) ? turn.saying(text -> phrases.beforeTheDraft(text, complete)) : turn;
    }

    /** What is wrong stays part of the draft, however it is put; so does whatever names a place. */
    private Mono<Turn> aside(Hearing hearing, Intent intent, boolean complete) {
        boolean asks = intent instanceof Intent.Ask(String text, boolean trouble)
                && !(complete && trouble)
                && !(hearing.step() instanceof Step.AskedWhat)
                && !desks.reporting().namesPlace(text);
        return asks
                ? desks.answers()
                        .aside(hearing.words(), hearing.now())
                        .map(text -> hearing.stay(phrases.beforeTheDraft(text, complete)))
                : Mono.empty();
    }

    private Mono<Turn> collect(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.AskedWhat(Draft draft) ->
                switch (intent) {
                    case Intent.SmallTalk(SmallTalkKind kind) -> Mono.just(hearing.stay(phrases.smallTalk(kind)));
                    case Intent.Bind(String place) -> desks.homes().tell(hearing, place);
                    default -> desks.reporting().what(hearing, draft);
                };
            case Step.AskedWhere(Draft draft, int asked) ->
                intent instanceof Intent.SmallTalk(SmallTalkKind kind)
                        ? Mono.just(hearing.stay(phrases.smallTalkInDraft(kind, false)))
                        : desks.reporting().where(hearing, draft, asked);
            case Step.ChoosingPlace(Draft draft, List<Place> places) ->
                intent instanceof Intent.Number(int number)
                        ? picked(
                                hearing,
                                places,
                                number,
                                place -> desks.reporting().placed(hearing, place))
                        : desks.reporting().where(hearing, draft, 1);
            case Step.Confirming(Draft draft) -> beforeConfirming(hearing, draft, intent);
            default -> fresh(hearing, intent);
        };
    }

    private Mono<Turn> beforeConfirming(Hearing hearing, Draft draft, Intent intent) {
        if (intent instanceof Intent.SmallTalk(SmallTalkKind kind)) {
            return kind == SmallTalkKind.ACKNOWLEDGE
                    ? desks.reporting().submit(hearing, draft)
                    : Mono.just(hearing.stay(phrases.smallTalkInDraft(kind, true)));
        }
        return desks.reporting().more(hearing, draft);
    }

    /** Nothing is open: the words may be about a request made before, else they are about something new. */
    private Mono<Turn> fresh(Hearing hearing, Intent intent) {
        Mono<Turn> earlier =
                switch (intent) {
                    case Intent.Urge _ -> desks.sequels().wish(hearing, Wish.URGE);
                    case Intent.Unsolved _ -> desks.sequels().wish(hearing, Wish.REWORK);
                    case Intent.Add _ -> desks.sequels().wish(hearing, Wish.ANSWER);
                    case Intent.Number _, Intent.Bind _, Intent.Report _, Intent.Unclear _ ->
                        desks.sequels().answer(hearing, intent);
                    case Intent.Command _, Intent.SmallTalk _, Intent.Ask _ -> Mono.empty();
                };
        return earlier.switchIfEmpty(Mono.defer(() -> anew(hearing, intent)));
    }

    private Mono<Turn> anew(Hearing hearing, Intent intent) {
        return switch (intent) {
            case Intent.Command(CommandKind kind) -> commands.obey(hearing, kind);
            case Intent.Number(int number) -> desks.inquiries().rate(hearing, number);
            case Intent.SmallTalk(SmallTalkKind kind) -> Mono.just(Turn.say(phrases.smallTalk(kind)));
            case Intent.Bind(String place) -> desks.homes().tell(hearing, place);
            case Intent.Ask(String text, boolean trouble) ->
                trouble && desks.reporting().namesPlace(text)
                        ? desks.reporting().begin(hearing, hearing.words())
                        : answer(hearing, trouble);
            case Intent.Report _, Intent.Urge _, Intent.Unsolved _ ->
                desks.reporting().begin(hearing, hearing.words());
            case Intent.Unclear(String text) -> unclear(hearing, text);
            case Intent.Add(String text) -> unclear(hearing, text);
        };
    }

    private Mono<Turn> unclear(Hearing hearing, String text) {
        return desks.reporting().isMatterSomewhere(text)
                ? desks.reporting().begin(hearing, hearing.words())
                : answer(hearing, desks.reporting().isMatter(text));
    }

    /** @param trouble whether the words tell of something wrong: then what has no answer is registered */
    private Mono<Turn> answer(Hearing hearing, boolean trouble) {
        return desks.answers().find(hearing.words(), hearing.now()).flatMap(found -> switch (found) {
            case Finding.Direct(Entry entry, double score) ->
                Mono.just(desks.answers().direct(entry, hearing.words(), trouble));
            case Finding.Choices(List<Entry> entries) ->
                Mono.just(desks.answers().choices(entries, hearing.words()));
            case Finding.Unknown unknown ->
                trouble ? desks.reporting().begin(hearing, hearing.words()) : Mono.just(unanswered(hearing));
        });
    }

    private Turn unanswered(Hearing hearing) {
        return desks.reporting()
                .askWhatThere(hearing)
                .orElseGet(() -> Turn.say(
                        phrases.answers().notFound(),
                        new Step.OfferedToRegister(hearing.words()),
                        Outcome.Kind.NOT_FOUND));
    }
}
