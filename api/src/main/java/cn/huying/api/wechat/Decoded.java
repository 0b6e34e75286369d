package cn.huying.api.wechat;

import cn.huying.bot.message.InboundMessage;

/** What became of a decrypted message document. */
sealed interface Decoded {
    record Message(InboundMessage message) implements Decoded {}

    /** @param reason which part could not be used; never the content */
    record Malformed(String reason) implements Decoded {}
}
