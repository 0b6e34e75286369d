package cn.huying.bot.delivery.channel;

import cn.huying.bot.grid.GridId;
import reactor.core.publisher.Mono;

/** The message robot of a grid's WeCom group. Posts must not carry a name, a phone number or a unit. */
public interface GroupRobot {
    /** Posts markdown (≤ 4,096 bytes, already escaped) into the grid's group. Never errors: every outcome is a value. */
    Mono<DeliveryResult> post(GridId grid, String markdown);
}
