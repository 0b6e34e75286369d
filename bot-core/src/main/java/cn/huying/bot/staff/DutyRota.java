package cn.huying.bot.staff;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who is on duty for a grid at a moment, and who stands in. A grid without a line of its own is looked after from above. */
public final class DutyRota {
    private static final DutyRota NOBODY = new DutyRota(List.of(), List.of(), _ -> List.of(), ZoneOffset.UTC);

    private final Map<WorkerId, Worker> workers = new LinkedHashMap<>();
    private final List<Duty> duties;
    private final Function<GridId, List<Grid>> path;
    private final ZoneId zone;

    /** @param path a node, its parent and so on up to the root; @param zone where days begin */
    public DutyRota(Collection<Worker> workers, List<Duty> duties, Function<GridId, List<Grid>> path, ZoneId zone) {
        workers.forEach(worker -> this.workers.put(worker.id(), worker));
        this.duties = List.copyOf(duties);
        this.path = path;
        this.zone = zone;
    }

    /** An installation that names nobody: groups are told, nobody gets a card. */
    public static DutyRota nobody() {
        return NOBODY;
    }

    public Collection<Worker> workers() {
        return List.copyOf(workers.values());
    }

    public Optional<Worker> worker(WorkerId id) {
        return Optional.ofNullable(workers.get(id));
    }

    public Optional<Worker> onDuty(GridId grid, Instant at) {
        return duty(grid, at).map(Duty::worker).flatMap(this::worker);
    }

    public Optional<Worker> standIn(GridId grid, Instant at) {
        return duty(grid, at).flatMap(Duty::standIn).flatMap(this::worker);
    }

    /** Whether what happens in the grid is the worker's business. */
    public boolean covers(Worker worker, GridId grid) {
        return path.apply(grid).stream().anyMatch(node -> node.id().equals(worker.grid()));
    }

    /** Where a worker works; empty when that grid is not in the tree any more. */
    public Optional<Grid> gridOf(Worker worker) {
        return path.apply(worker.grid()).stream().findFirst();
    }

    private Optional<Duty> duty(GridId grid, Instant at) {
        DayOfWeek day = at.atZone(zone).getDayOfWeek();
        return path.apply(grid).stream()
                .flatMap(node -> own(node.id(), day).stream())
                .findFirst();
    }

    private Optional<Duty> own(GridId grid, DayOfWeek day) {
        List<Duty> lines =
                duties.stream().filter(duty -> duty.grid().equals(grid)).toList();
        return lines.stream()
                .filter(duty -> duty.isFor(day))
                .findFirst()
                .or(() -> lines.stream().filter(duty -> duty.days().isEmpty()).findFirst());
    }
}
