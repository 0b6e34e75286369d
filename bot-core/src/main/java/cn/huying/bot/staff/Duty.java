package cn.huying.bot.staff;

import cn.huying.bot.grid.GridId;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes what comes to a grid.
 *
 * @param days the days of the week it is for; empty for every day that no other line names
 * @param standIn who is called when nobody signs in time
 */
public record Duty(GridId grid, Set<DayOfWeek> days, WorkerId worker, Optional<WorkerId> standIn) {
    public Duty {
        days = Set.copyOf(days);
    }

    boolean isFor(DayOfWeek day) {
        return days.contains(day);
    }
}
