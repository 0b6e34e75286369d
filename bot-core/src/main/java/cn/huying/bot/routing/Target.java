package cn.huying.bot.routing;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.taxonomy.Level;
import java.util.List;
import java.util.Optional;

/** Whom a rule names: a step of the organisation as seen from the place, or the step that owns the category. */
enum Target {
    GRID,
    COMMUNITY,
    SUBDISTRICT,
    DISTRICT,
    /** The category's own level. */
    LEVEL;

    /** The node meant, whether or not it has a group. */
    Optional<Grid> node(GridTree tree, GridId place, Level level) {
        return switch (this) {
            case GRID -> grid(tree, place);
            case COMMUNITY -> tree.above(place, GridLevel.COMMUNITY);
            case SUBDISTRICT -> tree.above(place, GridLevel.SUBDISTRICT);
            case DISTRICT -> tree.above(place, GridLevel.DISTRICT);
            case LEVEL -> of(level).node(tree, place, level);
        };
    }

    /**
     * The node whose group is told: the one meant if it has a group, else the next one down towards the place, since whoever is nearest
     * passes it on, else the next one up.
     */
    Optional<Grid> group(GridTree tree, GridId place, Level level) {
        List<Grid> path = tree.path(place);
        Optional<Grid> meant = node(tree, place, level);
        int from = meant.map(path::indexOf).orElse(0);
        for (int i = from; i >= 0 && i < path.size(); i--) {
            if (path.get(i).group() && path.get(i).active()) {
                return Optional.of(path.get(i));
            }
        }
        return meant.flatMap(node -> tree.groupFor(node.id())).or(() -> tree.groupFor(place));
    }

    /** The deepest part of the community with a group of its own; the community itself where there is none. */
    private static Optional<Grid> grid(GridTree tree, GridId place) {
        return tree.nearest(place, grid -> grid.level().isGrid() && grid.group() && grid.active())
                .or(() -> tree.above(place, GridLevel.COMMUNITY));
    }

    private static Target of(Level level) {
        return switch (level) {
            case GRID -> GRID;
            case COMMUNITY -> COMMUNITY;
            case SUBDISTRICT -> SUBDISTRICT;
            case DISTRICT -> DISTRICT;
        };
    }
}
