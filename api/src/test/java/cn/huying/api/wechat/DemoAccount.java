package cn.huying.api.wechat;

import cn.huying.bot.message.AppId;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** An invented account, an invented resident and a moment that stands still. */
public final class DemoAccount {
    public static final String APP_ID = "wxdemo0000000001";
    public static final String AES_KEY = "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA";
    public static final String OPEN_ID = "oDemoResident-0000000_0001";
    public static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final OfficialAccount ACCOUNT = OfficialAccount.of(
            "HUYING_WECHAT_ACCOUNTS_0", APP_ID, "demo-secret", "huying-demo-token", AES_KEY, "gh_huyingdemo01");
    public static final Sender SENDER = new Sender(new AppId(APP_ID), new OpenId(OPEN_ID));
    public static final Origin ORIGIN = new Origin(InboxId.ofMessage(SENDER, "1"), SENDER, "gh_huyingdemo01", NOW);

    private DemoAccount() {}
}
