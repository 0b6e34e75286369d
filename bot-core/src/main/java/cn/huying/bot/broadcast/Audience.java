package cn.huying.bot.broadcast;

import cn.huying.bot.grid.GridId;
import java.util.Set;

/**
 * Whom a broadcast is for.
 *
 * @param grids the chosen nodes of the organisation tree; everything below them is meant with them
 */
public record Audience(Set<GridId> grids, Set<Channel> channels) {
    public Audience {
        grids = Set.copyOf(grids);
        channels = Set.copyOf(channels);
    }

    /** Whether anybody is meant, and no resident in two ways. */
    public boolean isFit() {
        return !grids.isEmpty()
                && !channels.isEmpty()
                && !(channels.contains(Channel.MASS_SEND) && channels.contains(Channel.CUSTOMER_SERVICE));
    }
}
