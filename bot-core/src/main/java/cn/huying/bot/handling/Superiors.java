package cn.huying.bot.handling;

import cn.huying.bot.grid.GridTree;
import cn.huying.bot.request.Unit;
import cn.huying.bot.taxonomy.Level;
import java.util.Optional;

/** Who stands above a unit in the organisation tree. */
public record Superiors(GridTree tree) {
    /** The nearest node above the unit whose level is higher than the one given; empty at the top. */
    public Optional<Unit> above(Unit unit, Level level) {
        return tree.nearest(
                        unit.grid(),
                        grid -> grid.active() && Level.at(grid.level()).compareTo(level) > 0)
                .map(Unit::of);
    }
}
