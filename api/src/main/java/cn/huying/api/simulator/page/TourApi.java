package cn.huying.api.simulator.page;

import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoOnly;
import cn.huying.api.simulator.town.DemoResident;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.Neighbourhood.Group;
import cn.huying.api.simulator.town.StaffDesk;
import cn.huying.api.simulator.town.Townspeople;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * What the guided tour needs beyond the phones. Each tour is played in the next grid with residents who have not been in one, so that it
 * begins afresh however often it is watched.
 */
@RestController
@DemoOnly
@RequestMapping("/simulator/api/tour")
public final class TourApi {
    private static final int MOST_PASSED_OVER = 1_000;

    private final Townspeople people;
    private final Neighbourhood neighbourhood;
    private final SimulatorStates states;
    private final StaffDesk desk;
    private final Clerk clerk;
    private int tours;

    TourApi(Townspeople people, Neighbourhood neighbourhood, SimulatorStates states, StaffDesk desk, Clerk clerk) {
        this.people = people;
        this.neighbourhood = neighbourhood;
        this.states = states;
        this.desk = desk;
        this.clerk = clerk;
    }

    /** Who plays in a tour: one who reports, a neighbour who asks, and their grid. */
    record Cast(SimulatorState.Phone resident, SimulatorState.Phone neighbour, String gridId, String grid) {}

    private record Chosen(DemoResident resident, DemoResident neighbour, Group grid) {}

    record Ending(String worker, String number) {}

    record Wanted(String gridId) {}

    @PostMapping
    Mono<Cast> begin() {
        return clerk.ask(this::choose)
                .flatMap(chosen -> Mono.zip(
                        states.open(chosen.resident().openId()),
                        states.open(chosen.neighbour().openId()),
                        (resident, neighbour) -> new Cast(
                                resident,
                                neighbour,
                                chosen.grid().gridId(),
                                chosen.grid().name())))
                .switchIfEmpty(Mono.error(TourApi::missing));
    }

    @PostMapping(path = "/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<StaffDesk.Resolved> resolve(@RequestBody Ending ending) {
        return desk.resolve(ending.worker(), ending.number()).switchIfEmpty(Mono.error(TourApi::refused));
    }

    @PostMapping(path = "/broadcasts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<StaffDesk.Draft> compose(@RequestBody Wanted wanted) {
        return desk.compose(wanted.gridId()).switchIfEmpty(Mono.error(TourApi::refused));
    }

    @PostMapping("/broadcasts/{id}/approve")
    Mono<StaffDesk.Sending> approve(@PathVariable String id) {
        return desk.approve(id).switchIfEmpty(Mono.error(TourApi::refused));
    }

    @GetMapping("/broadcasts/{id}")
    Mono<StaffDesk.Sending> progress(@PathVariable String id) {
        return desk.progress(id).switchIfEmpty(Mono.error(TourApi::missing));
    }

    /** Whoever wrote already, in an earlier tour before a restart or by hand, is passed over as long as there are others. */
    private Chosen choose() {
        Chosen chosen = next();
        for (int i = 0; i < MOST_PASSED_OVER && !isFresh(chosen); i++) {
            chosen = next();
        }
        return chosen;
    }

    private boolean isFresh(Chosen chosen) {
        return !states.hasWritten(chosen.resident().openId())
                && !states.hasWritten(chosen.neighbour().openId());
    }

    private Chosen next() {
        int tour = tours++;
        List<Group> grids = neighbourhood.groups().stream()
                .filter(group -> inGrid(group).size() > 1)
                .toList();
        if (grids.isEmpty()) {
            throw missing();
        }
        Group grid = grids.get(tour % grids.size());
        List<DemoResident> there = inGrid(grid);
        int first = tour / grids.size() * 2 % (there.size() - 1);
        DemoResident resident = there.get(first);
        DemoResident neighbour = there.stream()
                .skip(first + 1L)
                .filter(other -> other.name().charAt(0) != resident.name().charAt(0))
                .findFirst()
                .orElse(there.get(first + 1));
        return new Chosen(resident, neighbour, grid);
    }

    private List<DemoResident> inGrid(Group group) {
        return people.settled().stream()
                .filter(resident -> resident.grid().equals(group.name()))
                .filter(resident -> people.featured().stream()
                        .noneMatch(known -> known.openId().equals(resident.openId())))
                .toList();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseStatusException refused() {
        return new ResponseStatusException(HttpStatus.CONFLICT);
    }
}
