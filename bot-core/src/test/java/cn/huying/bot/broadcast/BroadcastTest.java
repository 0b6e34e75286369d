package cn.huying.bot.broadcast;

import static cn.huying.bot.broadcast.Samples.APPROVER;
import static cn.huying.bot.broadcast.Samples.AUTHOR;
import static cn.huying.bot.broadcast.Samples.NOON;
import static cn.huying.bot.broadcast.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.broadcast.BroadcastEvent.Deed;
import cn.huying.bot.broadcast.Change.Refusal;
import cn.huying.bot.broadcast.Change.Refused;
import cn.huying.bot.grid.GridId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static final AlertId LIFT = new AlertId("a@b.example", "lift");
    private static final Instant LATE = NOON.plusSeconds(3 * 24 * 3600);

    private static Refusal refusal(Change change) {
        assertThat(change).isInstanceOf(Refused.class);
        return ((Refused) change).reason();
    }

    /** Every state with the deeds that are possible in it; all others are refused and change nothing. */
    @Test
    void onlyTheDeedsOfAStateShouldBePossible() {
        Map<Broadcast, Set<Deed>> possible = new LinkedHashMap<>();
        possible.put(Samples.campaign(), Set.of(Deed.EDIT, Deed.SUBMIT, Deed.CANCEL, Deed.REPLACE, Deed.LIFT));
        possible.put(
                Samples.submitted(),
                Set.of(Deed.EDIT, Deed.SEND_BACK, Deed.APPROVE, Deed.CANCEL, Deed.REPLACE, Deed.LIFT));
        Broadcast mustering = after(Samples.approved().muster(NOON, NOON.plusSeconds(20)));
        possible.put(mustering, Set.of(Deed.START, Deed.CANCEL, Deed.REPLACE, Deed.LIFT));
        possible.put(Samples.sending(), Set.of(Deed.PAUSE, Deed.CANCEL, Deed.REPLACE, Deed.LIFT, Deed.FINISH));
        possible.put(
                after(Samples.sending().pause(AUTHOR, NOON)),
                Set.of(Deed.RESUME, Deed.CANCEL, Deed.REPLACE, Deed.LIFT));
        possible.put(after(Samples.sending().finish(NOON)), Set.of());
        possible.put(after(Samples.sending().cancel(AUTHOR, "", NOON)), Set.of());
        possible.put(after(Samples.sending().expire(LATE)), Set.of());

        possible.forEach((broadcast, deeds) -> deeds(broadcast).forEach((deed, change) -> {
            if (deeds.contains(deed)) {
                assertThat(after(change).history().getLast().deed())
                        .as("%s", broadcast)
                        .isEqualTo(deed);
            } else {
                assertThat(change)
                        .as("%s of %s", deed, broadcast)
                        .isEqualTo(new Refused(Refusal.WRONG_STATE, broadcast));
            }
        }));
    }

    private static Map<Deed, Change> deeds(Broadcast b) {
        Map<Deed, Change> all = new LinkedHashMap<>();
        all.put(Deed.EDIT, b.edit(b.content(), b.audience(), AUTHOR, NOON));
        all.put(Deed.SUBMIT, b.submit(AUTHOR, NOON));
        all.put(Deed.SEND_BACK, b.sendBack(APPROVER, "错字", NOON));
        all.put(Deed.APPROVE, b.approve(APPROVER, b.seal(), NOON));
        all.put(Deed.START, b.start(1, 3, Map.of(), NOON));
        all.put(Deed.PAUSE, b.pause(AUTHOR, NOON));
        all.put(Deed.RESUME, b.resume(AUTHOR, NOON));
        all.put(Deed.CANCEL, b.cancel(AUTHOR, "", NOON));
        all.put(Deed.REPLACE, b.replacedBy(LIFT, NOON));
        all.put(Deed.LIFT, b.liftedBy(LIFT, NOON));
        all.put(Deed.EXPIRE, b.expire(NOON));
        all.put(Deed.FINISH, b.finish(NOON));
        return all;
    }

    @Test
    void whoeverHadAHandInItShouldNotApproveIt() {
        Broadcast submitted = Samples.submitted();
        Broadcast edited = after(after(submitted.edit(Samples.content("别点链接。"), submitted.audience(), "helper", NOON))
                .submit("sender", NOON));

        for (String hand : List.of(AUTHOR, "helper", "sender")) {
            assertThat(refusal(edited.approve(hand, edited.seal(), NOON))).isEqualTo(Refusal.SAME_PERSON);
        }
        assertThat(after(edited.approve(APPROVER, edited.seal(), NOON)).state()).isEqualTo(BroadcastState.APPROVED);
    }

    @Test
    void approvalOfWhatWasChangedMeanwhileShouldBeRefused() {
        Broadcast seen = Samples.submitted();
        Broadcast changed = after(after(seen.edit(Samples.content("请转账。"), seen.audience(), AUTHOR, NOON))
                .submit(AUTHOR, NOON));

        assertThat(refusal(changed.approve(APPROVER, seen.seal(), NOON))).isEqualTo(Refusal.CHANGED_MEANWHILE);
    }

    @Test
    void everyPartShouldChangeTheSeal() {
        Content content = Samples.content("一");
        Audience audience = Samples.everyone(Channel.MASS_SEND);
        Function<Content, String> of = changed -> Seal.of(changed, audience).value();

        assertThat(List.of(
                        of.apply(content),
                        of.apply(new Content("题", "一", content.colour(), content.expires())),
                        of.apply(new Content(content.title(), "二", content.colour(), content.expires())),
                        of.apply(new Content(content.title() + "一", "", content.colour(), content.expires())),
                        of.apply(new Content(
                                content.title(), "一", java.util.Optional.of(Colour.RED), content.expires())),
                        of.apply(new Content(
                                content.title(),
                                "一",
                                content.colour(),
                                content.expires().plusMillis(1))),
                        Seal.of(content, Samples.everyone(Channel.GROUP)).value(),
                        Seal.of(content, new Audience(Set.of(new GridId("g02")), audience.channels()))
                                .value()))
                .doesNotHaveDuplicates();
        assertThat(Seal.of(content, audience)).isEqualTo(Seal.of(Samples.content("一"), audience));
    }

    @Test
    void whatIsSentShouldBeWhatWasApproved() {
        Broadcast sending = Samples.sending();
        Broadcast forged = new Broadcast(
                sending.id(),
                sending.kind(),
                sending.alert(),
                Samples.content("请转账。"),
                sending.audience(),
                sending.state(),
                sending.approved(),
                sending.muster(),
                sending.history(),
                sending.rev());

        assertThat(sending.maySend(NOON)).isTrue();
        assertThat(forged.maySend(NOON)).isFalse();
    }

    @Test
    void nothingShouldGoOutAfterItsTimeOrWhileItIsStopped() {
        Broadcast sending = Samples.sending();

        assertThat(sending.maySend(sending.content().expires().minusMillis(1))).isTrue();
        assertThat(sending.maySend(sending.content().expires())).isFalse();
        assertThat(after(sending.pause(AUTHOR, NOON)).maySend(NOON)).isFalse();
        assertThat(after(sending.cancel(AUTHOR, "", NOON)).maySend(NOON)).isFalse();
        assertThat(Samples.approved().maySend(NOON)).isFalse();
    }

    @Test
    void whatIsOverShouldNeitherBeSubmittedNorApproved() {
        assertThat(refusal(Samples.campaign().submit(AUTHOR, LATE))).isEqualTo(Refusal.EXPIRED);
        Broadcast submitted = Samples.submitted();
        assertThat(refusal(submitted.approve(APPROVER, submitted.seal(), LATE))).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void unfitWordsAndAudiencesShouldBeRefused() {
        assertThat(refusal(Samples.draft(Samples.content(" "), Samples.everyone(Channel.GROUP))
                        .submit(AUTHOR, NOON)))
                .isEqualTo(Refusal.UNFIT_CONTENT);
        assertThat(refusal(Samples.draft(Samples.content("长".repeat(683)), Samples.everyone(Channel.GROUP))
                        .submit(AUTHOR, NOON)))
                .isEqualTo(Refusal.UNFIT_CONTENT);
        assertThat(refusal(Samples.draft(
                                Samples.content("好"), Samples.everyone(Channel.MASS_SEND, Channel.CUSTOMER_SERVICE))
                        .submit(AUTHOR, NOON)))
                .isEqualTo(Refusal.UNFIT_AUDIENCE);
        assertThat(refusal(
                        Samples.draft(Samples.content("好"), Samples.everyone()).submit(AUTHOR, NOON)))
                .isEqualTo(Refusal.UNFIT_AUDIENCE);
    }

    @Test
    void secondEditionShouldBeatTheFirst() {
        Broadcast first = after(Samples.approved().muster(NOON, NOON.plusSeconds(20)));

        assertThat(refusal(first.muster(NOON.plusSeconds(19), NOON.plusSeconds(60))))
                .isEqualTo(Refusal.WRONG_STATE);
        Broadcast second = after(first.muster(NOON.plusSeconds(20), NOON.plusSeconds(60)));
        assertThat(refusal(second.start(1, 5, Map.of(), NOON))).isEqualTo(Refusal.WRONG_STATE);
        assertThat(after(second.start(2, 5, Map.of(), NOON)).muster().recipients())
                .isEqualTo(5);
    }

    @Test
    void gravestShouldRankFirst() {
        assertThat(List.of(
                        Samples.draft(Samples.warning(Colour.RED), Samples.everyone(Channel.GROUP))
                                .rank(),
                        Samples.draft(Samples.warning(Colour.ORANGE), Samples.everyone(Channel.GROUP))
                                .rank(),
                        Samples.draft(Samples.warning(Colour.BLUE), Samples.everyone(Channel.GROUP))
                                .rank(),
                        Samples.campaign().rank()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void approvalShouldBeNamed() {
        assertThat(Samples.sending().approval().map(BroadcastEvent::by)).contains(APPROVER);
        assertThat(Samples.submitted().approval()).isEmpty();
    }
}
