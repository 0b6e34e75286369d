package cn.huying.bot.message;

import java.time.Instant;

/**
 * The identity of one accepted message, the same for every delivery of it. Carries the openid, so it prints itself as stars.
 *
 * @param value {@code appId:fromUser:msgId}, for events {@code appId:fromUser:createTime:event:eventKey}
 */
public record InboxId(String value) {
    private static final int LONGEST_EVENT_KEY = 128;

    public static InboxId ofMessage(Sender sender, String msgId) {
        return new InboxId(sender.key() + ":" + msgId);
    }

    public static InboxId ofEvent(Sender sender, Instant createTime, String event, String eventKey) {
        String key = eventKey.length() > LONGEST_EVENT_KEY ? eventKey.substring(0, LONGEST_EVENT_KEY) : eventKey;
        return new InboxId(sender.key() + ":" + createTime.getEpochSecond() + ":" + event + ":" + key);
    }

    @Override
    public String toString() {
        return "***";
    }
}
