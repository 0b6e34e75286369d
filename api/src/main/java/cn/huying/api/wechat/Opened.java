package cn.huying.api.wechat;

import cn.huying.bot.message.InboundMessage;

/** What a posted envelope came to. */
sealed interface Opened {
    record Message(InboundMessage message) implements Opened {}

    /**
     * @param status 403 when it may not come from the platform or is not meant for this account, 400 when it cannot be read
     * @param reason one of a few fixed words, for counting
     */
    record Refused(int status, String reason) implements Opened {}
}
