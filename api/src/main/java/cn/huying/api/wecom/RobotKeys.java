package cn.huying.api.wecom;

import cn.huying.bot.grid.GridId;
import java.util.Optional;

/** Which robot speaks in a grid's group. */
@FunctionalInterface
public interface RobotKeys {
    /** Empty when the grid has no group. */
    Optional<RobotKey> of(GridId grid);
}
