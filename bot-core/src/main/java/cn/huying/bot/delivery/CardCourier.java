package cn.huying.bot.delivery;

import cn.huying.bot.delivery.Target.WorkerCard;
import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.delivery.channel.Card.Button;
import cn.huying.bot.delivery.channel.Card.Fact;
import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.delivery.channel.CardText;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.delivery.channel.WorkerCards;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Carries cards to workers' phones, and new faces to cards already there. What an update cannot reach any more (no code, a used one, one
 * too old) is let be: the next tap on that card brings a new code and is answered with how things stand.
 */
public final class CardCourier {
    /** The name of the button that opens the worker's page; every other one sends. */
    public static final String OPEN = "open";

    private static final Duration CODES_AWAY = Duration.ofSeconds(5);
    private static final List<String> FACTS = List.of("number", "unit", "place");
    private static final Logger LOG = LoggerFactory.getLogger(CardCourier.class);

    private final WorkerCards cards;
    private final CardCodes codes;
    private final RobotBucket bucket;
    private final Texts texts;

    /** @param bucket keeps each worker's cards below the platform's limit, beyond which it drops messages without a word */
    public CardCourier(WorkerCards cards, CardCodes codes, RobotBucket bucket, Texts texts) {
        this.cards = cards;
        this.codes = codes;
        this.bucket = bucket;
        this.texts = texts;
    }

    /** Every text this class asks for by itself, for checking the files at start. */
    public static List<TextKey> texts() {
        return FACTS.stream().map(fact -> TextKey.of("card.fact." + fact)).toList();
    }

    Mono<Attempt> carry(String task, WorkerCard target, Instant now) {
        Card card = card(task, target.text());
        return target.update() ? update(target, card) : send(task, target, card, now);
    }

    private Mono<Attempt> send(String task, WorkerCard target, Card card, Instant now) {
        return bucket.queue(laneOf(target.to()), task, false)
                .flatMap(pause -> pause.isZero()
                        ? cards.send(target.to(), card)
                                .flatMap(result -> kept(target, result, now).thenReturn(new Attempt.Answered(result)))
                        : Mono.just(new Attempt.Postponed(pause)));
    }

    private static GridId laneOf(WorkerId worker) {
        return new GridId("card " + worker);
    }

    /** A card whose code is lost is a card all the same. */
    private Mono<Void> kept(WorkerCard target, DeliveryResult result, Instant now) {
        return result instanceof DeliveryResult.Delivered(String code) && !code.isEmpty()
                ? codes.keep(target.about(), target.to(), code, now).onErrorResume(error -> {
                    LOG.warn("the code of a card was not kept: {}", error.toString());
                    return Mono.empty();
                })
                : Mono.empty();
    }

    private Mono<Attempt> update(WorkerCard target, Card card) {
        return codes.find(target.about(), target.to())
                .flatMap(code -> cards.update(target.to(), code, card).flatMap(result -> used(target, code, result)))
                .map(CardCourier::settled)
                .defaultIfEmpty(new Attempt.Answered(new DeliveryResult.Delivered("")))
                .onErrorResume(error -> {
                    LOG.warn("the codes of cards cannot be asked: {}", error.toString());
                    return Mono.just(new Attempt.Postponed(CODES_AWAY));
                });
    }

    private Mono<DeliveryResult> used(WorkerCard target, String code, DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Delivered _, DeliveryResult.Refused _, DeliveryResult.Unreachable _ ->
                codes.drop(target.about(), target.to(), code).thenReturn(result);
            case DeliveryResult.RetryAfter _, DeliveryResult.ChannelDown _, DeliveryResult.Unknown _ ->
                Mono.just(result);
        };
    }

    private static Attempt settled(DeliveryResult result) {
        return new Attempt.Answered(
                switch (result) {
                    case DeliveryResult.Refused _, DeliveryResult.Unreachable _ -> new DeliveryResult.Delivered("");
                    case DeliveryResult.Delivered _,
                            DeliveryResult.RetryAfter _,
                            DeliveryResult.ChannelDown _,
                            DeliveryResult.Unknown _ -> result;
                });
    }

    private Card card(String task, CardText text) {
        List<Fact> facts = FACTS.stream()
                .filter(fact -> !text.param(fact).isEmpty())
                .map(fact -> new Fact(texts.render("card.fact." + fact, Map.of()), text.param(fact)))
                .toList();
        return new Card(
                task,
                texts.render(text.title(), text.params()),
                texts.render(text.status(), text.params()),
                facts,
                text.param("link"),
                buttons(text).toList());
    }

    private Stream<Button> buttons(CardText text) {
        return text.taps().stream()
                .map(tap -> new Button(
                        tap, texts.render("card.tap." + tap, Map.of()), tap.equals(OPEN) ? text.param("link") : ""));
    }
}
