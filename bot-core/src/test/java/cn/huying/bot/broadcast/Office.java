package cn.huying.bot.broadcast;

import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.alert.InMemoryAlertStore;
import cn.huying.bot.broadcast.alert.AlertAreas;
import cn.huying.bot.broadcast.alert.Alerts;
import cn.huying.bot.broadcast.audience.InMemoryRecipientStore;
import cn.huying.bot.broadcast.sending.BroadcastDispatcher;
import cn.huying.bot.broadcast.sending.Carrier;
import cn.huying.bot.broadcast.sending.FakeMassSender;
import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.InMemoryResidentStore;
import cn.huying.bot.text.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** The demo's community with its broadcasts, all in memory. */
public final class Office {
    public static final GridTree TREE = DemoTree.TREE;
    public static final List<GridId> LEAVES =
            TREE.grids().stream().map(Grid::id).filter(TREE::isLeaf).toList();
    static final BroadcastTexts TEXTS = new BroadcastTexts(
            Templates.load(DemoTree.root().resolve("config/templates")).require(BroadcastTexts.keys()),
            ZoneId.of("Asia/Shanghai"));
    private static final Duration WAIT = Duration.ofSeconds(20);

    public final TestClock clock = new TestClock(Messages.NOON);
    final InMemoryBroadcastStore store = new InMemoryBroadcastStore();
    public final InMemoryRecipientStore recipients = new InMemoryRecipientStore();
    final InMemoryResidentStore residents = new InMemoryResidentStore();
    public final InMemoryQuotaLedger quotas = new InMemoryQuotaLedger(clock);
    public final InMemoryAlertStore kept = new InMemoryAlertStore();
    public final FakeMassSender platform = new FakeMassSender();
    public final RecordingChannels channels = new RecordingChannels();
    public final AtomicInteger hints = new AtomicInteger();
    public final Broadcasts broadcasts =
            new Broadcasts(store, recipients, TREE, new Vouching(Set.of()), hints::incrementAndGet, clock);
    public final Alerts alerts =
            new Alerts(kept, store, broadcasts, new AlertRules(Set.of()), TEXTS, new AlertAreas(TREE), clock);

    public BroadcastDispatcher replica() {
        return new BroadcastDispatcher(
                broadcasts,
                new BroadcastDispatcher.Stores(store, recipients, residents),
                TREE,
                new Carrier(platform, channels, quotas, channels, channels, clock),
                TEXTS,
                clock);
    }

    public static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(WAIT));
    }

    /** Residents numbered from 1, dealt out over the leaves of the tree. */
    public void settle(int count) {
        for (int number = 1; number <= count; number++) {
            Place place = new Place(
                    LEAVES.get(number % LEAVES.size()), "幸福里", Optional.empty(), Optional.empty(), "3栋", "", "");
            residents
                    .settle(get(residents.of(Messages.sender(number))), new Home(place))
                    .block(WAIT);
        }
    }

    public void leaves(Sender sender) {
        residents.follows(sender, false, clock.instant()).block(WAIT);
    }

    public Audience everybody(Channel... through) {
        return new Audience(Set.of(TREE.root().id()), Set.of(through));
    }

    public Broadcast approvedCampaign(Audience audience) {
        Instant expires = clock.instant().plus(Duration.ofHours(6));
        Content content = TEXTS.antiFraud("谨防冒充客服", "客服不会让您转账。", expires);
        Broadcast draft = Samples.after(get(broadcasts.compose(content, audience, Samples.AUTHOR)));
        Broadcast submitted = Samples.after(get(broadcasts.submit(draft.id(), Samples.AUTHOR)));
        return Samples.after(get(broadcasts.approve(draft.id(), submitted.seal(), Samples.APPROVER)));
    }

    public Broadcast now(Broadcast broadcast) {
        return get(broadcasts.find(broadcast.id()));
    }

    public Counts counts(Broadcast broadcast) {
        return get(broadcasts.counts(now(broadcast)));
    }
}
