package cn.huying.bot.delivery.channel;

import cn.huying.bot.staff.WorkerId;
import reactor.core.publisher.Mono;

/** Interactive cards of the WeCom application, one worker at a time. Never errors: every outcome is a value. */
public interface WorkerCards {
    /** Sends a new card; its remote id is the code with which this card can be updated once. */
    Mono<DeliveryResult> send(WorkerId to, Card card);

    /** Gives a card another face. A code works once: sent again it changes nothing. */
    Mono<DeliveryResult> update(WorkerId to, String code, Card card);
}
