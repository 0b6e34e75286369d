package cn.huying.api.alert;

import cn.huying.bot.Home;
import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.alert.InMemoryAlertStore;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.InMemoryBroadcastStore;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.broadcast.alert.AlertAreas;
import cn.huying.bot.broadcast.alert.Alerts;
import cn.huying.bot.broadcast.audience.InMemoryRecipientStore;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.text.Templates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Alerts that end up in memory. */
final class Desk {
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final GridTree TREE =
            GridFolder.read(Home.CONFIG.resolve("demo/community")).tree();

    final TestClock clock = new TestClock(NOON);
    final InMemoryBroadcastStore store = new InMemoryBroadcastStore();
    final Alerts alerts;

    Desk(String... senders) {
        Broadcasts broadcasts =
                new Broadcasts(store, new InMemoryRecipientStore(), TREE, new Vouching(Set.of()), () -> {}, clock);
        BroadcastTexts texts =
                new BroadcastTexts(Templates.load(Home.CONFIG.resolve("templates")), ZoneId.of("Asia/Shanghai"));
        alerts = new Alerts(
                new InMemoryAlertStore(),
                store,
                broadcasts,
                new AlertRules(Set.of(senders)),
                texts,
                new AlertAreas(TREE),
                clock);
    }
}
