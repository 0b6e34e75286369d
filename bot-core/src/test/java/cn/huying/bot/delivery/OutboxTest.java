package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Delivery.Failed;
import cn.huying.bot.delivery.Delivery.Failure;
import cn.huying.bot.delivery.Delivery.New;
import cn.huying.bot.delivery.Delivery.Sending;
import cn.huying.bot.delivery.Delivery.Sent;
import cn.huying.bot.delivery.Delivery.Unknown;
import cn.huying.bot.delivery.Outbox.Claim;
import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private static final Instant T0 = Entries.T0;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void claimShouldTakeTheFirstDueEntryUnderALease() {
        OutboxEntry post = Entries.post("a", false);
        Claim claim = Outbox.claim(List.of(post, Entries.notice("b")), "me", T0);
        assertThat(claim.claimed()).contains(post.with(new Sending(1, "me", T0.plus(Outbox.LEASE))));
        assertThat(claim.entries()).containsExactly(claim.claimed().orElseThrow(), Entries.notice("b"));
    }

    /** Stores keep milliseconds: a finer lease would never equal the stored one, and what was sent would be sent again. */
    @Test
    void leaseShouldBeOfTheGrainThatStoresKeep() {
        Instant fine = T0.plusNanos(123_456_789);
        Claim claim = Outbox.claim(List.of(Entries.post("a", true).with(new New(0, T0))), "me", fine);
        assertThat(claim.claimed().orElseThrow().delivery())
                .isEqualTo(new Sending(1, "me", T0.plusMillis(123).plus(Outbox.LEASE)));
    }

    @Test
    void claimShouldLeaveWhatIsNotDue() {
        OutboxEntry later = Entries.post("a", false).with(new New(1, T0.plus(SECOND)));
        assertThat(Outbox.claim(List.of(later), "me", T0).claimed()).isEmpty();
        assertThat(Outbox.claim(List.of(later), "me", T0.plus(SECOND)).claimed())
                .isPresent();
    }

    @Test
    void claimShouldKeepTheOrderWithinALane() {
        OutboxEntry first = Entries.notice("a").with(new New(1, T0.plus(SECOND)));
        Claim claim = Outbox.claim(List.of(first, Entries.notice("b"), Entries.post("c", false)), "me", T0);
        assertThat(claim.claimed()).map(OutboxEntry::id).contains("c");
    }

    @Test
    void givenUpEntryShouldNotBlockItsLane() {
        OutboxEntry dead = Entries.notice("a").with(new Failed(1, T0, Failure.REFUSED, 40003));
        assertThat(Outbox.claim(List.of(dead, Entries.notice("b")), "me", T0).claimed())
                .map(OutboxEntry::id)
                .contains("b");
    }

    @Test
    void whatWaitsBehindAnotherShouldNotBeDueBeforeIt() {
        OutboxEntry first = Entries.post("a", false).with(new New(0, T0.plus(SECOND)));
        assertThat(Outbox.nextDue(List.of(first, Entries.post("b", false)))).contains(T0.plus(SECOND));
        assertThat(Outbox.nextDue(List.of(first, Entries.notice("b")))).contains(T0);
    }

    @Test
    void claimShouldNotTouchAnEntryUnderSomebodysLease() {
        OutboxEntry theirs = Entries.post("a", true).with(new Sending(1, "other", T0.plus(SECOND)));
        Claim claim = Outbox.claim(List.of(theirs), "me", T0);
        assertThat(claim.claimed()).isEmpty();
        assertThat(claim.entries()).containsExactly(theirs);
    }

    @Test
    void urgentPostLeftInMidSendingShouldGoOutAgain() {
        OutboxEntry left = Entries.post("a", true).with(new Sending(1, "dead", T0));
        assertThat(Outbox.claim(List.of(left), "me", T0).claimed())
                .map(OutboxEntry::delivery)
                .contains(new Sending(2, "me", T0.plus(Outbox.LEASE)));
    }

    @Test
    void routinePostAndNoticesLeftInMidSendingShouldBecomeUnknown() {
        for (OutboxEntry entry : List.of(Entries.post("a", false), Entries.notice("a"), Entries.lateReply("a"))) {
            Claim claim = Outbox.claim(List.of(entry.with(new Sending(1, "dead", T0))), "me", T0);
            assertThat(claim.claimed()).isEmpty();
            assertThat(claim.entries().getFirst().delivery()).isEqualTo(new Unknown(1, T0, "LEASE_RAN_OUT"));
        }
    }

    @Test
    void urgentPostShouldNotGoOutBlindlyForEver() {
        OutboxEntry left = Entries.post("a", true).with(new Sending(Outbox.MOST_BLIND_ATTEMPTS, "dead", T0));
        assertThat(Outbox.claim(List.of(left), "me", T0).entries().getFirst().delivery())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void judgeShouldFollowTheChannelsWord() {
        OutboxEntry notice = claimed(Entries.notice("a"));
        assertThat(judge(notice, new DeliveryResult.Delivered("r1"))).isEqualTo(new Sent(1, "r1"));
        assertThat(judge(notice, new DeliveryResult.Unreachable(43004)))
                .isEqualTo(new Failed(1, T0, Failure.UNREACHABLE, 43004));
        assertThat(judge(notice, new DeliveryResult.Refused(40003)))
                .isEqualTo(new Failed(1, T0, Failure.REFUSED, 40003));
        assertThat(judge(notice, new DeliveryResult.Unknown("TIMEOUT"))).isEqualTo(new Unknown(1, T0, "TIMEOUT"));
        assertThat(judge(notice, new DeliveryResult.ChannelDown(48001)))
                .isEqualTo(new New(1, T0.plus(Outbox.LONGEST_PAUSE)));
        assertThat(judge(notice, new DeliveryResult.RetryAfter(Duration.ofMinutes(1), 45011)))
                .isEqualTo(new New(1, T0.plusSeconds(60)));
    }

    @Test
    void postponingShouldNotCountAsAnAttempt() {
        Delivery next = Outbox.judge(claimed(Entries.post("a", false)), new Attempt.Postponed(SECOND), T0, 0.5);
        assertThat(next).isEqualTo(new New(0, T0.plus(SECOND)));
    }

    @Test
    void unknownOutcomeShouldBeTriedAgainOnlyForUrgentPosts() {
        DeliveryResult unknown = new DeliveryResult.Unknown("RESET");
        assertThat(judge(claimed(Entries.post("a", true)), unknown)).isInstanceOf(New.class);
        assertThat(judge(claimed(Entries.post("a", false)), unknown)).isInstanceOf(Unknown.class);
        assertThat(judge(claimed(Entries.lateReply("a")), unknown)).isInstanceOf(Unknown.class);
    }

    @Test
    void pausesShouldGrowFromASecondToAQuarterHourWithJitter() {
        assertThat(Outbox.pause(1, 1)).isEqualTo(SECOND);
        assertThat(Outbox.pause(2, 0)).isEqualTo(SECOND);
        assertThat(Outbox.pause(2, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Outbox.pause(5, 1)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Outbox.pause(50, 1)).isEqualTo(Outbox.LONGEST_PAUSE);
        assertThat(Outbox.pause(50, 0)).isEqualTo(SECOND);
    }

    @Test
    void yesterdaysNewsShouldBeGivenUp() {
        OutboxEntry old = claimed(Entries.notice("a"));
        Instant tomorrow = T0.plus(Outbox.NEWS_FOR);
        assertThat(Outbox.judge(old, retryAfter(SECOND), tomorrow, 0))
                .isEqualTo(new Failed(1, tomorrow, Failure.TOO_LATE, 0));
    }

    @Test
    void settleShouldPruneWhatWasSentAndKeepTheRest() {
        OutboxEntry mine = claimed(Entries.notice("a"));
        List<OutboxEntry> entries = List.of(mine, Entries.post("b", false));
        assertThat(Outbox.settle(entries, mine, new Sent(1, ""))).containsExactly(Entries.post("b", false));
        assertThat(Outbox.settle(entries, mine, new New(1, T0)))
                .containsExactly(mine.with(new New(1, T0)), Entries.post("b", false));
    }

    @Test
    void settleShouldChangeNothingWhenTheEntryWasTakenOver() {
        OutboxEntry mine = claimed(Entries.post("a", true));
        OutboxEntry theirs = mine.with(new Sending(2, "other", T0.plusSeconds(60)));
        assertThat(Outbox.settle(List.of(theirs), mine, new Sent(1, ""))).containsExactly(theirs);
    }

    @Test
    void nextDueShouldBeTheEarliestThingToDo() {
        OutboxEntry dead = Entries.notice("a").with(new Failed(1, T0, Failure.REFUSED, 1));
        OutboxEntry leased = Entries.post("b", false).with(new Sending(1, "x", T0.plusSeconds(30)));
        OutboxEntry later = Entries.notice("c").with(new New(1, T0.plusSeconds(40)));
        assertThat(Outbox.nextDue(List.of(dead, later, leased))).contains(T0.plusSeconds(30));
        assertThat(Outbox.nextDue(List.of(dead))).isEmpty();
    }

    private static Delivery judge(OutboxEntry entry, DeliveryResult result) {
        return Outbox.judge(entry, new Attempt.Answered(result), T0, 0);
    }

    private static Attempt retryAfter(Duration pause) {
        return new Attempt.Answered(new DeliveryResult.RetryAfter(pause, 0));
    }

    private static OutboxEntry claimed(OutboxEntry entry) {
        return entry.with(new Sending(1, "me", T0.plus(Outbox.LEASE)));
    }
}
