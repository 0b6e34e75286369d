package cn.huying.bot.message;

/** A channel user: one openid within one account. Conversations, claims and quotas belong to it. */
public record Sender(AppId appId, OpenId openId) {
    /** The id under which stores keep what belongs to this sender; never for logs, Redis keys or group messages. */
    public String key() {
        return appId.value() + ":" + openId.value();
    }

    /** @throws IllegalArgumentException when the key was not made by {@link #key()} */
    public static Sender ofKey(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a sender key");
        }
        return new Sender(new AppId(key.substring(0, colon)), new OpenId(key.substring(colon + 1)));
    }
}
