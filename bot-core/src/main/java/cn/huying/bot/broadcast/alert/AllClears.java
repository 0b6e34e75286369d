package cn.huying.bot.broadcast.alert;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.AlertStore;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.BroadcastStore;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When a warning is over, whoever was told of it is to be told so: a draft that somebody approves like any other. Written once, however often
 * it is looked at.
 */
final class AllClears {
    /** Later it is no news that the danger has passed. */
    static final Duration WORTH_TELLING = Duration.ofHours(6);

    private static final int MOST_AT_ONCE = 200;

    private final BroadcastStore store;
    private final AlertStore alerts;
    private final BroadcastTexts texts;
    private final Clock clock;

    AllClears(BroadcastStore store, AlertStore alerts, BroadcastTexts texts, Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.texts = texts;
        this.clock = clock;
    }

    /** The draft for what a cancellation lifts; empty when nobody was told of it, or its time was over anyway. */
    Mono<Broadcast> lifted(Alert cancellation) {
        Instant now = clock.instant();
        return Flux.fromIterable(cancellation.references())
                .concatMap(earlier -> store.find(BroadcastId.of(earlier)))
                .filter(earlier -> wasBegun(earlier) && !earlier.isOver(now))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told -> {
                    Broadcast newest = newest(told);
                    Content words = texts.lifted(newest.content(), now, now.plus(WORTH_TELLING));
                    return drafted(BroadcastId.of(cancellation.id()), cancellation.id(), words, told, now);
                });
    }

    /** Drafts what is to be said of warnings whose time ran out, and which no newer one replaced; gives how many it looked at. */
    Mono<Long> expired() {
        Instant now = clock.instant();
        return store.in(Set.of(BroadcastState.DONE, BroadcastState.EXPIRED), MOST_AT_ONCE)
                .filter(known ->
                        known.kind() == BroadcastKind.WEATHER_ALERT && wasBegun(known) && endedJustNow(known, now))
                .concatMap(known -> Mono.justOrEmpty(known.alert())
                        .filterWhen(alert -> alerts.isSuperseded(alert).map(superseded -> !superseded))
                        .flatMap(alert -> {
                            Content words = texts.over(known.content(), now.plus(WORTH_TELLING));
                            return drafted(BroadcastId.ofEndOf(alert), alert, words, List.of(known), now);
                        }))
                .count();
    }

    private static boolean endedJustNow(Broadcast known, Instant now) {
        return known.isOver(now)
                && known.content().expires().plus(WORTH_TELLING).isAfter(now);
    }

    /** Recipients were written down, so that some of them may have been told. */
    private static boolean wasBegun(Broadcast known) {
        return known.muster().recipients() > 0;
    }

    private static Broadcast newest(List<Broadcast> told) {
        return told.stream().max(Comparator.comparing(Broadcast::createdAt)).orElseThrow();
    }

    private Mono<Broadcast> drafted(BroadcastId id, AlertId alert, Content words, List<Broadcast> told, Instant now) {
        Audience audience = new Audience(
                told.stream()
                        .flatMap(earlier -> earlier.audience().grids().stream())
                        .collect(Collectors.toSet()),
                newest(told).audience().channels(),
                told.stream().map(Broadcast::id).collect(Collectors.toSet()));
        Broadcast draft = Broadcast.draft(
                id, BroadcastKind.ALL_CLEAR, Optional.of(alert), words, audience, Broadcast.ALERTS, now);
        return switch (draft.submit(Broadcast.ALERTS, now)) {
            case Change.Changed(Broadcast submitted) -> store.insert(submitted).then(store.find(id));
            case Change.Refused _, Change.Missing _ -> Mono.empty();
        };
    }
}
