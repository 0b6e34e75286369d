package cn.huying.bot.delivery;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Duration;

/** What carrying one entry out came to. */
public sealed interface Attempt {
    /** It was sent, or at least tried: the channel's word. */
    record Answered(DeliveryResult result) implements Attempt {}

    /** It was not tried, for our own allowance is used up or cannot be asked; does not count as an attempt. */
    record Postponed(Duration pause) implements Attempt {}
}
