package cn.huying.api.simulator;

import cn.huying.api.simulator.Neighbourhood.Group;
import java.util.List;

/** Draws up the first picture of everything. */
final class SimulatorStates {
    private static final int CALLS = 200;
    private static final String ZONE = "Asia/Shanghai";

    private final DemoAccount account;
    private final List<DemoResident> residents;
    private final FakeFollowers followers;
    private final Timelines timelines;
    private final FakeRobots robots;
    private final Journal journal;
    private final Neighbourhood neighbourhood;
    private final SimulatedWorkers workers;

    SimulatorStates(
            DemoAccount account,
            List<DemoResident> residents,
            FakeFollowers followers,
            Timelines timelines,
            FakeRobots robots,
            Journal journal,
            Neighbourhood neighbourhood,
            SimulatedWorkers workers) {
        this.account = account;
        this.residents = List.copyOf(residents);
        this.followers = followers;
        this.timelines = timelines;
        this.robots = robots;
        this.journal = journal;
        this.neighbourhood = neighbourhood;
        this.workers = workers;
    }

    /** @param last the number of an event published before this call; what happens meanwhile may be in both */
    SimulatorState after(long last) {
        return new SimulatorState(
                account.name(),
                ZONE,
                last,
                residents.stream().map(this::phone).toList(),
                neighbourhood.groups().stream().map(this::book).toList(),
                workers.phones(),
                journal.last(CALLS),
                neighbourhood.doors(),
                neighbourhood.spots());
    }

    private SimulatorState.Phone phone(DemoResident resident) {
        String openId = resident.openId();
        return new SimulatorState.Phone(
                openId, resident.name(), resident.about(), followers.following(openId), timelines.of(openId));
    }

    private SimulatorState.GroupBook book(Group group) {
        return new SimulatorState.GroupBook(group.gridId(), group.name(), robots.of(group.gridId()));
    }
}
