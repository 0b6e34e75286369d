package cn.huying.bot.handling;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.request.Unit;
import cn.huying.bot.taxonomy.Level;
import java.util.Optional;

/** Who stands above a unit in the organisation tree. */
public record Superiors(GridTree tree) {
    /** The nearest node above the unit whose level is higher than the one given; empty at the top. */
    public Optional<Unit> above(Unit unit, Level level) {
        return tree.nearest(unit.grid(), grid -> grid.active() && level(grid).compareTo(level) > 0)
                .map(Superiors::unit);
    }

    private static Unit unit(Grid grid) {
        return new Unit(grid.id(), grid.name(), level(grid), grid.group());
    }

    private static Level level(Grid grid) {
        return switch (grid.level()) {
            case DISTRICT -> Level.DISTRICT;
            case SUBDISTRICT -> Level.SUBDISTRICT;
            case COMMUNITY -> Level.COMMUNITY;
            case GENERAL, L1, L2, AUX, MICRO -> Level.GRID;
        };
    }
}
