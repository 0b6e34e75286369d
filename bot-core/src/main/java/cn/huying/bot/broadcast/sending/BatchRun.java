package cn.huying.bot.broadcast.sending;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.Outcome;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.RecipientStore.Row;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends one claimed batch and tells what became of it. Never errors because of a channel. */
final class BatchRun {
    /** The platform refuses the same key again within a minute, whatever became of it. */
    static final Duration SAME_KEY_AGAIN = Duration.ofSeconds(61);

    static final Duration CHANNEL_DOWN = Duration.ofMinutes(5);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(20);
    private static final int CONCURRENCY = 8;
    private static final int BUSY = -1;
    private static final int MOST_PATIENCE = 10;
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Carrier carrier;
    private final RecipientStore recipients;
    private final BroadcastTexts texts;
    private final Clock clock;

    BatchRun(Carrier carrier, RecipientStore recipients, BroadcastTexts texts, Clock clock) {
        this.carrier = carrier;
        this.recipients = recipients;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a batch goes back to when it was claimed and nothing was done. */
    Progress untouched(Batch claimed) {
        return new Progress.Waiting(clock.instant(), again(claimed));
    }

    Mono<Progress> send(Batch claimed, Broadcast broadcast) {
        return recipients.rows(claimed.id()).collectList().flatMap(rows -> switch (claimed.channel()) {
            case MASS_SEND -> massSend(claimed, broadcast, rows);
            case CUSTOMER_SERVICE, GROUP ->
                again(claimed) ? abandoned(claimed, rows) : oneByOne(claimed, broadcast, rows);
        });
    }

    private static boolean again(Batch claimed) {
        return claimed.progress() instanceof Progress.Sending(String _, Instant _, boolean again) && again;
    }

    private Mono<Progress> massSend(Batch claimed, Broadcast broadcast, List<Row> rows) {
        List<OpenId> to = rows.stream()
                .flatMap(row -> switch (row.recipient()) {
                    case Recipient.Resident(var _, var as) -> Stream.of(as.openId());
                    case Recipient.Group _ -> Stream.<OpenId>empty();
                })
                .toList();
        AppId account = new AppId(claimed.account());
        return safely(carrier.toMany(
                        account, claimed.id().key(), broadcast.content().text(), to))
                .map(result -> afterMassSend(claimed, to.size(), result));
    }

    private Progress afterMassSend(Batch claimed, int size, DeliveryResult result) {
        Instant now = clock.instant();
        return switch (result) {
            case DeliveryResult.Delivered(String remoteId) -> new Progress.Settled(remoteId, Tally.accepted(size));
            case DeliveryResult.RetryAfter(Duration pause, int code) -> {
                LOG.info("mass send {} waits ({})", claimed.id(), code);
                yield new Progress.Waiting(
                        now.plus(pause.multipliedBy(code == BUSY ? patience(claimed) : 1)), again(claimed));
            }
            case DeliveryResult.ChannelDown(int code) -> {
                LOG.error(
                        "the official account is banned or misconfigured ({}), mass send {} waits", code, claimed.id());
                yield new Progress.Waiting(now.plus(CHANNEL_DOWN), again(claimed));
            }
            case DeliveryResult.Unreachable(int code) -> settled(claimed, size, code);
            case DeliveryResult.Refused(int code) -> settled(claimed, size, code);
            case DeliveryResult.Unknown(String cause) -> {
                LOG.warn("mass send {} may have gone out ({}), asked again under its key", claimed.id(), cause);
                yield new Progress.Waiting(now.plus(SAME_KEY_AGAIN), true);
            }
        };
    }

    /** What is refused again and again is asked for less and less often. */
    private static int patience(Batch claimed) {
        return Math.clamp(claimed.attempts(), 1, MOST_PATIENCE);
    }

    private static Progress settled(Batch claimed, int size, int code) {
        LOG.error("mass send {} is refused: {}", claimed.id(), code);
        return new Progress.Settled("", Tally.failed(String.valueOf(code), size));
    }

    /** A replica died over it: whom it had told is not known, and telling them again is worse than not at all. */
    private Mono<Progress> abandoned(Batch claimed, List<Row> rows) {
        Map<Outcome, List<Recipient>> outcomes = new LinkedHashMap<>();
        Tally tally = Tally.NONE;
        for (Row row : rows) {
            Outcome outcome = row.outcome().orElseGet(Outcome.Unknown::new);
            tally = tally.plus(Tally.of(outcome));
            if (row.outcome().isEmpty()) {
                outcomes.computeIfAbsent(outcome, _ -> new ArrayList<>()).add(row.recipient());
            }
        }
        LOG.warn("batch {} was left in mid-sending: {} may or may not have got it", claimed.id(), tally.unknown());
        return recipients.record(claimed.id(), outcomes).thenReturn(new Progress.Settled("", tally));
    }

    private record Sent(Row row, DeliveryResult result) {}

    private Mono<Progress> oneByOne(Batch claimed, Broadcast broadcast, List<Row> rows) {
        return Flux.fromIterable(rows)
                .filter(row -> row.outcome().isEmpty())
                .flatMap(row -> tell(row, broadcast).map(result -> new Sent(row, result)), CONCURRENCY)
                .collectList()
                .flatMap(sent -> afterMessages(claimed, rows, sent));
    }

    private Mono<DeliveryResult> tell(Row row, Broadcast broadcast) {
        if (broadcast.isOver(clock.instant())) {
            return Mono.just(new DeliveryResult.RetryAfter(Duration.ZERO, 0));
        }
        return safely(
                switch (row.recipient()) {
                    case Recipient.Resident(var _, var as) ->
                        carrier.toOne(as, broadcast.content().text());
                    case Recipient.Group(var grid) ->
                        carrier.toGroup(grid, texts.group(broadcast.kind(), broadcast.content()));
                });
    }

    private Mono<DeliveryResult> safely(Mono<DeliveryResult> sending) {
        return sending.timeout(LONGEST_SEND, Mono.just(new DeliveryResult.Unknown("TIMEOUT")))
                .onErrorResume(error -> {
                    LOG.error("a channel failed in a way none should", error);
                    return Mono.just(new DeliveryResult.Unknown(error.getClass().getSimpleName()));
                });
    }

    private Mono<Progress> afterMessages(Batch claimed, List<Row> rows, List<Sent> sent) {
        Map<Outcome, List<Recipient>> outcomes = new LinkedHashMap<>();
        Duration pause = Duration.ZERO;
        boolean waiting = false;
        for (Sent each : sent) {
            Optional<Outcome> outcome = outcomeOf(each.result());
            outcome.ifPresent(known -> outcomes.computeIfAbsent(known, _ -> new ArrayList<>())
                    .add(each.row().recipient()));
            waiting |= outcome.isEmpty();
            pause = longer(pause, pauseOf(each.result()));
        }
        Progress next = waiting
                ? new Progress.Waiting(clock.instant().plus(pause), false)
                : new Progress.Settled("", tally(rows, outcomes));
        return recipients.record(claimed.id(), outcomes).thenReturn(next);
    }

    private static Tally tally(List<Row> rows, Map<Outcome, List<Recipient>> outcomes) {
        Tally tally = Tally.NONE;
        for (Row row : rows) {
            tally = row.outcome().map(Tally::of).map(tally::plus).orElse(tally);
        }
        for (Map.Entry<Outcome, List<Recipient>> entry : outcomes.entrySet()) {
            for (int i = 0; i < entry.getValue().size(); i++) {
                tally = tally.plus(Tally.of(entry.getKey()));
            }
        }
        return tally;
    }

    private static Optional<Outcome> outcomeOf(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Delivered _ -> Optional.of(new Outcome.Delivered());
            case DeliveryResult.Unreachable(int code) -> Optional.of(new Outcome.Failed(code));
            case DeliveryResult.Refused(int code) -> Optional.of(new Outcome.Failed(code));
            case DeliveryResult.Unknown _ -> Optional.of(new Outcome.Unknown());
            case DeliveryResult.RetryAfter _, DeliveryResult.ChannelDown _ -> Optional.empty();
        };
    }

    private static Duration pauseOf(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.RetryAfter(Duration pause, int _) -> pause;
            case DeliveryResult.ChannelDown(int code) -> {
                LOG.error("a channel is banned or misconfigured ({}), a broadcast waits", code);
                yield CHANNEL_DOWN;
            }
            case DeliveryResult.Delivered _,
                    DeliveryResult.Unreachable _,
                    DeliveryResult.Refused _,
                    DeliveryResult.Unknown _ -> Duration.ZERO;
        };
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
