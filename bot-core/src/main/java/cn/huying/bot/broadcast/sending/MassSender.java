package cn.huying.bot.broadcast.sending;

import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import java.util.List;
import reactor.core.publisher.Mono;

/** One text to many followers of an account in one call. */
public interface MassSender {
    /** The platform takes no shorter list. */
    int FEWEST = 2;

    /** The platform takes no longer list. */
    int MOST = 10_000;

    /**
     * Sends a text. Never errors: every outcome is a value. Sent again under the same key it is done once, and the first one's id comes
     * back.
     *
     * @param key at most 64 bytes; the same recipients and words each time
     */
    Mono<DeliveryResult> send(AppId account, String key, String text, List<OpenId> to);
}
