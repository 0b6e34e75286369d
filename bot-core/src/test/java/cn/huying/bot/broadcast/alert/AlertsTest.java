package cn.huying.bot.broadcast.alert;

import static cn.huying.bot.broadcast.Office.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.alert.Verdict;
import cn.huying.bot.alert.Warnings;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Office;
import cn.huying.bot.broadcast.Samples;
import cn.huying.bot.broadcast.sending.BroadcastDispatcher;
import cn.huying.bot.message.Messages;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final Office office = new Office();

    private AlertReceipt take(Alert alert) {
        return get(office.alerts.take(alert));
    }

    private BroadcastState state(String identifier) {
        return get(office.broadcasts.find(BroadcastId.of(Warnings.id(identifier))))
                .state();
    }

    private Broadcast sending(String identifier) {
        office.settle(10);
        take(Warnings.red(identifier));
        Broadcast waiting = get(office.broadcasts.find(BroadcastId.of(Warnings.id(identifier))));
        get(office.broadcasts.approve(waiting.id(), waiting.seal(), Samples.APPROVER));
        office.replica().prepare().block();
        return office.now(waiting);
    }

    @Test
    void alertShouldWaitForApprovalInWordsResidentsUnderstand() {
        AlertReceipt receipt = take(Warnings.red("one"));

        assertThat(receipt).isInstanceOfSatisfying(AlertReceipt.Drafted.class, drafted -> {
            Broadcast broadcast = drafted.broadcast();
            assertThat(broadcast.state()).isEqualTo(BroadcastState.SUBMITTED);
            assertThat(broadcast.content().title()).isEqualTo("暴雨红色预警");
            assertThat(broadcast.content().text()).contains("【红色预警】", "强降雨", "不要去地下车库", "向晴区气象台发布", "11月21日18:00");
            assertThat(broadcast.content().expires())
                    .isEqualTo(Warnings.red("one").expires());
        });
    }

    @Test
    void sameAlertTwiceShouldChangeNothing() {
        take(Warnings.red("one"));
        Broadcast before = get(office.broadcasts.find(BroadcastId.of(Warnings.id("one"))));

        assertThat(take(Warnings.alert("one", Alert.Kind.ALERT, Colour.BLUE)))
                .isEqualTo(new AlertReceipt.Known(before));
        assertThat(office.now(before)).isEqualTo(before);
    }

    @Test
    void updateShouldReplaceTheDraft() {
        take(Warnings.alert("one", Alert.Kind.ALERT, Colour.ORANGE));

        assertThat(take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one")))
                .isInstanceOfSatisfying(
                        AlertReceipt.Drafted.class,
                        drafted -> assertThat(drafted.stopped()).isEqualTo(1));
        assertThat(state("one")).isEqualTo(BroadcastState.CANCELLED);
        assertThat(state("two")).isEqualTo(BroadcastState.SUBMITTED);
    }

    @Test
    void updateTwiceShouldChangeNothing() {
        take(Warnings.red("one"));
        take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one"));

        assertThat(take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one")))
                .isInstanceOf(AlertReceipt.Known.class);
        assertThat(state("two")).isEqualTo(BroadcastState.SUBMITTED);
    }

    @Test
    void cancellationShouldStopWhatIsRunning() {
        Broadcast running = sending("one");
        assertThat(running.state()).isEqualTo(BroadcastState.SENDING);

        assertThat(take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one")))
                .isEqualTo(new AlertReceipt.Lifted(1, Optional.of(BroadcastId.of(Warnings.id("lift")))));
        office.replica().send().block();
        assertThat(office.platform.calls).isEmpty();
        assertThat(office.now(running).state()).isEqualTo(BroadcastState.CANCELLED);
    }

    @Test
    void cancellationTwiceShouldChangeNothing() {
        take(Warnings.red("one"));
        take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one"));

        assertThat(take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one")))
                .isEqualTo(new AlertReceipt.Lifted(0, Optional.empty()));
    }

    @Test
    void cancellationThatOvertakesItsAlertShouldCount() {
        assertThat(take(Warnings.alert("lift", Alert.Kind.CANCEL, Colour.RED, "one")))
                .isEqualTo(new AlertReceipt.Lifted(0, Optional.empty()));

        take(Warnings.red("one"));

        assertThat(state("one")).isEqualTo(BroadcastState.CANCELLED);
    }

    @Test
    void replicaThatDiedBetweenKeepingAndDraftingShouldBeMadeUpFor() {
        office.kept.keep(Warnings.red("one")).block();

        assertThat(take(Warnings.red("one"))).isInstanceOf(AlertReceipt.Drafted.class);
    }

    @Test
    void finishedBroadcastShouldStayFinished() {
        Broadcast running = sending("one");
        BroadcastDispatcher replica = office.replica();
        replica.send().block();
        replica.prepare().block();

        take(Warnings.alert("two", Alert.Kind.UPDATE, Colour.RED, "one"));

        assertThat(office.now(running).state()).isEqualTo(BroadcastState.DONE);
        assertThat(state("two")).isEqualTo(BroadcastState.SUBMITTED);
    }

    @Test
    void staleAlertShouldBeRefusedAndLeaveNothing() {
        office.clock.set(Messages.NOON.plus(Duration.ofDays(2)));

        assertThat(take(Warnings.red("one"))).isEqualTo(new AlertReceipt.Refused(Verdict.Reason.STALE));
        assertThat(office.broadcasts.find(BroadcastId.of(Warnings.id("one"))).blockOptional())
                .isEmpty();
    }

    @Test
    void redShouldGoOutBeforeACampaignThatWasFirst() {
        office.settle(10);
        office.approvedCampaign(office.everybody(Channel.MASS_SEND));
        office.replica().prepare().block();
        Broadcast red = sending("one");

        office.replica().send().block();

        assertThat(office.platform.calls.getFirst()).startsWith(red.id().value());
    }
}
