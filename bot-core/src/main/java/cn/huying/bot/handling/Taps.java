package cn.huying.bot.handling;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.handling.lifecycle.WorkCards;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What taps on cards do: the same operations as the worker's page, under the same rules. The first tap wins, for the request's store lets
 * one change after the other through; whoever comes after is told who has it.
 */
public final class Taps {
    private static final String TAKEN = "card.told.taken";
    private static final String MOVED_ON = "card.told.moved_on";

    private final Requests requests;
    private final LifeCycle lifeCycle;
    private final WorkCards cards;
    private final CardCodes codes;
    private final Texts texts;
    private final Clock clock;

    public Taps(Requests requests, LifeCycle lifeCycle, WorkCards cards, CardCodes codes, Texts texts, Clock clock) {
        this.requests = requests;
        this.lifeCycle = lifeCycle;
        this.cards = cards;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    /** Every text this class asks for by itself, for checking the files at start. */
    public static List<TextKey> texts() {
        return List.of(TextKey.of(TAKEN, "who"), TextKey.of(MOVED_ON));
    }

    /** Reported again, a tap changes nothing and is answered as before. */
    public Mono<Answer> tap(Click click) {
        return Mono.justOrEmpty(cards.worker(click.worker()))
                .flatMap(worker -> requests.find(click.request()).flatMap(request -> answer(click, worker, request)))
                .defaultIfEmpty(new Answer.Ignored());
    }

    private Mono<Answer> answer(Click click, Worker worker, ServiceRequest request) {
        if (WorkCards.outdated(request, click.seen()) || !cards.concerns(request, worker)) {
            return Mono.just(told(MOVED_ON, request));
        }
        Mono<Void> kept = click.code().isEmpty()
                ? Mono.empty()
                : codes.keep(click.request().value(), click.worker(), click.code(), clock.instant());
        return kept.then(Mono.defer(() -> done(click, worker)));
    }

    private Mono<Answer> done(Click click, Worker worker) {
        return switch (click.tap()) {
            case SIGN, CONTACT, MISS, TAKE_UP -> act(click, worker, "");
            case RETURN_AREA, RETURN_DUTY, RETURN_KNOWN ->
                act(click, worker, texts.render(click.tap().reasonKey(), Map.of()));
            case RETURN, STAY, OPEN -> face(click, worker);
        };
    }

    private Mono<Answer> act(Click click, Worker worker, String words) {
        Actor actor = new Actor(click.tap().role(), worker.id().value(), worker.level(), click.via());
        return requests.act(click.request(), click.tap().action(words), actor).flatMap(next -> switch (next) {
            case Moved _ -> Mono.just(new Answer.Shown());
            case Refused _ ->
                requests.find(click.request())
                        .flatMap(request ->
                                hasAnother(request, worker) ? Mono.just(told(TAKEN, request)) : face(click, worker));
        });
    }

    private boolean hasAnother(ServiceRequest request, Worker worker) {
        String holder = cards.holder(request);
        return !holder.isEmpty() && !holder.equals(worker.name());
    }

    private Answer told(String key, ServiceRequest request) {
        return new Answer.Told(texts.render(key, Map.of("who", cards.holder(request))));
    }

    /** Another face for one card; the request stays as it is. */
    private Mono<Answer> face(Click click, Worker worker) {
        return requests.tell(click.request(), request -> List.of(faceOf(click, worker, request)))
                .thenReturn(new Answer.Shown());
    }

    private OutboxEntry faceOf(Click click, Worker worker, ServiceRequest request) {
        String id = "t" + click.via();
        return click.tap() == Tap.RETURN && lifeCycle.offers(Tap.RETURN, request, worker, clock.instant())
                ? cards.asking(request, worker, id)
                : cards.standing(request, worker, tap -> lifeCycle.offers(tap, request, worker, clock.instant()), id);
    }
}
