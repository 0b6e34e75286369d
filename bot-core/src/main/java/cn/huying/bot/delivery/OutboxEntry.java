package cn.huying.bot.delivery;

import java.time.Instant;

/**
 * Something an aggregate has to tell the world. It is written with the change it tells about, in one step, so neither is ever without the
 * other.
 *
 * @param id derived from the change, the same whenever the change is computed again
 * @param urgent told once too often rather than not at all
 */
public record OutboxEntry(String id, Instant since, Target target, boolean urgent, Delivery delivery) {
    public static OutboxEntry fresh(String id, Instant since, Target target, boolean urgent) {
        return new OutboxEntry(id, since, target, urgent, new Delivery.New(0, since));
    }

    OutboxEntry with(Delivery next) {
        return new OutboxEntry(id, since, target, urgent, next);
    }

    /**
     * A group can bear a post twice when lives depend on it. A card's task and an update's code are taken only once by the platform. A
     * resident's words are never sent twice: there is no key to make it safe.
     */
    boolean mayGoOutTwice() {
        return switch (target) {
            case Target.GroupPost _ -> urgent;
            case Target.WorkerCard _ -> true;
            case Target.ResidentNotice _, Target.LateReply _ -> false;
        };
    }

    /** Given up or uncertain: somebody has to look at it. */
    public boolean isListed() {
        return switch (delivery) {
            case Delivery.Unknown _, Delivery.Failed _ -> true;
            case Delivery.New _, Delivery.Sending _, Delivery.Sent _ -> false;
        };
    }
}
