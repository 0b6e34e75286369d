package cn.huying.bot.broadcast.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Samples;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.RecipientStore.Row;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of recipients promises. */
public interface RecipientStoreContract {
    Instant NOW = Messages.NOON;
    Instant LEASE = NOW.plusSeconds(30);
    String ACCOUNT = Messages.ACCOUNT.value();

    RecipientStore recipients();

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
    }

    private static Batch batch(BroadcastId broadcast, int number, int rank) {
        return Batch.fresh(new BatchId(broadcast, 1, number), Channel.MASS_SEND, ACCOUNT, rank, 3, NOW);
    }

    private Batch written(int rank) {
        Batch batch = batch(BroadcastId.random(), 1, rank);
        recipients().write(batch, Samples.residents(1, 3)).block();
        return batch;
    }

    private Optional<Batch> claim(Set<String> runs, String owner, Instant now) {
        return recipients().claim(runs, owner, now, now.plusSeconds(30)).blockOptional(Duration.ofSeconds(20));
    }

    private static Set<String> run(Batch batch) {
        return Set.of(batch.id().run());
    }

    @Test
    default void recipientsShouldComeBackInTheirBatch() {
        BroadcastId broadcast = BroadcastId.random();
        Batch many = batch(broadcast, 1, 0);
        Batch group = Batch.fresh(new BatchId(broadcast, 1, 2), Channel.GROUP, "", 0, 1, NOW);
        recipients().write(many, Samples.residents(1, 3)).block();
        recipients()
                .write(group, List.of(new Recipient.Group(new GridId("g01"))))
                .block();

        assertThat(get(recipients().rows(many.id()).map(Row::recipient).collectList()))
                .containsExactlyInAnyOrderElementsOf(Samples.residents(1, 3));
        assertThat(get(recipients().rows(group.id()).collectList()))
                .containsExactly(new Row(new Recipient.Group(new GridId("g01")), Optional.empty()));
        assertThat(get(recipients().batches(many.id().run()).collectList())).containsExactlyInAnyOrder(many, group);
    }

    @Test
    default void samePersonShouldBeWrittenDownOnceForAChannel() {
        BroadcastId broadcast = BroadcastId.random();
        recipients().write(batch(broadcast, 1, 0), Samples.residents(1, 3)).block();
        recipients().write(batch(broadcast, 2, 0), Samples.residents(2, 3)).block();
        recipients().write(batch(broadcast, 2, 0), Samples.residents(2, 3)).block();

        assertThat(get(recipients()
                        .rows(batch(broadcast, 2, 0).id())
                        .map(Row::recipient)
                        .collectList()))
                .containsExactly(Samples.resident(4));
    }

    @Test
    default void anotherEditionShouldBeAnotherRun() {
        BroadcastId broadcast = BroadcastId.random();
        Batch first = batch(broadcast, 1, 0);
        Batch second = Batch.fresh(new BatchId(broadcast, 2, 1), Channel.MASS_SEND, ACCOUNT, 0, 3, NOW);
        recipients().write(first, Samples.residents(1, 3)).block();
        recipients().write(second, Samples.residents(1, 3)).block();

        assertThat(get(recipients().rows(second.id()).count())).isEqualTo(3);
        assertThat(claim(run(second), "a", NOW)).map(Batch::id).contains(second.id());
        assertThat(claim(run(second), "a", NOW)).isEmpty();
    }

    @Test
    default void gravestShouldBeClaimedFirstThenInOrder() {
        Batch campaign = written(Integer.MAX_VALUE);
        Batch red = written(0);
        Batch later = batch(red.id().broadcast(), 2, 0);
        recipients().write(later, Samples.residents(11, 3)).block();
        Set<String> runs = Set.of(campaign.id().run(), red.id().run());

        assertThat(claim(runs, "a", NOW)).map(Batch::id).contains(red.id());
        assertThat(claim(runs, "a", NOW)).map(Batch::id).contains(later.id());
        assertThat(claim(runs, "a", NOW)).map(Batch::id).contains(campaign.id());
        assertThat(claim(runs, "a", NOW)).isEmpty();
    }

    @Test
    default void batchOfARunNotAskedForShouldBeLeftAlone() {
        written(0);

        assertThat(claim(Set.of(BatchId.runOf(BroadcastId.random(), 1)), "a", NOW))
                .isEmpty();
    }

    @Test
    default void manyAtOnceShouldClaimABatchOnce() {
        Batch batch = written(0);

        List<Batch> claimed = get(Flux.range(0, 16)
                .flatMap(i -> recipients().claim(run(batch), "owner" + i, NOW, LEASE), 16)
                .collectList());

        assertThat(claimed).hasSize(1);
    }

    @Test
    default void claimShouldSayWhetherAnEarlierAttemptMayHaveGoneOut() {
        Batch batch = written(0);

        assertThat(claim(run(batch), "a", NOW)).contains(batch.claimed("a", LEASE));
        assertThat(claim(run(batch), "b", LEASE.minusMillis(1))).isEmpty();
        assertThat(claim(run(batch), "b", LEASE))
                .contains(batch.claimed("a", LEASE).claimed("b", LEASE.plusSeconds(30)))
                .map(Batch::progress)
                .contains(new Progress.Sending("b", LEASE.plusSeconds(30), true));
    }

    @Test
    default void waitingBatchShouldBeClaimedInItsTime() {
        Batch batch = written(0);
        Batch claimed = claim(run(batch), "a", NOW).orElseThrow();
        Instant later = NOW.plusSeconds(61);
        assertThat(get(recipients().settle(claimed, new Progress.Waiting(later, true))))
                .isTrue();

        assertThat(claim(run(batch), "a", later.minusMillis(1))).isEmpty();
        assertThat(claim(run(batch), "a", later))
                .map(Batch::progress)
                .contains(new Progress.Sending("a", later.plusSeconds(30), true));
    }

    @Test
    default void settledBatchShouldNotBeClaimedAgain() {
        Batch batch = written(0);
        Batch claimed = claim(run(batch), "a", NOW).orElseThrow();
        Progress settled = new Progress.Settled("77", new Tally(1, 0, Map.of("43004", 1, Tally.FILTERED, 1), 0));
        assertThat(get(recipients().settle(claimed, settled))).isTrue();

        assertThat(claim(run(batch), "a", NOW.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(get(recipients().batches(batch.id().run()).collectList())).containsExactly(claimed.with(settled));
    }

    @Test
    default void overtakenReplicaShouldNotHaveTheLastWord() {
        Batch batch = written(0);
        Batch slow = claim(run(batch), "slow", NOW).orElseThrow();
        Batch quick = claim(run(batch), "quick", LEASE).orElseThrow();

        assertThat(get(recipients().settle(slow, new Progress.Waiting(NOW, false))))
                .isFalse();
        assertThat(get(recipients().settle(quick, new Progress.Settled("1", Tally.accepted(3)))))
                .isTrue();
        assertThat(get(recipients().settle(slow, new Progress.Settled("2", Tally.NONE))))
                .isFalse();
    }

    @Test
    default void outcomesShouldBeKeptOnce() {
        Batch batch = written(0);
        recipients()
                .record(
                        batch.id(),
                        Map.of(
                                new Outcome.Delivered(), List.of(Samples.resident(1)),
                                new Outcome.Failed(43004), List.of(Samples.resident(2))))
                .block();
        recipients()
                .record(batch.id(), Map.of(new Outcome.Unknown(), List.of(Samples.resident(1), Samples.resident(3))))
                .block();

        assertThat(get(recipients().rows(batch.id()).collectList()))
                .containsExactlyInAnyOrder(
                        new Row(Samples.resident(1), Optional.of(new Outcome.Delivered())),
                        new Row(Samples.resident(2), Optional.of(new Outcome.Failed(43004))),
                        new Row(Samples.resident(3), Optional.of(new Outcome.Unknown())));
    }

    @Test
    default void reportShouldFindItsBatchByAccountAndId() {
        Batch batch = written(0);
        Batch claimed = claim(run(batch), "a", NOW).orElseThrow();
        String remoteId = batch.id().broadcast().value();
        get(recipients().settle(claimed, new Progress.Settled(remoteId, Tally.accepted(3))));
        Tally told = new Tally(0, 2, Map.of(Tally.FILTERED, 1), 0);

        assertThat(get(recipients().reported(new AppId("wxother"), remoteId, told)))
                .isFalse();
        assertThat(get(recipients().reported(Messages.ACCOUNT, remoteId, told))).isTrue();
        assertThat(get(recipients().reported(Messages.ACCOUNT, remoteId, told))).isTrue();
        assertThat(get(recipients().batches(batch.id().run()).collectList()))
                .containsExactly(claimed.with(new Progress.Settled(remoteId, told)));
        assertThat(get(recipients().reported(Messages.ACCOUNT, "nobody's", told)))
                .isFalse();
    }
}
