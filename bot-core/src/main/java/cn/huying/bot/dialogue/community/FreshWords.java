package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.matter.Gist;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.Entry;
import java.util.List;
import reactor.core.publisher.Mono;

/** What words mean when nothing is open, or when they are no answer to what is. */
final class FreshWords {
    /** 我要补充 says nothing yet. */
    private static final int BARE_ADDITION = 4;

    private final Desks desks;
    private final Commands commands;
    private final Phrases phrases;

    FreshWords(Desks desks, Commands commands, Phrases phrases) {
        this.desks = desks;
        this.commands = commands;
        this.phrases = phrases;
    }

    /** The words may be about a request made before, else they are about something new. */
    Mono<Turn> hear(Hearing hearing, Intent intent) {
        Mono<Turn> earlier =
                switch (intent) {
                    case Intent.Urge _ -> desks.sequels().wish(hearing, Wish.URGE);
                    case Intent.Unsolved _ -> desks.sequels().wish(hearing, Wish.REWORK);
                    case Intent.Add(String text) ->
                        text.strip().length() <= BARE_ADDITION
                                ? desks.sequels().howToChange(hearing)
                                : desks.sequels().fulfilled(hearing, Wish.ANSWER);
                    case Intent.Withdraw _ -> desks.sequels().fulfilled(hearing, Wish.WITHDRAW);
                    case Intent.Correct(String text) -> desks.sequels().fulfilled(hearing, corrected(text));
                    case Intent.Number _, Intent.Bind _, Intent.Report _, Intent.Unclear _, Intent.Unsure _ ->
                        desks.sequels().answer(hearing, intent);
                    case Intent.Command _, Intent.SmallTalk _, Intent.Ask _ -> Mono.empty();
                };
        return earlier.switchIfEmpty(Mono.defer(() -> anew(hearing, intent)));
    }

    /** The same where nothing but the conversation moves on; empty where more may come of the words. */
    Mono<Turn> withoutEffects(Hearing hearing, Intent intent) {
        Gist gist = desks.reporting().gist();
        return switch (intent) {
            case Intent.Ask _, Intent.SmallTalk _ -> anew(hearing, intent);
            case Intent.Report(String text) -> gist.isMatter(text) ? unlessAsked(hearing, intent) : Mono.empty();
            case Intent.Unclear(String text) ->
                gist.isMatterSomewhere(text) ? unlessAsked(hearing, intent) : Mono.empty();
            case Intent.Command _,
                    Intent.Number _,
                    Intent.Bind _,
                    Intent.Urge _,
                    Intent.Unsolved _,
                    Intent.Add _,
                    Intent.Withdraw _,
                    Intent.Correct _,
                    Intent.Unsure _ -> Mono.empty();
        };
    }

    /** Whoever was asked something may be answering. */
    private Mono<Turn> unlessAsked(Hearing hearing, Intent intent) {
        return desks.sequels().mayAnswer(hearing).flatMap(asked -> asked ? Mono.<Turn>empty() : anew(hearing, intent));
    }

    /** What is wrong with it: where it is, or something else, which is kept as it was said. */
    private Wish corrected(String text) {
        return Reporting.speaksOfPlace(text) || desks.reporting().gist().namesPlace(text) ? Wish.MOVE : Wish.ANSWER;
    }

    private Mono<Turn> anew(Hearing hearing, Intent intent) {
        return switch (intent) {
            case Intent.Command(CommandKind kind) -> commands.obey(hearing, kind);
            case Intent.Number(int number) -> desks.inquiries().rate(hearing, number);
            case Intent.SmallTalk(SmallTalkKind kind) -> Mono.just(talked(hearing, phrases.smallTalk(kind)));
            case Intent.Bind(String place) -> desks.homes().tell(hearing, place);
            case Intent.Ask(String text, boolean trouble) ->
                trouble && desks.reporting().gist().namesPlace(text)
                        ? desks.reporting().begin(hearing, hearing.words())
                        : answer(hearing, trouble).flatMap(turn -> orTheLaw(hearing, turn));
            case Intent.Report(String text) ->
                desks.reporting().gist().isMatter(text)
                        ? desks.reporting().hear(hearing)
                        : desks.alarms()
                                .remark(hearing)
                                .switchIfEmpty(
                                        Mono.defer(() -> desks.reporting().hear(hearing)));
            case Intent.Urge _, Intent.Unsolved _ -> desks.reporting().hear(hearing);
            case Intent.Unclear(String text) -> unclear(hearing, text);
            case Intent.Unsure(String text) -> unclear(hearing, text);
            case Intent.Add(String text) ->
                text.strip().length() <= BARE_ADDITION
                        ? Mono.just(hearing.stay(phrases.requests().nothingTo(Wish.MOVE, text)))
                        : unclear(hearing, text);
            case Intent.Withdraw(String text) ->
                unclear(hearing, text).map(turn -> isUnanswered(turn) ? nothingToTakeBack(hearing) : turn);
            case Intent.Correct(String text) -> unclear(hearing, text);
        };
    }

    /** Courtesy does not end what an answer that was read may be asked of. */
    private static Turn talked(Hearing hearing, String text) {
        return Steps.isNothingAsked(hearing.step()) ? hearing.stay(text) : Turn.say(text);
    }

    private Mono<Turn> unclear(Hearing hearing, String text) {
        Gist gist = desks.reporting().gist();
        if (gist.isMatterSomewhere(text)) {
            return desks.reporting().begin(hearing, hearing.words());
        }
        return gist.isToldAtLength(text)
                ? atLength(hearing)
                : answer(hearing, gist.isMatter(text))
                        .flatMap(turn -> isUnanswered(turn) || turn.next() instanceof Step.AskedWhat
                                ? desks.alarms().remark(hearing).defaultIfEmpty(turn)
                                : Mono.just(turn));
    }

    /** Who tells a story and asks nothing wants something done; the entry on it is named, not read out. */
    private Mono<Turn> atLength(Hearing hearing) {
        return desks.answers()
                .find(hearing.words(), hearing.now())
                .flatMap(found -> desks.reporting()
                        .begin(hearing, hearing.words())
                        .map(turn -> desks.answers().naming(turn, found)));
    }

    private static boolean isUnanswered(Turn turn) {
        return turn.next() instanceof Step.OfferedToRegister || turn.next() instanceof Step.ChoosingAnswer;
    }

    private Turn nothingToTakeBack(Hearing hearing) {
        return hearing.stay(phrases.requests().nothingTo(Wish.WITHDRAW, hearing.words()));
    }

    /** @param trouble whether the words tell of something wrong: then what has no answer is registered */
    private Mono<Turn> answer(Hearing hearing, boolean trouble) {
        return desks.answers().find(hearing.words(), hearing.now()).flatMap(found -> switch (found) {
            case Finding.Direct(Entry entry, double score) ->
                Mono.just(desks.answers().direct(entry, hearing, trouble));
            case Finding.Choices(List<Entry> entries) ->
                Mono.just(desks.answers().choices(entries, hearing.words()));
            case Finding.Unknown unknown ->
                trouble ? desks.reporting().begin(hearing, hearing.words()) : Mono.just(unanswered(hearing));
        });
    }

    /** A plain question nothing answers may be one of law; an article it names is nearer than choices. */
    private Mono<Turn> orTheLaw(Hearing hearing, Turn turn) {
        return switch (turn.outcome().kind()) {
            case NOT_FOUND ->
                desks.articles()
                        .instead(hearing.words(), hearing.origin().inboxId(), hearing.now())
                        .defaultIfEmpty(turn);
            case OFFERED_CHOICES ->
                desks.articles()
                        .named(hearing.words(), hearing.origin().inboxId(), hearing.now())
                        .defaultIfEmpty(turn);
            case SILENT,
                    TALKED,
                    ANSWERED,
                    ASKED_WHAT,
                    ASKED_WHERE,
                    ASKED_TO_CONFIRM,
                    REGISTERED,
                    HANDED_TO_STAFF,
                    EMERGENCY -> Mono.just(turn);
        };
    }

    private Turn unanswered(Hearing hearing) {
        return desks.reporting()
                .askWhatThere(hearing)
                .orElseGet(() -> desks.answers().missing(hearing, hearing.words()));
    }
}
