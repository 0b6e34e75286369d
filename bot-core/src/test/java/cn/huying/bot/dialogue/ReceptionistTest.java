package cn.huying.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.dialogue.ConversationStore.Claimed;
import cn.huying.bot.message.InMemoryInboxStore;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Receipt;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ReceptionistTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock(Messages.NOON);
    private final InMemoryInboxStore inbox = new InMemoryInboxStore(clock);
    private final InMemoryConversationStore conversations = new InMemoryConversationStore(clock);
    private final ScriptedDialogue dialogue = new ScriptedDialogue();
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private final Receptionist receptionist = on(inbox);

    private Receptionist on(InboxStore store) {
        return new Receptionist(store, conversations, new OpenLedger(), dialogue, outcomes::add, id -> {}, clock);
    }

    private static InboundMessage message(int sender, int number, String words) {
        return Messages.text(Messages.sender(sender), Integer.toString(number), words);
    }

    private Reply receive(InboundMessage message) {
        Reply reply = receptionist.receive(message).block(PATIENCE);
        assertThat(reply).isNotNull();
        return reply;
    }

    @Test
    void messageKeptElsewhereShouldBeToldSoAndDangerShouldBeInstructed() {
        Reply busy = new Reply.Text("已收到，稍后回复您");
        InboxStore away = failing(InboxStore.class, "accept", Mono.just(new Receipt.Kept(busy)));
        ConversationStore gone =
                failing(ConversationStore.class, "find", Mono.error(new IllegalStateException("no server")));
        Receptionist during = new Receptionist(away, gone, new OpenLedger(), dialogue, outcomes::add, id -> {}, clock);

        assertThat(during.receive(message(1, 1, "问物业费")).block(PATIENCE)).isEqualTo(busy);
        assertThat(during.receive(message(1, 2, "楼道灯坏了")).block(PATIENCE)).isEqualTo(busy);
        assertThat(during.receive(message(1, 3, "着火了")).block(PATIENCE)).isEqualTo(new Reply.Text("请立即拨打 119"));
        assertThat(dialogue.effects).isEmpty();
        assertThat(outcomes).isEmpty();
        assertThat(during.inHand()).isZero();
    }

    private static <T> T failing(Class<T> port, String only, Mono<?> answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (method.getName().equals(only)) {
                return answer;
            }
            throw new AssertionError(method);
        }));
    }

    @Test
    void messageShouldBeKeptWithItsReply() {
        InboundMessage message = message(1, 1, "下水道堵了");

        assertThat(receive(message)).isEqualTo(new Reply.Text("已办下水道堵了"));

        assertThat(inbox.find(message.origin().inboxId()).map(InboxEntry::state).block())
                .isEqualTo(new InboxEntry.Answered(new Reply.Text("已办下水道堵了")));
        assertThat(conversations
                        .find(Messages.sender(1))
                        .map(Conversation::step)
                        .block())
                .isEqualTo(new Step.OfferedToRegister("下水道堵了"));
    }

    @Test
    void repeatedDeliveryShouldGetTheSameReplyAndNoSecondEffect() {
        InboundMessage message = message(2, 1, "路灯不亮");
        Reply first = receive(message);

        assertThat(receive(message)).isEqualTo(first);

        assertThat(dialogue.effects).containsExactly(message.origin().inboxId());
    }

    @Test
    void aThousandMessagesDeliveredThreeTimesAtOnceShouldHaveAThousandEffects() {
        List<InboundMessage> deliveries = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            for (int copy = 0; copy < 3; copy++) {
                deliveries.add(message(i % 100, i, "诉求" + i));
            }
        }

        List<Reply> replies = Flux.fromIterable(deliveries)
                .flatMapSequential(receptionist::receive, 64)
                .collectList()
                .block(PATIENCE);

        assertThat(dialogue.effects).hasSize(1000).doesNotHaveDuplicates();
        assertThat(replies).isNotNull().hasSize(3000);
        for (int i = 0; i < 3000; i++) {
            assertThat(replies.get(i)).isEqualTo(new Reply.Text("已办诉求" + i / 3));
        }
    }

    @Test
    void copiesOnTwoReplicasShouldHaveOneEffect() {
        Receptionist other = on(inbox);
        List<Receptionist> replicas = List.of(receptionist, other);

        List<Reply> replies = Flux.range(0, 400)
                .flatMapSequential(i -> replicas.get(i % 2).receive(message(i / 4, 7, "诉求" + i / 4)), 64)
                .collectList()
                .block(PATIENCE);

        assertThat(dialogue.effects).hasSize(100).doesNotHaveDuplicates();
        assertThat(outcomes).hasSize(100);
        assertThat(replies).isNotNull().doesNotContain(new Reply.Silence());
    }

    @Test
    void messagesOfOneResidentShouldBeHandledInTheirOrder() {
        Sinks.One<Turn> hold = Sinks.one();
        dialogue.before = m -> ScriptedDialogue.words(m).equals("一") ? hold.asMono() : Mono.empty();
        Mono<Reply> first = receptionist.receive(message(3, 1, "一")).cache();
        Mono<Reply> second = receptionist.receive(message(3, 2, "二")).cache();

        StepVerifier.create(Mono.when(first, second))
                .then(() -> assertThat(dialogue.effects).isEmpty())
                .then(() -> hold.tryEmitEmpty())
                .expectComplete()
                .verify(PATIENCE);

        assertThat(dialogue.effects)
                .containsExactly(
                        message(3, 1, "").origin().inboxId(),
                        message(3, 2, "").origin().inboxId());
    }

    @Test
    void plainTurnShouldNotWaitForAClaimOnceTheWindowIsOpen() {
        receive(message(4, 1, "先说一句"));

        assertThat(receive(message(4, 2, "问物业费"))).isEqualTo(new Reply.Text("答问物业费"));

        assertThat(dialogue.effects).hasSize(1);
        assertThat(conversations
                        .find(Messages.sender(4))
                        .map(c -> c.last().orElseThrow().inboxId())
                        .block())
                .isEqualTo(message(4, 1, "").origin().inboxId());
    }

    @Test
    void turnWithoutEffectsShouldMoveTheConversationOnWithoutClaimingIt() {
        receive(message(14, 1, "先说一句"));
        long fence = conversation(14).fence();
        InboundMessage message = message(14, 2, "记路灯不亮");

        assertThat(receive(message)).isEqualTo(new Reply.Text("已记路灯不亮"));

        assertThat(dialogue.effects).hasSize(1);
        assertThat(conversation(14).step()).isEqualTo(new Step.OfferedToRegister("记路灯不亮"));
        assertThat(conversation(14).fence()).isEqualTo(fence + 1);
        assertThat(inbox.find(message.origin().inboxId()).map(InboxEntry::state).block())
                .isEqualTo(new InboxEntry.Answered(new Reply.Text("已记路灯不亮")));
        assertThat(receive(message)).isEqualTo(new Reply.Text("已记路灯不亮"));
        assertThat(conversation(14).fence()).isEqualTo(fence + 1);
    }

    @Test
    void messageWhoseConversationWasMovedOnMeanwhileShouldTakeTheCarefulWay() {
        receive(message(15, 1, "先说一句"));
        Conversation stale = conversation(15);
        receive(message(15, 2, "再说一句"));
        ConversationStore lagging = lagging(stale);
        Receptionist replica =
                new Receptionist(inbox, lagging, new OpenLedger(), dialogue, outcomes::add, id -> {}, clock);
        InboundMessage message = message(15, 3, "记路灯不亮");

        assertThat(replica.receive(message).block(PATIENCE)).isEqualTo(new Reply.Text("已办记路灯不亮"));

        assertThat(dialogue.effects).hasSize(3).endsWith(message.origin().inboxId());
        assertThat(replica.inHand()).isZero();
    }

    @Test
    void messageThatCannotBeAnsweredLightlyShouldTakeTheCarefulWay() {
        receive(message(17, 1, "先说一句"));

        assertThat(receive(message(17, 2, "错误"))).isEqualTo(new Reply.Text("已办错误"));
        assertThat(receive(message(17, 3, "太深"))).isEqualTo(new Reply.Text("已办太深"));
        assertThat(receive(message(17, 4, "太久"))).isEqualTo(new Reply.Text("已办太久"));
        assertThat(receptionist.inHand()).isZero();
    }

    /** Gives a conversation as it was; everything else as it is. */
    private ConversationStore lagging(Conversation stale) {
        return (ConversationStore) Proxy.newProxyInstance(
                ConversationStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (self, method, arguments) ->
                        method.getName().equals("find") ? Mono.just(stale) : method.invoke(conversations, arguments));
    }

    @Test
    void crashAfterTheConversationWasMovedOnShouldRepeatItsReply() {
        receive(message(16, 1, "先说一句"));
        InboundMessage message = message(16, 2, "记路灯不亮");
        InboxId id = message.origin().inboxId();
        inbox.accept(message, clock.instant().plus(Receptionist.LEASE)).block();
        Step next = new Step.OfferedToRegister("记路灯不亮");
        conversations
                .save(conversation(16), id, next, new Reply.Text("已记"), clock.instant())
                .block();
        clock.pass(Receptionist.LEASE.plusSeconds(1));

        receptionist.sweep().block(PATIENCE);

        assertThat(dialogue.effects).hasSize(1);
        assertThat(inbox.owed(id).block()).isEqualTo(new Reply.Text("已记"));
        assertThat(conversation(16).step()).isEqualTo(next);
    }

    private Conversation conversation(int sender) {
        Conversation conversation = conversations.find(Messages.sender(sender)).block(PATIENCE);
        assertThat(conversation).isNotNull();
        return conversation;
    }

    @Test
    void messageWhoseHandlingTakesTooLongShouldBeAnsweredLater() {
        Sinks.One<Turn> hold = Sinks.one();
        dialogue.before = m -> hold.asMono();
        InboundMessage message = message(5, 1, "慢");

        assertThat(receive(message)).isEqualTo(new Reply.Silence());
        hold.tryEmitValue(Turn.say("办好了"));

        Reply owed = inbox.owed(message.origin().inboxId())
                .repeatWhenEmpty(rounds -> rounds.delayElements(Duration.ofMillis(10)))
                .block(PATIENCE);
        assertThat(owed).isEqualTo(new Reply.Text("办好了"));
    }

    @Test
    void messageBehindASlowOneShouldBeSafeBeforeItIsAcknowledged() {
        Sinks.One<Turn> hold = Sinks.one();
        dialogue.before = m -> ScriptedDialogue.words(m).equals("慢") ? hold.asMono() : Mono.empty();
        InboundMessage second = message(14, 2, "后来的");
        Mono<Reply> first = receptionist.receive(message(14, 1, "慢")).cache();

        List<Reply> told =
                Flux.merge(first, receptionist.receive(second)).collectList().block(PATIENCE);

        assertThat(told).containsOnly(new Reply.Silence());
        assertThat(inbox.find(second.origin().inboxId()).blockOptional()).isPresent();
        hold.tryEmitEmpty();
    }

    @Test
    void messageTheInboxDoesNotTakeInTimeShouldNotBeAcknowledged() {
        Receptionist hanging = on(inboxGiving(Mono.never()));

        assertThatThrownBy(() -> hanging.receive(message(15, 1, "垃圾")).block(PATIENCE))
                .isInstanceOf(Receptionist.NotAcceptedInTimeException.class);
    }

    @Test
    void onlyWordsShouldOpenTheWindow() {
        Sender sender = Messages.sender(16);
        InboundMessage followed = new InboundMessage.Subscribed(Messages.origin(sender, "1"), "");

        receive(followed);
        assertThat(conversations.find(sender).map(Conversation::openedAt).block())
                .isEqualTo(Instant.EPOCH);

        receive(Messages.text(sender, "2", "你好"));
        assertThat(conversations.find(sender).map(Conversation::openedAt).block())
                .isEqualTo(Messages.NOON);
    }

    @Test
    void failedMessageShouldBeAcknowledgedAndTakenUpBySweeping() {
        dialogue.before = m -> Mono.error(new IllegalStateException("store away"));
        InboundMessage message = message(6, 1, "电梯坏了");
        assertThat(receive(message)).isEqualTo(new Reply.Silence());
        dialogue.before = m -> Mono.empty();
        clock.pass(Receptionist.LEASE.plusSeconds(1));

        assertThat(receptionist.sweep().block(PATIENCE)).isEqualTo(1);

        assertThat(inbox.owed(message.origin().inboxId()).block()).isEqualTo(new Reply.Text("已办电梯坏了"));
    }

    @Test
    void poisonMessageShouldGoToStaffAfterTheLastAttempt() {
        dialogue.before = m -> {
            throw new StackOverflowError();
        };
        InboundMessage message = message(7, 1, "毒");
        receive(message);

        for (int round = 0; round <= InboxEntry.MOST_ATTEMPTS; round++) {
            clock.pass(Receptionist.LEASE.plusSeconds(1));
            receptionist.sweep().block(PATIENCE);
        }

        assertThat(inbox.dead(10).map(InboxEntry::id).collectList().block())
                .containsExactly(message.origin().inboxId());
        assertThat(inbox.owed(message.origin().inboxId()).block()).isEqualTo(new Reply.Text("已转人工"));
    }

    @Test
    void crashAfterTheTurnWasSavedShouldRepeatItsReplyAndNotTheEffect() {
        InboundMessage message = message(8, 1, "确认");
        InboxId id = message.origin().inboxId();
        inbox.accept(message, clock.instant().plus(Receptionist.LEASE)).block();
        Claimed claimed = conversations
                .claim(Messages.sender(8), id, clock.instant().plus(Receptionist.LEASE))
                .block();
        assertThat(claimed).isNotNull();
        conversations
                .save(claimed, new Step.Idle(), new Reply.Text("已登记"), clock.instant())
                .block();
        clock.pass(Receptionist.LEASE.plusSeconds(1));

        receptionist.sweep().block(PATIENCE);

        assertThat(dialogue.effects).isEmpty();
        assertThat(inbox.owed(id).block()).isEqualTo(new Reply.Text("已登记"));
    }

    @Test
    void deliveryAfterACrashShouldTakeTheMessageOverOnceTheLeaseRanOut() {
        InboundMessage message = message(9, 1, "停水了");
        inbox.accept(message, clock.instant().plus(Receptionist.LEASE)).block();
        clock.pass(Receptionist.LEASE.plusSeconds(1));

        assertThat(receive(message)).isEqualTo(new Reply.Text("已办停水了"));
    }

    @Test
    void messageThatCouldNotBeKeptShouldBeAnError() {
        Receptionist away = on(awayInbox());

        assertThatThrownBy(() -> away.receive(message(10, 1, "垃圾")).block(PATIENCE))
                .hasMessageContaining("inbox away");
    }

    @Test
    void emergencyShouldBeInstructedEvenWhenTheInboxIsAway() {
        Receptionist away = on(awayInbox());

        assertThat(away.receive(message(11, 1, "着火了")).block(PATIENCE)).isEqualTo(new Reply.Text("请立即拨打 119"));
    }

    @Test
    void nothingShouldStayInHandAfterwards() {
        Sender sender = Messages.sender(12);
        for (int i = 0; i < 50; i++) {
            receive(Messages.text(sender, "m" + i, i % 2 == 0 ? "问" + i : "说" + i));
        }

        assertThat(receptionist.inHand()).isZero();
    }

    private static InboxStore awayInbox() {
        return inboxGiving(Mono.error(new IllegalStateException("inbox away")));
    }

    private static InboxStore inboxGiving(Mono<?> answer) {
        return (InboxStore) Proxy.newProxyInstance(
                InboxStore.class.getClassLoader(),
                new Class<?>[] {InboxStore.class},
                (self, method, arguments) -> answer);
    }

    /** Allows everything; what it keeps is not looked at here. */
    private static final class OpenLedger implements QuotaLedger {
        @Override
        public Mono<Boolean> take(Sender sender) {
            return Mono.just(true);
        }

        @Override
        public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
            return Mono.empty();
        }
    }
}
