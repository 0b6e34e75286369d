package cn.huying.bot.request;

import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a request stands now: its state, and beside it everything that changes without changing the state. */
public record Standing(RequestState state, Tier tier, Level level, Light light, Assignment assignment, Due due) {
    /**
     * Who is on it.
     *
     * @param firstReceiver the unit that got it first and goes on answering the resident, whoever leads
     * @param helpers stand-ins, co-handling units, supervisors
     */
    public record Assignment(Optional<Unit> lead, Optional<Unit> firstReceiver, List<Unit> helpers) {
        public Assignment {
            helpers = List.copyOf(helpers);
        }

        public static Assignment nobody() {
            return new Assignment(Optional.empty(), Optional.empty(), List.of());
        }

        public Assignment ledBy(Unit unit) {
            return new Assignment(Optional.of(unit), firstReceiver.or(() -> Optional.of(unit)), helpers);
        }

        public Assignment helpedBy(Unit unit) {
            if (helpers.contains(unit)) {
                return this;
            }
            List<Unit> more = new ArrayList<>(helpers);
            more.add(unit);
            return new Assignment(lead, firstReceiver, more);
        }
    }

    public Standing in(RequestState next) {
        return new Standing(next, tier, level, light, assignment, due);
    }

    public Standing on(Level next) {
        return new Standing(state, tier, next, light, assignment, due);
    }

    public Standing showing(Light next) {
        return new Standing(state, tier, level, next, assignment, due);
    }

    public Standing with(Assignment next) {
        return new Standing(state, tier, level, light, next, due);
    }

    public Standing with(Due next) {
        return new Standing(state, tier, level, light, assignment, next);
    }

    public Standing ledBy(Unit unit) {
        return with(assignment.ledBy(unit)).on(unit.level());
    }

    public Standing escalated() {
        return above(level).map(this::on).orElse(this);
    }

    /** The next level up; empty at the top. */
    public static Optional<Level> above(Level level) {
        int next = level.ordinal() + 1;
        Level[] levels = Level.values();
        return next < levels.length ? Optional.of(levels[next]) : Optional.empty();
    }
}
