package cn.huying.bot.request;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;

/**
 * Who handles a request: a node of the organisation tree.
 *
 * @param name as residents read it, for example 幸福里社区3网格
 * @param hasGroup whether its WeCom group is to be told
 */
public record Unit(GridId grid, String name, Level level, boolean hasGroup) {
    public static Unit of(Grid node) {
        return new Unit(node.id(), node.name(), Level.at(node.level()), node.group());
    }
}
