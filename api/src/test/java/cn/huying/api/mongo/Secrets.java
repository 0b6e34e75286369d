package cn.huying.api.mongo;

import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.dialogue.community.Community;
import cn.huying.bot.dialogue.community.Talk;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.resident.Home;
import cn.huying.bot.taxonomy.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Writes one secret wherever a resident's words, place or address can come to lie. */
final class Secrets {
    /** Rare characters and digits, so that nothing else says it by chance. */
    static final String SECRET = "翡翠鹦鹉四七二九";

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Actor UNIT = Actor.staff(Role.UNIT, "worker1", Level.GRID);
    private static final Actor HANDLER = Actor.staff(Role.HANDLER, "worker1", Level.GRID);

    private final MongoStores stores;
    private final Sender sender;

    Secrets(MongoStores stores, Sender sender) {
        this.stores = stores;
        this.sender = sender;
    }

    void writeEverywhere() {
        messages();
        steps();
        home();
        requests();
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(WAIT));
    }

    private void messages() {
        List<InboundMessage> messages = List.of(
                Messages.text(sender, "s1", SECRET),
                new InboundMessage.Voice(Messages.origin(sender, "s2"), SECRET, SECRET),
                new InboundMessage.Image(Messages.origin(sender, "s3"), SECRET, "http://example.invalid/" + SECRET),
                new InboundMessage.Location(Messages.origin(sender, "s4"), 39.1, 83.2, SECRET),
                new InboundMessage.Link(Messages.origin(sender, "s5"), SECRET, SECRET, SECRET),
                new InboundMessage.Unsupported(Messages.origin(sender, "s6"), SECRET));
        for (InboundMessage message : messages) {
            get(stores.inbox().accept(message, Messages.NOON));
            stores.inbox()
                    .complete(stored(message), new Reply.Text(SECRET), true)
                    .block(WAIT);
        }
        InboundMessage poison = Messages.text(sender, "s7", SECRET);
        get(stores.inbox().accept(poison, Messages.NOON));
        stores.inbox()
                .bury(stored(poison), "MOST_ATTEMPTS", new Reply.Text(SECRET))
                .block(WAIT);
        get(stores.inbox().acceptAnswered(Messages.text(sender, "s8", SECRET), new Reply.Text(SECRET)));
        String claimed = messages.getFirst().origin().inboxId().value();
        get(stores.lateReplies().claim(claimed, "replica-1", Messages.NOON));
    }

    private InboxEntry stored(InboundMessage message) {
        return get(stores.inbox().find(message.origin().inboxId()));
    }

    private static Place place() {
        return new Place(
                new GridId("g01"),
                SECRET,
                Optional.of(new CompoundId(SECRET)),
                Optional.of(new BuildingId(SECRET)),
                SECRET,
                SECRET,
                SECRET);
    }

    private void steps() {
        Draft placed = new Draft(SECRET, Optional.of(place()), SECRET, true, Messages.NOON, SECRET);
        List<Step> steps = List.of(
                new Step.ChoosingAnswer(List.of(SECRET), SECRET),
                new Step.OfferedToRegister(SECRET),
                new Step.AskedWhat(placed),
                new Step.AskedWhere(placed, 1),
                new Step.ChoosingPlace(placed, List.of(place(), place())),
                new Step.Confirming(placed),
                new Step.ChoosingHome(List.of(place())),
                new Step.ChoosingRequest(List.of(SECRET), Wish.REWORK, SECRET),
                new Step.AskedWhereUrgently(SECRET),
                new Step.BesideAnAlarm(SECRET, new Step.Confirming(placed)),
                new Step.Answered(SECRET, SECRET, true, Messages.NOON),
                new Step.Withdrawing(SECRET, Messages.NOON),
                new Step.Moving(SECRET, Messages.NOON),
                new Step.Reading(SECRET));
        for (int i = 0; i < steps.size(); i++) {
            InboxId id = InboxId.ofMessage(sender, "step" + i);
            ConversationStore.Claimed claimed =
                    get(stores.conversations().claim(sender, id, Messages.NOON.plusSeconds(15)));
            get(stores.conversations().save(claimed, steps.get(i), new Reply.Text(SECRET), Messages.NOON));
        }
    }

    private void home() {
        stores.residents()
                .settle(get(stores.residents().of(sender)), new Home(place()))
                .block(WAIT);
    }

    private void requests() {
        Community community = stores.community();
        Talk talk = community.with(77_001);
        talk.says("我住幸福里3栋2单元501").says("下水道堵了，我叫" + SECRET).says("确认");
        RequestId id = talk.requests().getFirst().id();
        for (Action action : List.<Action>of(
                new Action.Plain(Verb.SIGN),
                new Action.Contact("phone", true, SECRET),
                new Action.Resolve("repaired", SECRET, SECRET, Set.of()))) {
            get(community.requests.act(id, action, action instanceof Action.Plain ? UNIT : HANDLER));
        }
        talk.says("楼上漏水").says("说不清").says(SECRET + "对面").says("确认");
        talk.says("着火了 " + SECRET);
    }
}
