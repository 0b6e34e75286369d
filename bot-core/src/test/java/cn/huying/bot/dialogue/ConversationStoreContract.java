package cn.huying.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.ConversationStore.Claimed;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every conversation store promises. Implementations give a fresh store whose clock stands at {@link Messages#NOON}. */
public interface ConversationStoreContract {
    Instant NOON = Messages.NOON;
    Instant UNTIL = NOON.plusSeconds(15);
    Reply REPLY = new Reply.Text("请问在哪一栋？");
    Step STEP = new Step.OfferedToRegister("路灯不亮");

    ConversationStore conversations();

    void clockAt(Instant time);

    private static <T> T get(Mono<T> mono) {
        T value = mono.block(Duration.ofSeconds(20));
        assertThat(value).isNotNull();
        return value;
    }

    private static InboxId message(Sender sender, int number) {
        return InboxId.ofMessage(sender, Integer.toString(number));
    }

    @Test
    default void unknownSenderShouldHaveAFreshConversation() {
        Sender sender = Messages.sender(1);

        assertThat(get(conversations().find(sender))).isEqualTo(Conversation.fresh(sender));
    }

    @Test
    default void everyStepShouldComeBackAsItWas() {
        Place place = new Place(
                new GridId("g0312"),
                "幸福里",
                Optional.of(new CompoundId("xingfuli")),
                Optional.of(new BuildingId("xingfuli-3")),
                "3栋",
                "2",
                "501");
        Place area = new Place(new GridId("g03"), "第三网格", Optional.empty(), Optional.empty(), "", "", "");
        Draft draft = new Draft("下水道堵了", Optional.of(place), "", true, NOON, "电梯坏了");
        List<Step> steps = List.of(
                new Step.Idle(),
                new Step.ChoosingAnswer(List.of("a", "b"), "物业费"),
                new Step.OfferedToRegister("路灯不亮"),
                new Step.AskedWhat(Draft.begun(NOON)),
                new Step.AskedWhere(draft, 1),
                new Step.ChoosingPlace(draft, List.of(place, area)),
                new Step.Confirming(draft),
                new Step.ChoosingHome(List.of(place)),
                new Step.ChoosingRequest(List.of("r1", "r2"), Wish.REWORK, "没修好"),
                new Step.AskedWhereUrgently("r1"),
                new Step.BesideAnAlarm("r1", new Step.Confirming(draft)),
                new Step.Reading("余下的内容"));
        Sender sender = Messages.sender(2);
        int number = 0;
        for (Step step : steps) {
            Claimed claimed = get(conversations().claim(sender, message(sender, number++), UNTIL));
            assertThat(get(conversations().save(claimed, step, REPLY, NOON))).isTrue();
            assertThat(get(conversations().find(sender)).step()).isEqualTo(step);
        }
    }

    @Test
    default void claimShouldBeEmptyWhileAnotherMessageHoldsIt() {
        Sender sender = Messages.sender(3);
        get(conversations().claim(sender, message(sender, 1), UNTIL));

        assertThat(conversations().claim(sender, message(sender, 2), UNTIL).blockOptional())
                .isEmpty();
        assertThat(get(conversations().find(sender)).claimedUntil()).isEqualTo(UNTIL);
    }

    @Test
    default void sameMessageShouldTakeItsOwnClaimOverWithAHigherFence() {
        Sender sender = Messages.sender(4);
        Claimed first = get(conversations().claim(sender, message(sender, 1), UNTIL));

        Claimed again = get(conversations().claim(sender, message(sender, 1), UNTIL));

        assertThat(again.fence()).isGreaterThan(first.fence());
    }

    @Test
    default void lateHolderShouldNotBeAbleToWrite() {
        Sender sender = Messages.sender(5);
        Claimed stopped = get(conversations().claim(sender, message(sender, 1), UNTIL));
        clockAt(UNTIL.plusSeconds(1));
        Claimed next = get(conversations().claim(sender, message(sender, 2), UNTIL.plusSeconds(15)));
        get(conversations().save(next, new Step.OfferedToRegister("新"), REPLY, NOON));

        assertThat(get(conversations().save(stopped, new Step.OfferedToRegister("旧"), REPLY, NOON)))
                .isFalse();

        assertThat(get(conversations().find(sender)).step()).isEqualTo(new Step.OfferedToRegister("新"));
    }

    @Test
    default void savedTurnShouldAnswerTheSameMessageAgain() {
        Sender sender = Messages.sender(6);
        Claimed claimed = get(conversations().claim(sender, message(sender, 1), UNTIL));
        get(conversations().save(claimed, new Step.Idle(), REPLY, NOON));

        Conversation conversation = get(conversations().find(sender));

        assertThat(conversation.replyTo(message(sender, 1))).contains(REPLY);
        assertThat(conversation.replyTo(message(sender, 2))).isEmpty();
        assertThat(conversation.openedAt()).isEqualTo(NOON);
        assertThat(conversation.claimedUntil()).isEqualTo(Instant.EPOCH);
    }

    @Test
    default void releasedClaimShouldBeFreeAtOnce() {
        Sender sender = Messages.sender(7);
        Claimed claimed = get(conversations().claim(sender, message(sender, 1), UNTIL));

        conversations().release(claimed).block();

        assertThat(conversations().claim(sender, message(sender, 2), UNTIL).blockOptional())
                .isPresent();
    }

    @Test
    default void oneOfManyConcurrentClaimsShouldWin() {
        Sender sender = Messages.sender(8);

        long won = get(Flux.range(0, 32)
                .flatMap(i -> conversations().claim(sender, message(sender, i), UNTIL), 32)
                .count());

        assertThat(won).isEqualTo(1);
    }

    @Test
    default void conversationJustReadShouldBeClaimedAsItWasSeen() {
        Sender sender = Messages.sender(9);
        Claimed earlier = get(conversations().claim(sender, message(sender, 1), UNTIL));
        get(conversations().save(earlier, new Step.OfferedToRegister("路灯"), REPLY, NOON));
        Conversation seen = get(conversations().find(sender));

        Claimed claimed = get(conversations().claim(seen, message(sender, 2), UNTIL));

        assertThat(claimed.conversation().step()).isEqualTo(new Step.OfferedToRegister("路灯"));
        assertThat(claimed.fence()).isGreaterThan(earlier.fence());
        assertThat(get(conversations().find(sender)).claimedUntil()).isEqualTo(UNTIL);
        assertThat(get(conversations().save(claimed, new Step.Idle(), REPLY, NOON)))
                .isTrue();
    }

    @Test
    default void conversationThatChangedSinceItWasReadShouldNotBeClaimedAsSeen() {
        Sender sender = Messages.sender(10);
        get(conversations().save(get(conversations().claim(sender, message(sender, 1), UNTIL)), STEP, REPLY, NOON));
        Conversation seen = get(conversations().find(sender));
        get(conversations().save(get(conversations().claim(sender, message(sender, 2), UNTIL)), STEP, REPLY, NOON));

        assertThat(conversations().claim(seen, message(sender, 3), UNTIL).blockOptional())
                .isEmpty();
    }

    @Test
    default void heldConversationShouldNotBeClaimedAsSeen() {
        Sender sender = Messages.sender(11);
        get(conversations().claim(sender, message(sender, 1), UNTIL));
        Conversation seen = get(conversations().find(sender));

        assertThat(conversations().claim(seen, message(sender, 2), UNTIL).blockOptional())
                .isEmpty();
    }

    @Test
    default void amongManyClaimsAsSeenOneOfEachConversationShouldWin() {
        List<Sender> senders =
                IntStream.range(20, 30).mapToObj(Messages::sender).toList();
        List<Conversation> seen = senders.stream()
                .map(sender -> {
                    Claimed first = get(conversations().claim(sender, message(sender, 1), UNTIL));
                    get(conversations().save(first, STEP, REPLY, NOON));
                    return get(conversations().find(sender));
                })
                .toList();

        List<Claimed> won = get(Flux.range(0, 100)
                .flatMap(i -> conversations().claim(seen.get(i % 10), message(senders.get(i % 10), 10 + i), UNTIL), 100)
                .collectList());

        assertThat(won)
                .extracting(claimed -> claimed.conversation().sender())
                .containsExactlyInAnyOrderElementsOf(senders);
        won.forEach(claimed -> assertThat(get(conversations().save(claimed, new Step.Idle(), REPLY, NOON)))
                .isTrue());
    }

    @Test
    default void turnShouldBeSavedBesideAConversationJustRead() {
        Sender sender = Messages.sender(12);
        Claimed earlier = get(conversations().claim(sender, message(sender, 1), UNTIL));
        get(conversations().save(earlier, new Step.Idle(), REPLY, NOON));
        Conversation seen = get(conversations().find(sender));

        assertThat(get(conversations().save(seen, message(sender, 2), STEP, REPLY, NOON.plusSeconds(9))))
                .isTrue();

        Conversation saved = get(conversations().find(sender));
        assertThat(saved.step()).isEqualTo(STEP);
        assertThat(saved.openedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(saved.replyTo(message(sender, 2))).contains(REPLY);
        assertThat(saved.fence()).isGreaterThan(seen.fence());
        assertThat(conversations().claim(seen, message(sender, 3), UNTIL).blockOptional())
                .isEmpty();
    }

    @Test
    default void turnShouldNotBeSavedBesideAConversationThatChangedOrIsHeldOrIsNew() {
        Sender sender = Messages.sender(13);
        assertThat(get(conversations().save(Conversation.fresh(sender), message(sender, 1), STEP, REPLY, NOON)))
                .as("new")
                .isFalse();
        get(conversations()
                .save(get(conversations().claim(sender, message(sender, 1), UNTIL)), new Step.Idle(), REPLY, NOON));
        Conversation seen = get(conversations().find(sender));
        Claimed holder = get(conversations().claim(sender, message(sender, 2), UNTIL));
        assertThat(get(conversations().save(seen, message(sender, 3), STEP, REPLY, NOON)))
                .as("held")
                .isFalse();
        get(conversations().save(holder, new Step.Idle(), REPLY, NOON));
        assertThat(get(conversations().save(seen, message(sender, 3), STEP, REPLY, NOON)))
                .as("changed")
                .isFalse();
        assertThat(get(conversations().find(sender)).step()).isEqualTo(new Step.Idle());
    }

    @Test
    default void turnThatComesAfterItsClaimWasGivenBackShouldNotBeSaved() {
        Sender sender = Messages.sender(17);
        Claimed late = get(conversations().claim(sender, message(sender, 1), UNTIL));
        conversations().release(late).block();
        Conversation seen = get(conversations().find(sender));

        assertThat(get(conversations().save(late, new Step.OfferedToRegister("晚到的"), REPLY, NOON)))
                .isFalse();
        assertThat(get(conversations().save(seen, message(sender, 2), STEP, REPLY, NOON)))
                .isTrue();
        assertThat(get(conversations().find(sender)).step()).isEqualTo(STEP);
    }

    @Test
    default void amongManyTurnsSavedAsSeenOneOfEachConversationShouldWin() {
        List<Conversation> seen = IntStream.range(60, 70)
                .mapToObj(Messages::sender)
                .map(sender -> {
                    Claimed first = get(conversations().claim(sender, message(sender, 1), UNTIL));
                    get(conversations().save(first, new Step.Idle(), REPLY, NOON));
                    return get(conversations().find(sender));
                })
                .toList();

        List<Boolean> saved = get(Flux.range(0, 100)
                .flatMapSequential(
                        i -> {
                            Conversation one = seen.get(i % 10);
                            return conversations().save(one, message(one.sender(), 10 + i), STEP, REPLY, NOON);
                        },
                        100)
                .collectList());

        assertThat(saved).filteredOn(won -> won).hasSize(10);
    }

    @Test
    default void amongManySavesOnlyThoseOfTheHoldersShouldBeWritten() {
        List<Claimed> stopped = IntStream.range(30, 50)
                .mapToObj(Messages::sender)
                .map(sender -> get(conversations().claim(sender, message(sender, 1), UNTIL)))
                .toList();
        List<Claimed> overtaken = stopped.subList(0, 5);
        clockAt(UNTIL.plusSeconds(1));
        overtaken.forEach(late -> get(conversations()
                .claim(late.conversation().sender(), message(late.conversation().sender(), 2), UNTIL.plusSeconds(15))));

        List<Boolean> saved = get(Flux.fromIterable(stopped)
                .flatMapSequential(claimed -> conversations().save(claimed, STEP, REPLY, NOON), 20)
                .collectList());

        assertThat(saved.subList(0, 5)).containsOnly(false);
        assertThat(saved.subList(5, 20)).containsOnly(true);
    }
}
