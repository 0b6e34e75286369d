package cn.huying.bot.message;

import java.time.Instant;

/** Invented messages for tests. */
public final class Messages {
    public static final AppId ACCOUNT = new AppId("wxdemo0000000001");
    public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private Messages() {}

    public static Sender sender(int number) {
        return new Sender(ACCOUNT, new OpenId("oTestResident%011d".formatted(number)));
    }

    public static InboundMessage.Text text(Sender sender, String msgId, String content) {
        return new InboundMessage.Text(origin(sender, msgId), content);
    }

    public static InboundMessage.Origin origin(Sender sender, String msgId) {
        return new InboundMessage.Origin(InboxId.ofMessage(sender, msgId), sender, "gh_huyingdemo01", NOON);
    }
}
