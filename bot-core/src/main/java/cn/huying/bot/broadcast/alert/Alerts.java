package cn.huying.bot.broadcast.alert;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.alert.AlertStore;
import cn.huying.bot.alert.Verdict;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastStore;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns official alerts into drafts that wait for approval, and ends those that are replaced or lifted. Every step may be done again: the
 * same alert taken in twice changes nothing, and an end that overtakes its beginning counts.
 */
public final class Alerts {
    private static final Set<Channel> CHANNELS = Set.of(Channel.MASS_SEND, Channel.GROUP);

    private final AlertStore alerts;
    private final BroadcastStore store;
    private final Broadcasts broadcasts;
    private final AlertRules rules;
    private final BroadcastTexts texts;
    private final AlertAreas areas;
    private final AllClears allClears;
    private final Clock clock;

    public Alerts(
            AlertStore alerts,
            BroadcastStore store,
            Broadcasts broadcasts,
            AlertRules rules,
            BroadcastTexts texts,
            AlertAreas areas,
            Clock clock) {
        this.alerts = alerts;
        this.store = store;
        this.broadcasts = broadcasts;
        this.rules = rules;
        this.texts = texts;
        this.areas = areas;
        this.allClears = new AllClears(store, alerts, texts, clock);
        this.clock = clock;
    }

    public Mono<AlertReceipt> take(Alert alert) {
        Instant now = clock.instant();
        return switch (rules.judge(alert, now)) {
            case Verdict.Refused(Verdict.Reason reason) -> Mono.just(new AlertReceipt.Refused(reason));
            case Verdict.Accepted(Alert accepted) ->
                alerts.keep(accepted).then(Mono.defer(() -> switch (accepted.kind()) {
                    case ALERT -> drafted(accepted, now);
                    case UPDATE -> drafted(accepted, now);
                    case CANCEL -> lifted(accepted, now);
                }));
        };
    }

    /** Drafts what is to be said of alerts whose time ran out; for a job. */
    public Mono<Long> endExpired() {
        return allClears.expired();
    }

    /** Those who were told are told that it is over; the draft is written after the end, so that nobody is told in between. */
    private Mono<AlertReceipt> lifted(Alert alert, Instant now) {
        return stopped(alert, now)
                .flatMap(stopped -> allClears
                        .lifted(alert)
                        .map(draft -> Optional.of(draft.id()))
                        .defaultIfEmpty(Optional.empty())
                        .map(draft -> new AlertReceipt.Lifted(stopped, draft)));
    }

    /** The new one is there before the old one ends, so that a crash in between never leaves nothing. */
    private Mono<AlertReceipt> drafted(Alert alert, Instant now) {
        Broadcast draft = draft(alert, now);
        return store.insert(draft)
                .flatMap(fresh -> stopped(alert, now)
                        .flatMap(stopped -> endedIfOvertaken(alert, now)
                                .then(store.find(draft.id()))
                                .map(kept -> fresh
                                        ? new AlertReceipt.Drafted(kept, stopped)
                                        : new AlertReceipt.Known(kept))));
    }

    private Broadcast draft(Alert alert, Instant now) {
        Broadcast draft = Broadcast.draft(
                BroadcastId.of(alert.id()),
                BroadcastKind.WEATHER_ALERT,
                Optional.of(alert.id()),
                texts.of(alert),
                new Audience(areas.of(alert.areas()), CHANNELS),
                Broadcast.ALERTS,
                now);
        return switch (draft.submit(Broadcast.ALERTS, now)) {
            case Change.Changed(Broadcast submitted) -> submitted;
            case Change.Refused _, Change.Missing _ -> draft;
        };
    }

    private Mono<Integer> stopped(Alert alert, Instant now) {
        return Flux.fromIterable(alert.references())
                .concatMap(earlier -> stop(earlier, alert, now))
                .filter(Change.Changed.class::isInstance)
                .count()
                .map(Long::intValue);
    }

    private Mono<Change> stop(AlertId earlier, Alert by, Instant now) {
        return broadcasts.change(BroadcastId.of(earlier), known -> switch (by.kind()) {
            case CANCEL -> known.liftedBy(by.id(), now);
            case ALERT, UPDATE -> known.replacedBy(by.id(), now);
        });
    }

    private Mono<Void> endedIfOvertaken(Alert alert, Instant now) {
        return alerts.isSuperseded(alert.id())
                .filter(overtaken -> overtaken)
                .flatMap(_ -> broadcasts.change(BroadcastId.of(alert.id()), known -> known.liftedBy(alert.id(), now)))
                .then();
    }
}
