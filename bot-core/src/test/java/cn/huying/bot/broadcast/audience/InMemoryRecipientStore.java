package cn.huying.bot.broadcast.audience;

import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.message.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Recipients that are forgotten with the process. */
public final class InMemoryRecipientStore implements RecipientStore {
    private final Map<BatchId, Batch> batches = new LinkedHashMap<>();
    private final Map<BatchId, List<Row>> rows = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    @Override
    public Mono<Void> write(Batch batch, List<? extends Recipient> recipients) {
        return Mono.fromRunnable(() -> writeNow(batch, recipients));
    }

    private synchronized void writeNow(Batch batch, List<? extends Recipient> recipients) {
        List<Row> written = rows.computeIfAbsent(batch.id(), _ -> new ArrayList<>());
        for (Recipient recipient : recipients) {
            if (known.add(batch.id().run() + '|' + batch.channel() + '|' + recipient.who())) {
                written.add(new Row(recipient, Optional.empty()));
            }
        }
        batches.putIfAbsent(batch.id(), batch);
    }

    @Override
    public Mono<Batch> claim(Set<String> runs, String owner, Instant now, Instant leaseUntil) {
        return Mono.defer(() -> Mono.justOrEmpty(claimNow(runs, owner, now, leaseUntil)));
    }

    private synchronized Optional<Batch> claimNow(Set<String> runs, String owner, Instant now, Instant leaseUntil) {
        Optional<Batch> claimed = batches.values().stream()
                .filter(batch -> runs.contains(batch.id().run()) && isDue(batch, now))
                .min(Comparator.comparingInt(Batch::rank)
                        .thenComparingInt(batch -> batch.id().number()))
                .map(batch -> batch.claimed(owner, leaseUntil));
        claimed.ifPresent(batch -> batches.put(batch.id(), batch));
        return claimed;
    }

    private static boolean isDue(Batch batch, Instant now) {
        return switch (batch.progress()) {
            case Progress.Waiting(Instant at, boolean _) -> !at.isAfter(now);
            case Progress.Sending(String _, Instant until, boolean _) -> !until.isAfter(now);
            case Progress.Settled _ -> false;
        };
    }

    @Override
    public Flux<Row> rows(BatchId batch) {
        return Flux.defer(() -> Flux.fromIterable(rowsNow(batch)));
    }

    private synchronized List<Row> rowsNow(BatchId batch) {
        return List.copyOf(rows.getOrDefault(batch, List.of()));
    }

    @Override
    public Mono<Void> record(BatchId batch, Map<Outcome, List<Recipient>> outcomes) {
        return Mono.fromRunnable(() -> recordNow(batch, outcomes));
    }

    private synchronized void recordNow(BatchId batch, Map<Outcome, List<Recipient>> outcomes) {
        rows.computeIfPresent(
                batch,
                (_, written) -> new ArrayList<>(
                        written.stream().map(row -> told(row, outcomes)).toList()));
    }

    private static Row told(Row row, Map<Outcome, List<Recipient>> outcomes) {
        return row.outcome().isPresent()
                ? row
                : new Row(
                        row.recipient(),
                        outcomes.entrySet().stream()
                                .filter(entry -> entry.getValue().contains(row.recipient()))
                                .map(Map.Entry::getKey)
                                .findFirst());
    }

    @Override
    public Mono<Boolean> settle(Batch claimed, Progress next) {
        return Mono.fromSupplier(() -> settleNow(claimed, next));
    }

    private synchronized boolean settleNow(Batch claimed, Progress next) {
        return batches.replace(claimed.id(), claimed, claimed.with(next));
    }

    @Override
    public Mono<Boolean> reported(AppId account, String remoteId, Tally tally) {
        return Mono.fromSupplier(() -> reportNow(account, remoteId, tally));
    }

    private synchronized boolean reportNow(AppId account, String remoteId, Tally tally) {
        Optional<Batch> meant = batches.values().stream()
                .filter(batch -> batch.account().equals(account.value())
                        && batch.progress() instanceof Progress.Settled(String id, Tally _)
                        && id.equals(remoteId))
                .findFirst();
        meant.ifPresent(batch -> batches.put(batch.id(), batch.with(new Progress.Settled(remoteId, tally))));
        return meant.isPresent();
    }

    @Override
    public Flux<Batch> batches(String run) {
        return Flux.defer(() -> Flux.fromIterable(batchesNow(run)));
    }

    private synchronized List<Batch> batchesNow(String run) {
        return batches.values().stream()
                .filter(batch -> batch.id().run().equals(run))
                .toList();
    }

    /** Forgets everything: the next test begins on the first day. */
    public synchronized void clear() {
        batches.clear();
        rows.clear();
        known.clear();
    }
}
