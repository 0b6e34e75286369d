package cn.huying.api;

import cn.huying.api.worker.Worker;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.taxonomy.Level;
import java.util.ArrayList;
import java.util.List;

/** The demo's accounts: one for each grid with a group, one for the community, one for the subdistrict. The password is no secret. */
final class DemoWorkers {
    /** Not encoded, since it is printed at every start and encoding costs a tenth of a second. */
    private static final String SECRET = "{noop}huying-demo";

    private DemoWorkers() {}

    static List<Worker> of(GridTree tree) {
        List<Worker> workers = new ArrayList<>();
        for (Grid grid : tree.grids()) {
            if (grid.level() == GridLevel.GENERAL) {
                workers.add(new Worker("worker" + (workers.size() + 1), SECRET, grid.id(), Level.GRID));
            }
        }
        workers.addAll(
                tree.grids().stream().flatMap(grid -> above(grid).stream()).toList());
        return workers;
    }

    private static List<Worker> above(Grid grid) {
        return switch (grid.level()) {
            case COMMUNITY -> List.of(new Worker("community", SECRET, grid.id(), Level.COMMUNITY));
            case SUBDISTRICT -> List.of(new Worker("subdistrict", SECRET, grid.id(), Level.SUBDISTRICT));
            case DISTRICT, GENERAL, L1, L2, AUX, MICRO -> List.of();
        };
    }
}
