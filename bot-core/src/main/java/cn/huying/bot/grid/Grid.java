package cn.huying.bot.grid;

import java.util.Optional;

/**
 * One node of the organisation tree, from district to micro grid.
 *
 * @param parent empty for the root only
 * @param name as residents may read it, for example 第三网格
 * @param group whether the node has a WeCom group of its own with a robot in it; the robot's key is a secret and lives elsewhere
 * @param code the official code of the place (区划代码), by which alerts name it; empty where it has none
 * @param active an inactive node is kept for history and receives nothing
 */
public record Grid(
        GridId id, Optional<GridId> parent, GridLevel level, String name, boolean group, boolean active, String code) {
    /** One whose code is not known. */
    public Grid(GridId id, Optional<GridId> parent, GridLevel level, String name, boolean group, boolean active) {
        this(id, parent, level, name, group, active, "");
    }
}
