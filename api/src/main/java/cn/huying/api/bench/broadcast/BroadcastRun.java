package cn.huying.api.bench.broadcast;

import cn.huying.api.mongo.broadcast.MongoBroadcastStore;
import cn.huying.api.mongo.broadcast.MongoRecipientStore;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.broadcast.sending.BroadcastDispatcher;
import cn.huying.bot.broadcast.sending.Carrier;
import cn.huying.bot.broadcast.sending.MassSender;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.message.OpenId;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Invented residents in the demo's community, and one campaign to all of them through a platform that answers at once. */
public final class BroadcastRun {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final MongoResidentStore residents;
    private final Broadcasts broadcasts;
    private final BroadcastDispatcher dispatcher;
    private final GridTree tree;
    private final Clock clock;
    private final Map<OpenId, Integer> carried = new HashMap<>();
    private int batches;

    /** @param home the folder with {@code config/} */
    public BroadcastRun(Path home, MongoDatabase database, Clock clock) {
        this.clock = clock;
        tree = GridFolder.read(home.resolve("config/demo/community")).tree();
        residents = new MongoResidentStore(database, new Keyring(new byte[32]));
        MongoBroadcastStore store = new MongoBroadcastStore(database);
        MongoRecipientStore recipients = new MongoRecipientStore(database);
        Mono.when(residents.prepare(), store.prepare(), recipients.prepare()).block(LONGEST);
        broadcasts = new Broadcasts(store, recipients, tree, new Vouching(Set.of()), () -> {}, clock);
        Mono<DeliveryResult> none = Mono.just(new DeliveryResult.Refused(0));
        Carrier carrier = new Carrier(
                platform(),
                (to, text) -> none,
                new NoQuota(),
                (grid, text) -> none,
                grid -> Mono.just(Duration.ZERO),
                clock);
        BroadcastTexts texts = new BroadcastTexts((key, params) -> key, ZoneOffset.UTC);
        dispatcher = new BroadcastDispatcher(
                broadcasts, new BroadcastDispatcher.Stores(store, recipients, residents), tree, carrier, texts, clock);
    }

    private MassSender platform() {
        return (account, key, text, to) -> Mono.fromSupplier(() -> take(key, to));
    }

    private synchronized DeliveryResult take(String key, List<OpenId> to) {
        batches++;
        to.forEach(openId -> carried.merge(openId, 1, Integer::sum));
        return new DeliveryResult.Delivered(key);
    }

    public void settle(Crowd crowd) {
        crowd.settle(residents, tree);
    }

    /** From approval to the end. */
    public void broadcast() {
        Content content =
                new Content("谨防诈骗", "不转账。", Optional.empty(), clock.instant().plus(Duration.ofHours(1)));
        Audience everyone = new Audience(Set.of(tree.root().id()), Set.of(Channel.MASS_SEND));
        Broadcast draft = after(broadcasts.compose(content, everyone, "author"));
        Broadcast submitted = after(broadcasts.submit(draft.id(), "author"));
        Broadcast approved = after(broadcasts.approve(draft.id(), submitted.seal(), "approver"));
        while (Objects.requireNonNull(broadcasts.find(approved.id()).block(LONGEST))
                        .state()
                != BroadcastState.DONE) {
            dispatcher.prepare().then(dispatcher.send()).block(LONGEST);
        }
    }

    private static Broadcast after(Mono<Change> change) {
        if (change.block(LONGEST) instanceof Change.Changed(Broadcast next)) {
            return next;
        }
        throw new IllegalStateException("the bench's own broadcast was refused");
    }

    public int batches() {
        return batches;
    }

    public synchronized int reached() {
        return carried.size();
    }

    public synchronized int twice() {
        return (int) carried.values().stream().filter(n -> n > 1).count();
    }
}
