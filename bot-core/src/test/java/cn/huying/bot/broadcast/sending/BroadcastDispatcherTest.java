package cn.huying.bot.broadcast.sending;

import static cn.huying.bot.broadcast.Office.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.Warnings;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Counts;
import cn.huying.bot.broadcast.Muster.Exclusion;
import cn.huying.bot.broadcast.Office;
import cn.huying.bot.broadcast.Samples;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.Outcome;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BroadcastDispatcherTest {
    private final Office office = new Office();
    private final BroadcastDispatcher replica = office.replica();

    private static List<OpenId> residents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Messages::sender)
                .map(Sender::openId)
                .toList();
    }

    private void run(BroadcastDispatcher by) {
        by.prepare().block(Duration.ofSeconds(20));
        by.send().block(Duration.ofSeconds(20));
        by.prepare().block(Duration.ofSeconds(20));
    }

    @Test
    void draftsNobodyDecidesOnShouldNotHoldUpWhatIsApproved() {
        office.settle(50);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        for (int i = 0; i < 300; i++) {
            office.clock.pass(Duration.ofMillis(1));
            get(office.alerts.take(Warnings.red("flood-" + i)));
        }

        run(replica);

        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(50));
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
    }

    @Test
    void everybodyShouldBeReachedOnce() {
        office.settle(50);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND, Channel.GROUP));

        run(replica);

        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(50));
        long groups = Office.TREE.grids().stream()
                .filter(grid -> grid.group() && grid.active())
                .count();
        assertThat(office.channels.posts).hasSize((int) groups).allMatch(post -> post.contains("谨防冒充客服"));
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
        Counts counts = office.counts(campaign);
        assertThat(counts.recipients()).isEqualTo(50 + (int) groups);
        assertThat(counts.tally()).isEqualTo(new Tally(50, (int) groups, Map.of(), 0));
        assertThat(counts.waiting()).isZero();
    }

    @Test
    void everyStepShouldHintAtTheNext() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        assertThat(hinted()).as("approved: may be prepared").isTrue();
        replica.prepare().block();
        assertThat(hinted()).as("prepared: may be sent").isTrue();
        replica.send().block();
        assertThat(hinted()).as("sent: may be finished").isTrue();
        replica.prepare().block();
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
        office.hints.set(0);

        replica.prepare().block();
        replica.send().block();

        assertThat(hinted()).as("nothing left to do").isFalse();
    }

    @Test
    void resumingShouldHintAndARefusalShouldNot() {
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        get(office.broadcasts.pause(campaign.id(), "author"));
        office.hints.set(0);

        get(office.broadcasts.resume(campaign.id(), "author"));
        assertThat(hinted()).isTrue();

        get(office.broadcasts.resume(campaign.id(), "author"));
        assertThat(hinted()).isFalse();
    }

    private boolean hinted() {
        return office.hints.getAndSet(0) > 0;
    }

    @Test
    void onlyThoseUnderTheChosenGridsShouldBeReached() {
        int everyLeafTwice = 2 * Office.LEAVES.size();
        office.settle(everyLeafTwice);
        Grid chosen = Office.TREE.grids().stream()
                .filter(grid -> grid.level() == GridLevel.GENERAL)
                .findFirst()
                .orElseThrow();
        office.approvedCampaign(new Audience(Set.of(chosen.id()), Set.of(Channel.MASS_SEND)));

        run(replica);

        List<OpenId> meant = IntStream.rangeClosed(1, everyLeafTwice)
                .filter(n -> Office.TREE.isWithin(Office.LEAVES.get(n % Office.LEAVES.size()), chosen.id()))
                .mapToObj(n -> Messages.sender(n).openId())
                .toList();
        assertThat(meant).hasSizeBetween(2, everyLeafTwice - 2);
        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(meant);
    }

    @Test
    void whoLeftShouldBeCountedAndNotWrittenTo() {
        office.settle(10);
        office.leaves(Messages.sender(4));
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));

        run(replica);

        assertThat(office.platform.reached())
                .hasSize(9)
                .doesNotContain(Messages.sender(4).openId());
        assertThat(office.counts(campaign).excluded()).isEqualTo(Map.of(Exclusion.UNFOLLOWED, 1));
    }

    @Test
    void whoMovesInAfterTheApprovalWasCarriedOutShouldNotBeAdded() {
        office.settle(10);
        office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        office.settle(20);

        run(replica);

        assertThat(office.platform.reached()).hasSize(10);
    }

    @Test
    void nothingShouldGoOutBeforeApprovalNorWhilePausedNorAfterCancelling() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        get(office.broadcasts.pause(campaign.id(), "author"));
        run(replica);
        assertThat(office.platform.calls).isEmpty();

        get(office.broadcasts.resume(campaign.id(), "author"));
        get(office.broadcasts.cancel(campaign.id(), "author", "写错了"));
        run(replica);
        assertThat(office.platform.calls).isEmpty();
        assertThat(office.counts(campaign).waiting()).isEqualTo(10);
    }

    @Test
    void resumedBroadcastShouldGoOnWhereItStopped() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        get(office.broadcasts.pause(campaign.id(), "author"));
        get(office.broadcasts.resume(campaign.id(), "author"));

        run(replica);

        assertThat(office.platform.reached()).hasSize(10);
    }

    @Test
    void nothingShouldGoOutAfterItsTime() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        office.clock.set(campaign.content().expires());

        replica.send().block();
        assertThat(office.platform.calls).isEmpty();
        replica.prepare().block();
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.EXPIRED);
    }

    @Test
    void massSendWithoutAnAnswerShouldBeRepeatedUnderItsKeyAMinuteLater() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        office.platform.answers.add(new DeliveryResult.Unknown("timeout"));
        run(replica);
        run(replica);
        assertThat(office.platform.calls).hasSize(1);

        office.clock.pass(BatchRun.SAME_KEY_AGAIN);
        run(replica);

        assertThat(office.platform.calls).hasSize(2).containsOnly(office.platform.calls.getFirst());
        assertThat(office.platform.reached()).hasSize(10);
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
        assertThat(office.counts(campaign).tally()).isEqualTo(Tally.accepted(10));
    }

    @Test
    void massSendOfADeadReplicaShouldBeTakenUpUnderTheSameKey() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        replica.prepare().block();
        Instant now = office.clock.instant();
        String run = BroadcastDispatcher.run(office.now(campaign));
        Batch held = get(office.recipients.claim(Set.of(run), "dead", now, now.plus(BroadcastDispatcher.LEASE)));
        get(office.platform.send(Messages.ACCOUNT, held.id().key(), "", residents(10)));

        BroadcastDispatcher other = office.replica();
        run(other);
        assertThat(office.platform.calls).hasSize(1);
        office.clock.pass(BroadcastDispatcher.LEASE);
        run(other);

        assertThat(office.platform.calls).hasSize(2);
        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(10));
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
    }

    @Test
    void messagesOfADeadReplicaShouldBeUnknownAndNeverSentAgain() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.CUSTOMER_SERVICE));
        replica.prepare().block();
        Instant now = office.clock.instant();
        String run = BroadcastDispatcher.run(office.now(campaign));
        Batch held = get(office.recipients.claim(Set.of(run), "dead", now, now.plus(BroadcastDispatcher.LEASE)));
        office.recipients
                .record(
                        held.id(),
                        Map.of(new Outcome.Failed(43004), List.of(rows(held).getFirst())))
                .block();

        office.clock.pass(BroadcastDispatcher.LEASE);
        run(replica);

        assertThat(office.channels.messages).isEmpty();
        assertThat(office.counts(campaign).tally()).isEqualTo(new Tally(0, 0, Map.of("43004", 1), 9));
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
    }

    private List<Recipient> rows(Batch batch) {
        return get(office.recipients
                .rows(batch.id())
                .map(RecipientStore.Row::recipient)
                .collectList());
    }

    @Test
    void musterLeftByADeadReplicaShouldBeginAgain() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        Instant now = office.clock.instant();
        get(office.broadcasts.change(campaign.id(), known -> known.muster(now, now.plus(Mustering.LEASE))));
        Batch half = Batch.fresh(new BatchId(campaign.id(), 1, 1), Channel.MASS_SEND, "wx", 0, 2, now);
        office.recipients.write(half, Samples.residents(1, 2)).block();

        run(replica);
        assertThat(office.platform.calls).isEmpty();
        office.clock.pass(Mustering.LEASE);
        run(replica);

        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(10));
    }

    @Test
    void serviceMessagesShouldStayWithinWhatResidentsOpened() {
        office.settle(3);
        office.quotas
                .opened(Messages.sender(2), office.clock.instant(), Opening.WROTE)
                .block();
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.CUSTOMER_SERVICE));

        run(replica);

        assertThat(office.channels.messages).containsExactly(campaign.content().text());
        assertThat(office.counts(campaign).tally()).isEqualTo(new Tally(0, 1, Map.of("45047", 2), 0));
    }

    @Test
    void busyChannelShouldBeAskedAgainAndTheOthersNot() {
        office.settle(2);
        for (int number = 1; number <= 2; number++) {
            office.quotas
                    .opened(Messages.sender(number), office.clock.instant(), Opening.WROTE)
                    .block();
        }
        office.channels.answer = words -> Mono.just(
                office.channels.messages.size() == 1
                        ? new DeliveryResult.RetryAfter(Duration.ofSeconds(5), -1)
                        : new DeliveryResult.Delivered("id"));
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.CUSTOMER_SERVICE));
        run(replica);
        assertThat(office.channels.messages).hasSize(2);

        office.clock.pass(Duration.ofSeconds(5));
        run(replica);

        assertThat(office.channels.messages).hasSize(3);
        assertThat(office.counts(campaign).tally()).isEqualTo(new Tally(0, 2, Map.of(), 0));
    }

    @Test
    void groupWhoseRobotIsBusyShouldGetItLater() {
        office.channels.pauses.add(Duration.ofSeconds(40));
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.GROUP));
        run(replica);
        int before = office.channels.posts.size();

        office.clock.pass(Duration.ofSeconds(40));
        run(replica);

        assertThat(office.channels.posts).hasSize(before + 1);
        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
    }

    @Test
    void postWithoutAnAnswerShouldNotBeRepeated() {
        office.channels.answer = words -> Mono.just(new DeliveryResult.Unknown("timeout"));
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.GROUP));
        run(replica);
        int posts = office.channels.posts.size();

        office.clock.pass(Duration.ofHours(1));
        run(replica);

        assertThat(office.channels.posts).hasSize(posts);
        assertThat(office.counts(campaign).tally()).isEqualTo(Tally.unknown(posts));
    }

    @Test
    void bannedAccountShouldWaitAndGoOn() {
        office.settle(10);
        office.platform.answers.add(new DeliveryResult.ChannelDown(48001));
        office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);

        office.clock.pass(BatchRun.CHANNEL_DOWN);
        run(replica);

        assertThat(office.platform.reached()).hasSize(10);
    }

    @Test
    void refusedMassSendShouldBeCountedByItsCode() {
        office.settle(10);
        office.platform.answers.add(new DeliveryResult.Refused(45028));
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);

        assertThat(office.counts(campaign).tally()).isEqualTo(Tally.failed("45028", 10));
    }

    @Test
    void reportOfThePlatformShouldReplaceWhatWasAccepted() {
        office.settle(10);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);
        Tally report = new Tally(0, 8, Map.of(Tally.FILTERED, 2), 0);

        String job = office.platform.calls.getFirst();
        assertThat(get(office.broadcasts.reported(Messages.ACCOUNT, job, report)))
                .isTrue();
        assertThat(office.counts(campaign).tally()).isEqualTo(report);
    }

    @Test
    void manyShouldBeDividedWithoutALoneOneLeft() {
        office.settle(1_001);
        office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);
        assertThat(office.platform.carriedOut.values()).allMatch(list -> list.size() >= MassSender.FEWEST);
        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(1_001));
    }

    @Test
    void loneResidentShouldGetAServiceMessage() {
        office.settle(1);
        office.quotas
                .opened(Messages.sender(1), office.clock.instant(), Opening.WROTE)
                .block();
        office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);

        assertThat(office.platform.calls).isEmpty();
        assertThat(office.channels.messages).hasSize(1);
    }

    @Test
    void replicasAtOnceShouldSendEachBatchOnce() {
        office.settle(3_000);
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND, Channel.GROUP));
        BroadcastDispatcher other = office.replica();
        Mono.when(replica.prepare(), other.prepare()).block();
        Mono.when(replica.send(), other.send()).block();
        replica.prepare().block();

        assertThat(office.platform.calls).doesNotHaveDuplicates();
        assertThat(office.platform.reached()).containsExactlyInAnyOrderElementsOf(residents(3_000));
        assertThat(office.channels.posts).hasSize(office.counts(campaign).recipients() - 3_000);
    }

    @Test
    void broadcastToNobodyShouldBeDone() {
        Broadcast campaign = office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        run(replica);

        assertThat(office.now(campaign).state()).isEqualTo(BroadcastState.DONE);
    }

    @Test
    void paceShouldStayBelowHalfThePlatformsLimit() {
        Pace pace = new Pace();
        Instant now = Messages.NOON;
        for (int i = 0; i < Pace.MOST; i++) {
            assertThat(pace.take(now.plusMillis(i))).isEqualTo(Duration.ZERO);
        }

        assertThat(pace.take(now.plusSeconds(10))).isEqualTo(Duration.ofSeconds(50));
        assertThat(pace.take(now.plusSeconds(60))).isEqualTo(Duration.ZERO);
    }
}
