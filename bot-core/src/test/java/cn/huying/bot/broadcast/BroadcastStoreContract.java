package cn.huying.bot.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.Colour;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of broadcasts promises. */
public interface BroadcastStoreContract {
    BroadcastStore store();

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(20)));
    }

    @Test
    default void broadcastShouldComeBackAsItWas() {
        Broadcast campaign = Samples.sending();
        Broadcast alert = Samples.ofAlert(new AlertId("a@b.example", "back-1"), Colour.RED);

        assertThat(get(store().insert(campaign))).isTrue();
        assertThat(get(store().insert(alert))).isTrue();
        assertThat(get(store().find(campaign.id()))).isEqualTo(campaign.atRev(1));
        assertThat(get(store().find(alert.id()))).isEqualTo(alert.atRev(1));
    }

    @Test
    default void insertedTwiceShouldStayAsItWas() {
        AlertId id = new AlertId("a@b.example", "twice-1");
        Broadcast first = Samples.ofAlert(id, Colour.RED);
        get(store().insert(first));

        assertThat(get(store().insert(Samples.ofAlert(id, Colour.BLUE)))).isFalse();
        assertThat(get(store().find(first.id()))).isEqualTo(first.atRev(1));
    }

    @Test
    default void replacingShouldCountUp() {
        Broadcast campaign = Samples.campaign();
        get(store().insert(campaign));
        Broadcast next = Samples.after(campaign.atRev(1).submit("author", Samples.NOON));

        assertThat(get(store().replace(next))).isTrue();
        assertThat(get(store().find(campaign.id()))).isEqualTo(next.atRev(2));
    }

    @Test
    default void replacingWhatChangedMeanwhileShouldFail() {
        Broadcast known = Samples.campaign().atRev(1);
        get(store().insert(known));
        Broadcast cancelled = Samples.after(known.cancel("author", "", Samples.NOON));
        get(store().replace(cancelled));

        assertThat(get(store().replace(Samples.after(known.submit("author", Samples.NOON)))))
                .isFalse();
        assertThat(get(store().find(known.id())).state()).isEqualTo(BroadcastState.CANCELLED);
    }

    @Test
    default void onlyOneOfManyAtOnceShouldWin() {
        Broadcast known = Samples.campaign().atRev(1);
        get(store().insert(known));

        List<Boolean> won = get(Flux.range(0, 16)
                .flatMap(i -> store().replace(Samples.after(known.submit("author" + i, Samples.NOON))), 16)
                .collectList());

        assertThat(won).filteredOn(each -> each).hasSize(1);
    }

    @Test
    default void audienceOfThoseWhoWereToldShouldBeKept() {
        Audience told = new Audience(
                Samples.everyone(Channel.GROUP).grids(),
                Set.of(Channel.GROUP),
                Set.of(BroadcastId.random(), BroadcastId.random()));
        Broadcast draft = Samples.draft(Samples.content("已解除。"), told);
        get(store().insert(draft));

        assertThat(get(store().find(draft.id())).audience()).isEqualTo(told);
    }

    @Test
    default void broadcastNobodyWroteShouldNotBeFound() {
        assertThat(store().find(BroadcastId.random()).blockOptional()).isEmpty();
        assertThat(get(store().replace(Samples.campaign().atRev(1)))).isFalse();
    }

    @Test
    default void broadcastsShouldBeFoundByStateAndNewestFirst() {
        Broadcast older = Samples.sending();
        Broadcast newer = Broadcast.draft(
                BroadcastId.random(),
                BroadcastKind.ANTI_FRAUD,
                older.alert(),
                older.content(),
                older.audience(),
                "author",
                Samples.NOON.plusSeconds(5));
        get(store().insert(older));
        get(store().insert(newer));

        assertThat(get(store().newest(100).collectList())).containsSubsequence(newer.atRev(1), older.atRev(1));
        assertThat(get(store().in(Set.of(BroadcastState.SENDING, BroadcastState.PAUSED), 100)
                        .collectList()))
                .contains(older.atRev(1))
                .doesNotContain(newer.atRev(1));
    }
}
