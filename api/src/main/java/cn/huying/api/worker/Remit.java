package cn.huying.api.worker;

import cn.huying.bot.grid.GridTree;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Unit;
import java.util.stream.Stream;

/** What a worker may see and do: what lies in his or her own grid or was given to it. */
public final class Remit {
    private final GridTree tree;

    public Remit(GridTree tree) {
        this.tree = tree;
    }

    /** Private matters are seen by those who handle them and by nobody else, wherever they happened. */
    boolean sees(Worker worker, ServiceRequest request) {
        boolean there = request.submission()
                .place()
                .leaf()
                .filter(leaf -> tree.isWithin(leaf, worker.grid()))
                .isPresent();
        return handles(worker, request) || (there && !request.isSensitive());
    }

    /** A unit on it, leading or helping, is the worker's own or lies below it. */
    boolean handles(Worker worker, ServiceRequest request) {
        Standing.Assignment assignment = request.standing().assignment();
        return Stream.of(assignment.lead().stream(), assignment.firstReceiver().stream(), assignment.helpers().stream())
                .flatMap(units -> units)
                .map(Unit::grid)
                .anyMatch(grid -> tree.isWithin(grid, worker.grid()));
    }
}
