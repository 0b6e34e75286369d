package cn.huying.api.simulator.page;

import cn.huying.api.simulator.fault.Fault;
import cn.huying.api.simulator.fault.FaultSwitches;
import cn.huying.api.simulator.fault.FaultyHost;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoOnly;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The fault switches as the page turns them; every answer is how all of them stand afterwards. */
@RestController
@DemoOnly
@RequestMapping("/simulator/api/faults")
public final class FaultsApi {
    private final FaultSwitches switches;
    private final Clerk clerk;

    FaultsApi(FaultSwitches switches, Clerk clerk) {
        this.switches = switches;
        this.clerk = clerk;
    }

    record Turn(Fault fault) {}

    @GetMapping
    Mono<List<SimulatorEvent.Switched>> all() {
        return clerk.ask(switches::all);
    }

    @PutMapping(path = "/{host}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<SimulatorEvent.Switched>> turn(@PathVariable FaultyHost host, @RequestBody Turn turn) {
        return clerk.ask(() -> {
            switches.turn(host, turn.fault());
            return switches.all();
        });
    }

    @DeleteMapping
    Mono<List<SimulatorEvent.Switched>> reset() {
        return clerk.ask(() -> {
            switches.reset();
            return switches.all();
        });
    }
}
