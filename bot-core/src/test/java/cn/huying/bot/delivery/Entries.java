package cn.huying.bot.delivery;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.Map;

/** Outbox entries for tests. */
public final class Entries {
    public static final Instant T0 = Instant.parse("2026-11-21T01:00:00Z");
    public static final Sender SENDER = new Sender(new AppId("wxdemo0000000001"), new OpenId("o" + "y".repeat(27)));

    private Entries() {}

    public static OutboxEntry post(String id, boolean urgent) {
        return post(id, urgent, "g1");
    }

    public static OutboxEntry post(String id, boolean urgent, String grid) {
        Map<String, String> params = Map.of("place", "3栋", "link", "https://huying.example/worker/requests/1");
        return OutboxEntry.fresh(id, T0, new Target.GroupPost(new GridId(grid), "group.test", params), urgent);
    }

    public static OutboxEntry notice(String id) {
        return OutboxEntry.fresh(
                id, T0, new Target.ResidentNotice(SENDER, "notice.test", Map.of("number", "HY20261121-0042")), false);
    }

    public static OutboxEntry lateReply(String id) {
        return OutboxEntry.fresh(id, T0, new Target.LateReply(SENDER, "垃圾清运在每天早上七点。"), false);
    }
}
