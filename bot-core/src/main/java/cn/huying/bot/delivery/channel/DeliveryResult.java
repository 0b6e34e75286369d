package cn.huying.bot.delivery.channel;

import java.time.Duration;

/** What one attempt to send came to. Expected outcomes are values; the error table is in {@code docs/} beside the clients. */
public sealed interface DeliveryResult {
    /** @param remoteId the platform's id for it, empty where it gives none */
    record Delivered(String remoteId) implements DeliveryResult {}

    /** Nothing was sent; try again after the pause. */
    record RetryAfter(Duration pause, int code) implements DeliveryResult {}

    /** This recipient cannot be reached through this channel: unfollowed, window closed, quota of the person used up. */
    record Unreachable(int code) implements DeliveryResult {}

    /** The request itself is wrong and will never be accepted: dead letter. */
    record Refused(int code) implements DeliveryResult {}

    /** The channel is banned or misconfigured: stop using it and tell the operator. */
    record ChannelDown(int code) implements DeliveryResult {}

    /** Timeout, reset or 5xx: it may have been sent. Never blindly sent again where the platform has no idempotency key. */
    record Unknown(String cause) implements DeliveryResult {}
}
