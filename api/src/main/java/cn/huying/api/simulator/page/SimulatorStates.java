package cn.huying.api.simulator.page;

import cn.huying.api.simulator.fault.FaultSwitches;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.phone.SimulatedWorkers;
import cn.huying.api.simulator.platform.FakeFollowers;
import cn.huying.api.simulator.platform.FakeRobots;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoAccount;
import cn.huying.api.simulator.town.DemoResident;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.Neighbourhood.Group;
import cn.huying.api.simulator.town.Townspeople;
import java.util.List;
import reactor.core.publisher.Mono;

/** Draws up pictures of everything as it is now. */
public final class SimulatorStates {
    private static final int CALLS = 200;
    private static final int PEOPLE = 20;
    private static final String ZONE = "Asia/Shanghai";

    private final DemoAccount account;
    private final Townspeople people;
    private final Neighbourhood neighbourhood;
    private final Platform platform;
    private final SimulatedWorkers workers;
    private final Feed feed;
    private final Clerk clerk;

    /** What stands on the platform's side. */
    public record Platform(
            FakeFollowers followers, Timelines timelines, FakeRobots robots, Journal journal, FaultSwitches faults) {}

    public SimulatorStates(
            DemoAccount account,
            Townspeople people,
            Neighbourhood neighbourhood,
            Platform platform,
            SimulatedWorkers workers,
            Feed feed,
            Clerk clerk) {
        this.account = account;
        this.people = people;
        this.neighbourhood = neighbourhood;
        this.platform = platform;
        this.workers = workers;
        this.feed = feed;
        this.clerk = clerk;
    }

    Mono<SimulatorState> now() {
        return clerk.ask(() -> new SimulatorState(
                account.name(),
                ZONE,
                feed.last(),
                people.featured().stream().map(this::phone).toList(),
                neighbourhood.groups().stream().map(this::book).toList(),
                workers.phones(),
                platform.journal().last(CALLS),
                platform.faults().all(),
                neighbourhood.doors(),
                neighbourhood.spots(),
                people.settled().size()));
    }

    /** Somebody's phone, which the page hears of from now on; empty for one who has none. */
    Mono<SimulatorState.Phone> open(String openId) {
        return clerk.ask(() -> people.find(openId).map(resident -> {
                    platform.timelines().watch(openId);
                    return phone(resident);
                }))
                .flatMap(Mono::justOrEmpty);
    }

    /** Whether anything was ever written on this phone; asked by the clerk. */
    boolean hasWritten(String openId) {
        return platform.timelines().of(openId).stream().anyMatch(entry -> entry.source() == PhoneEntry.Source.RESIDENT);
    }

    /** @param matching how many there are on all pages */
    record PeoplePage(int matching, int page, int pages, List<Person> people) {}

    /** @param messages how many lines stand on the phone */
    record Person(String openId, String name, String about, String grid, boolean follower, int messages) {}

    Mono<PeoplePage> people(String words, int page) {
        return clerk.ask(() -> {
            List<DemoResident> found = people.named(words);
            int pages = Math.max(1, (found.size() + PEOPLE - 1) / PEOPLE);
            int shown = Math.clamp(page, 0, pages - 1);
            List<Person> rows = found.stream()
                    .skip((long) shown * PEOPLE)
                    .limit(PEOPLE)
                    .map(this::person)
                    .toList();
            return new PeoplePage(found.size(), shown, pages, rows);
        });
    }

    private Person person(DemoResident resident) {
        String openId = resident.openId();
        return new Person(
                openId,
                resident.name(),
                resident.about(),
                resident.grid(),
                platform.followers().following(openId),
                platform.timelines().of(openId).size());
    }

    private SimulatorState.Phone phone(DemoResident resident) {
        String openId = resident.openId();
        return new SimulatorState.Phone(
                openId,
                resident.name(),
                resident.about(),
                resident.grid(),
                platform.followers().following(openId),
                platform.timelines().of(openId));
    }

    private SimulatorState.GroupBook book(Group group) {
        return new SimulatorState.GroupBook(
                group.gridId(), group.name(), platform.robots().of(group.gridId()));
    }
}
