package cn.huying.bot.resident;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;

/** Who lives where, for those who told. */
public interface ResidentDirectory {
    /**
     * A resident with the channel users through which the person can be reached.
     *
     * @param follows those who have not stated that they left, in a fixed order
     * @param left whether one did
     */
    record Neighbour(ResidentId resident, List<Sender> follows, boolean left) {
        public Neighbour {
            follows = List.copyOf(follows);
        }
    }

    /** Everyone whose home hangs on one of these very nodes of the tree; those on nodes below them are not meant. */
    Flux<Neighbour> at(Set<GridId> nodes);
}
