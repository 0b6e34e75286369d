package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.community.phrase.RequestPhrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.knowledge.analysis.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A request that was made is taken back, after one more question, or moved to where it really is. */
public final class Amendments {
    /** What stands before the right place when the wrong one is named as well: 不是3栋，是5栋. */
    private static final List<String> BEFORE_THE_RIGHT_ONE = List.of("应该是", "改成", "改为", "改到", "而是", "是");

    /** 是的 and 可以 may answer something else; these cannot. */
    private static final Set<String> CONFIRMATIONS =
            Set.of("确认", "确认撤销", "确认撤回", "撤销", "撤回", "是的撤销", "是的撤回", "是撤销", "对撤销");

    private final PlaceResolver places;
    private final Intake intake;
    private final RequestPhrases phrases;

    public Amendments(PlaceResolver places, Intake intake, Phrases phrases) {
        this.places = places;
        this.intake = intake;
        this.phrases = phrases.requests();
    }

    /** Nobody takes back a danger, or what was told in confidence, by a word: a person calls first, and reads what was said. */
    Mono<Turn> askToWithdraw(Hearing hearing, ServiceRequest request) {
        return isCalledBack(request) ? calledBack(hearing, request) : Mono.just(asking(hearing, request));
    }

    private Mono<Turn> calledBack(Hearing hearing, ServiceRequest request) {
        return intake.add(hearing, request, Optional.empty()).map(noted -> Turn.say(phrases.calledBack(noted)));
    }

    static boolean isCalledBack(ServiceRequest request) {
        return request.isSensitive() || request.standing().tier() == Tier.P0;
    }

    private Turn asking(Hearing hearing, ServiceRequest request) {
        return Turn.say(
                phrases.withdrawing(request), new Step.Withdrawing(request.id().value(), hearing.now()), Kind.TALKED);
    }

    /** 不用了 said once more may mean either, 好的 anything; so it is asked once more. */
    Mono<Turn> askAgain(Hearing hearing, Step.Withdrawing step) {
        return intake.find(new RequestId(step.request())).map(request -> asking(hearing, request));
    }

    /** Whether the words can mean nothing else than yes to that question. */
    static boolean isConfirmed(String words) {
        return CONFIRMATIONS.contains(PlainText.squeezed(words));
    }

    /** 确认 after that question. What has become a danger since is not taken back. */
    Mono<Turn> withdraw(Hearing hearing, Step.Withdrawing step) {
        return intake.find(new RequestId(step.request()))
                .flatMap(request -> isCalledBack(request) ? calledBack(hearing, request) : withdrawn(hearing, step));
    }

    private Mono<Turn> withdrawn(Hearing hearing, Step.Withdrawing step) {
        return intake.act(hearing, new RequestId(step.request()), known -> new Action.Withdraw(false))
                .map(request -> Turn.say(
                        request.state() == RequestState.WITHDRAWN
                                ? phrases.withdrawn(request)
                                : phrases.notWithdrawn(request)));
    }

    Turn keep() {
        return Turn.say(phrases.kept());
    }

    /** The words may name the right place; otherwise it is asked for. */
    Mono<Turn> move(Hearing hearing, ServiceRequest request, String words) {
        return right(words, request)
                .map(place -> moved(hearing, request, place))
                .orElseGet(() -> Mono.just(Turn.say(
                        phrases.moving(request), new Step.Moving(request.id().value(), hearing.now()), Kind.TALKED)));
    }

    /** An answer to where it really is; empty when the words name no place. */
    Mono<Turn> where(Hearing hearing, Step.Moving step) {
        return intake.find(new RequestId(step.request()))
                .flatMap(request -> Mono.justOrEmpty(right(hearing.words(), request))
                        .flatMap(place -> moved(hearing, request, place)));
    }

    private Mono<Turn> moved(Hearing hearing, ServiceRequest request, Place place) {
        return intake.locate(hearing, request.id(), Optional.of(place))
                .map(now -> Turn.say(now.state().isOpen() ? phrases.moved(now) : phrases.notMoved(now)));
    }

    /** The place the words correct to, read as whoever spoke of the request's own place would mean it. */
    private Optional<Place> right(String words, ServiceRequest request) {
        Optional<Place> before =
                known(places.resolve(request.submission().place().fullAddress()));
        return BEFORE_THE_RIGHT_ONE.stream()
                .filter(words::contains)
                .map(mark -> words.substring(words.lastIndexOf(mark) + mark.length()))
                .flatMap(rest -> known(places.resolve(rest, before)).stream())
                .findFirst()
                .or(() -> known(places.resolve(words, before)));
    }

    private static Optional<Place> known(PlaceFinding finding) {
        return switch (finding) {
            case PlaceFinding.Exact(Place place) -> Optional.of(place);
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) ->
                heard.isEmpty() ? Optional.of(place) : Optional.empty();
            case PlaceFinding.Ambiguous ambiguous -> Optional.empty();
            case PlaceFinding.Missing missing -> Optional.empty();
        };
    }
}
