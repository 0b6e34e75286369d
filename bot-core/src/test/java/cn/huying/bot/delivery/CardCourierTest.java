package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.delivery.channel.CardText;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.InMemoryCardCodes;
import cn.huying.bot.delivery.channel.RecordingCards;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.staff.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CardCourierTest {
    private static final WorkerId WORKER = new WorkerId("worker1");
    private static final String ABOUT = "a1";

    private final RecordingChannels channels = new RecordingChannels();
    private final RecordingCards cards = new RecordingCards();
    private final InMemoryCardCodes codes = new InMemoryCardCodes();
    private final CardCourier courier = new CardCourier(cards, codes, channels, channels);

    @Test
    void cardShouldBeSentAndItsCodeKept() {
        assertThat(carry(false)).isInstanceOf(DeliveryResult.Delivered.class);

        Card card = cards.of(WORKER);
        assertThat(card.task()).isEqualTo("task-1c");
        assertThat(card.facts()).extracting(Card.Fact::value).containsExactly("HY1", "幸福里3栋");
        assertThat(card.buttons())
                .extracting(Card.Button::key, Card.Button::link)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sign", ""),
                        org.assertj.core.groups.Tuple.tuple("open", "https://huying.example/r"));
        assertThat(codes.find(ABOUT, WORKER).block()).isEqualTo("code1");
    }

    @Test
    void updateShouldUseTheKeptCodeUpAndDoNothingWithoutOne() {
        carry(false);
        assertThat(carry(true)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(codes.find(ABOUT, WORKER).blockOptional()).isEmpty();

        assertThat(carry(true)).isEqualTo(new DeliveryResult.Delivered(""));
    }

    @Test
    void usedOrOldCodeShouldEndTheUpdateAndNotBecomeADeadLetter() {
        codes.keep(ABOUT, WORKER, "used before", Entries.T0).block();

        assertThat(carry(true)).isEqualTo(new DeliveryResult.Delivered(""));
        assertThat(codes.find(ABOUT, WORKER).blockOptional()).isEmpty();
    }

    @Test
    void codeShouldBeKeptForTheNextTryWhenNothingWasSent() {
        carry(false);
        cards.answer = new DeliveryResult.RetryAfter(Duration.ofSeconds(1), 45033);

        assertThat(carry(true)).isEqualTo(cards.answer);
        assertThat(codes.find(ABOUT, WORKER).block()).isEqualTo("code1");
    }

    @Test
    void cardBeyondTheMinutesAllowanceShouldWaitAndNotBeDroppedByThePlatform() {
        channels.pauses.add(Duration.ofSeconds(7));

        assertThat(attempt(false)).isEqualTo(new Attempt.Postponed(Duration.ofSeconds(7)));
        assertThat(cards.sent).isEmpty();
    }

    @Test
    void unknownOutcomeShouldBeTriedAgainForThePlatformTakesATaskOnlyOnce() {
        OutboxEntry entry = OutboxEntry.fresh("task-1c", Entries.T0, card(false), false);

        assertThat(Outbox.judge(
                        entry.with(new Delivery.Sending(1, "me", Entries.T0)),
                        new Attempt.Answered(new DeliveryResult.Unknown("timeout")),
                        Entries.T0,
                        0))
                .isInstanceOf(Delivery.New.class);
    }

    @Test
    void cardsShouldWaitWhereTheApplicationWasTakenAway() {
        Courier without = new Courier(
                channels,
                channels,
                channels,
                new InMemoryQuotaLedger(new cn.huying.bot.message.TestClock(Entries.T0)),
                channels);
        OutboxEntry entry = OutboxEntry.fresh("task-1c", Entries.T0, card(false), false);

        assertThat(without.carry(entry, Entries.T0).block())
                .isInstanceOfSatisfying(
                        Attempt.Answered.class,
                        answered -> assertThat(answered.result()).isInstanceOf(DeliveryResult.ChannelDown.class));
    }

    private DeliveryResult carry(boolean update) {
        return attempt(update) instanceof Attempt.Answered(DeliveryResult result)
                ? result
                : new DeliveryResult.Unknown("postponed");
    }

    private Attempt attempt(boolean update) {
        Mono<Attempt> carried = courier.carry("task-1c", card(update), Entries.T0);
        return Objects.requireNonNull(carried.block());
    }

    private static Target.WorkerCard card(boolean update) {
        Map<String, String> params =
                Map.of("number", "HY1", "place", "幸福里3栋", "unit", "", "link", "https://huying.example/r");
        return new Target.WorkerCard(
                WORKER, ABOUT, update, new CardText("card.title", "card.status", params, List.of("sign", "open")));
    }
}
