package cn.huying.bot.broadcast;

import cn.huying.bot.grid.GridId;
import java.util.Set;

/**
 * Whom a broadcast is for.
 *
 * @param grids the chosen nodes of the organisation tree; everything below them is meant with them
 * @param told of those only who were told of these broadcasts; empty for everybody there
 */
public record Audience(Set<GridId> grids, Set<Channel> channels, Set<BroadcastId> told) {
    /** Everybody there. */
    public Audience(Set<GridId> grids, Set<Channel> channels) {
        this(grids, channels, Set.of());
    }

    public Audience {
        grids = Set.copyOf(grids);
        channels = Set.copyOf(channels);
        told = Set.copyOf(told);
    }

    /** Whether anybody is meant, and no resident in two ways. */
    public boolean isFit() {
        return !grids.isEmpty()
                && !channels.isEmpty()
                && !(channels.contains(Channel.MASS_SEND) && channels.contains(Channel.CUSTOMER_SERVICE));
    }
}
