package cn.huying.bot.routing;

import cn.huying.bot.grid.GridId;
import java.util.List;

/** Where a request goes. */
public sealed interface Routing {
    /**
     * One rule fits.
     *
     * @param handlingGrid who answers for it; its group is told when {@code groupPost}, and it has one then
     * @param unit who acts first, as staff say it, for example 安禾物业
     * @param copies whose groups are told as well, without the handling grid; empty when not {@code groupPost}
     * @param groupPost false for what is private: it is shown to the named unit only, never in a group
     * @param reason the rule's name, for the request's history
     */
    record Dispatch(GridId handlingGrid, String unit, List<GridId> copies, boolean groupPost, String reason)
            implements Routing {
        public Dispatch {
            copies = List.copyOf(copies);
        }
    }

    /** A dispatcher decides. */
    record Triage(Reason reason) implements Routing {}

    /** Why a person has to look. */
    enum Reason {
        /** The classifier is less sure than the threshold. */
        UNSURE,
        /** The matter fits no category. */
        NO_CATEGORY,
        /** No rule is written for it. */
        NO_RULE,
        /** The place's grid is not in the tree, or nobody above it has a group. */
        NO_GRID
    }
}
