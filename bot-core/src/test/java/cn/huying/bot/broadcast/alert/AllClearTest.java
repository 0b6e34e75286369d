package cn.huying.bot.broadcast.alert;

import static cn.huying.bot.broadcast.Office.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.alert.Warnings;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Office;
import cn.huying.bot.broadcast.Samples;
import cn.huying.bot.broadcast.Seal;
import cn.huying.bot.broadcast.sending.BroadcastDispatcher;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.OpenId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a warning is over, those who were told of it are told so, and nobody else. */
class AllClearTest {
    private static final BroadcastId LIFTED = BroadcastId.of(Warnings.id("lift"));
    private static final BroadcastId OVER = BroadcastId.ofEndOf(Warnings.id("one"));

    private final Office office = new Office();
    private final BroadcastDispatcher replica = office.replica();

    private AlertReceipt take(Alert alert) {
        return get(office.alerts.take(alert));
    }

    private Broadcast sent(String identifier) {
        take(Warnings.red(identifier));
        return approvedAndSent(BroadcastId.of(Warnings.id(identifier)));
    }

    private Broadcast approvedAndSent(BroadcastId id) {
        Broadcast waiting = get(office.broadcasts.find(id));
        get(office.broadcasts.approve(id, waiting.seal(), Samples.APPROVER));
        replica.prepare().block();
        replica.send().block();
        replica.prepare().block();
        return office.now(waiting);
    }

    private List<OpenId> lastSend() {
        return office.platform.carriedOut.getOrDefault(office.platform.calls.getLast(), List.of());
    }

    @Test
    void cancellationShouldDraftAMessageThatWaitsForApproval() {
        office.settle(10);
        assertThat(sent("one").state()).isEqualTo(BroadcastState.DONE);

        assertThat(take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one")))
                .isEqualTo(new AlertReceipt.Lifted(0, Optional.of(LIFTED)));

        Broadcast draft = get(office.broadcasts.find(LIFTED));
        assertThat(draft.state()).isEqualTo(BroadcastState.SUBMITTED);
        assertThat(draft.kind()).isEqualTo(BroadcastKind.ALL_CLEAR);
        assertThat(draft.content().title()).isEqualTo("暴雨红色预警解除");
        assertThat(draft.content().text()).contains("【解除】", "11月21日12:00");
        assertThat(office.platform.calls).hasSize(1);
    }

    @Test
    void onlyThoseWhoWereToldShouldBeToldThatItIsOver() {
        office.settle(10);
        sent("one");
        List<OpenId> warned = lastSend();
        office.settle(14);
        take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one"));

        Broadcast done = approvedAndSent(LIFTED);

        assertThat(done.state()).isEqualTo(BroadcastState.DONE);
        assertThat(lastSend()).hasSize(10).containsExactlyInAnyOrderElementsOf(warned);
        assertThat(office.channels.posts)
                .as("the groups are told twice as well")
                .hasSizeGreaterThan(1);
        assertThat(office.counts(done).tally().failures()).isZero();
    }

    @Test
    void whoeverWasToldOfTwoAlertsShouldHearOfTheirEndOnce() {
        office.settle(10);
        sent("one");
        take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one"));
        approvedAndSent(BroadcastId.of(Warnings.id("two")));

        take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one", "two"));
        approvedAndSent(LIFTED);

        assertThat(office.platform.calls).hasSize(3);
        assertThat(lastSend()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whoeverTheBroadcastFailedToReachShouldNotBeTold() {
        office.settle(10);
        office.platform.answers.add(new DeliveryResult.Refused(45028));
        sent("one");
        take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one"));

        int before = office.platform.calls.size();
        approvedAndSent(LIFTED);

        assertThat(office.platform.calls)
                .as("groups were told, residents were not")
                .hasSize(before);
    }

    @Test
    void alertThatNeverWentOutShouldEndInSilence() {
        office.settle(10);
        take(Warnings.red("one"));

        assertThat(take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one")))
                .isEqualTo(new AlertReceipt.Lifted(1, Optional.empty()));
        assertThat(office.broadcasts.find(LIFTED).blockOptional()).isEmpty();
    }

    @Test
    void cancellationTwiceShouldDraftOnce() {
        office.settle(10);
        sent("one");
        Alert lift = Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one");
        take(lift);
        Broadcast first = approvedAndSent(LIFTED);

        assertThat(take(lift)).isEqualTo(new AlertReceipt.Lifted(0, Optional.of(LIFTED)));
        assertThat(office.now(first)).isEqualTo(first);
    }

    @Test
    void alertWhoseTimeRanOutShouldBeSaidToBeOver() {
        office.settle(10);
        sent("one");
        assertThat(office.alerts.endExpired().block()).isZero();

        office.clock.set(Messages.NOON.plus(Duration.ofHours(6)));
        office.alerts.endExpired().block();
        office.alerts.endExpired().block();

        Broadcast draft = get(office.broadcasts.find(OVER));
        assertThat(draft.state()).isEqualTo(BroadcastState.SUBMITTED);
        assertThat(draft.content().title()).isEqualTo("暴雨红色预警结束");
        approvedAndSent(OVER);
        assertThat(lastSend()).hasSize(10);
    }

    @Test
    void alertThatANewerOneReplacedShouldNotBeSaidToBeOver() {
        office.settle(10);
        sent("one");
        take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one"));

        office.clock.set(Messages.NOON.plus(Duration.ofHours(6)));
        office.alerts.endExpired().block();

        assertThat(office.broadcasts.find(OVER).blockOptional()).isEmpty();
    }

    @Test
    void endNobodyApprovedInTimeShouldNotBeDraftedAnyMore() {
        office.settle(10);
        sent("one");

        office.clock.set(Messages.NOON.plus(Duration.ofHours(12)));
        office.alerts.endExpired().block();

        assertThat(office.broadcasts.find(OVER).blockOptional()).isEmpty();
    }

    @Test
    void approvalShouldBeBoundToWhoWasTold() {
        Audience all = Samples.everyone(Channel.MASS_SEND);
        Audience told = new Audience(all.grids(), all.channels(), Set.of(LIFTED));
        Content words = Samples.content("不转账。");

        assertThat(Seal.of(words, told)).isNotEqualTo(Seal.of(words, all));
    }
}
