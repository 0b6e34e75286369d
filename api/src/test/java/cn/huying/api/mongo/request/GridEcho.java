package cn.huying.api.mongo.request;

import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.grid.GridId;
import reactor.core.publisher.Mono;

/** Writes the grid into the post, so that posts differ. */
record GridEcho(RecordingChannels channels) implements GroupRobot {
    @Override
    public Mono<DeliveryResult> post(GridId grid, String markdown) {
        return channels.post(grid, grid + " " + markdown);
    }
}
