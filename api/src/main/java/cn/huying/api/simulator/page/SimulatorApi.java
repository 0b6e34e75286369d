package cn.huying.api.simulator.page;

import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.PlatformCall;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.feed.WorkCard;
import cn.huying.api.simulator.phone.SimulatedResidents;
import cn.huying.api.simulator.phone.SimulatedWorkers;
import cn.huying.api.simulator.town.DemoOnly;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.Neighbourhood.Door;
import cn.huying.api.simulator.wire.Callback;
import cn.huying.api.simulator.wire.ResidentAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the page and the terminal conversation talk to. */
@RestController
@DemoOnly
@RequestMapping("/simulator")
public final class SimulatorApi {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SimulatedResidents residents;
    private final SimulatorStates states;
    private final Neighbourhood neighbourhood;
    private final SimulatedWorkers workers;
    private final Feed feed;

    SimulatorApi(
            SimulatedResidents residents,
            SimulatorStates states,
            Neighbourhood neighbourhood,
            SimulatedWorkers workers,
            Feed feed) {
        this.residents = residents;
        this.states = states;
        this.neighbourhood = neighbourhood;
        this.workers = workers;
        this.feed = feed;
    }

    @GetMapping("/api/state")
    Mono<SimulatorState> state() {
        return states.now();
    }

    @GetMapping("/api/phones/{openId}")
    Mono<SimulatorState.Phone> phone(@PathVariable String openId) {
        return states.open(openId).switchIfEmpty(Mono.error(SimulatorApi::unknown));
    }

    /** @param words that occur in name, home or grid */
    @GetMapping("/api/people")
    Mono<SimulatorStates.PeoplePage> people(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "0") int page) {
        return states.people(words.strip(), page);
    }

    @GetMapping("/api/doors")
    List<Door> doors() {
        return neighbourhood.doors();
    }

    /** Waits for the bot; what appeared on the phone in answer is in {@code entries}. */
    @PostMapping(path = "/api/residents/{openId}/actions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, List<PhoneEntry>>> act(@PathVariable String openId, @RequestBody ResidentAction action) {
        return residents
                .act(openId, action)
                .map(entries -> Map.of("entries", entries))
                .switchIfEmpty(Mono.error(SimulatorApi::unknown));
    }

    /** Waits for the bot; what it said in place of the buttons is in {@code told}. */
    @PostMapping(path = "/api/workers/{worker}/taps", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, String>> tap(@PathVariable String worker, @RequestBody SimulatedWorkers.TapAction tap) {
        return workers.tap(worker, tap)
                .map(outcome -> switch (outcome) {
                    case Callback.Outcome.Replied(String words) -> Map.of("outcome", "told", "told", words);
                    case Callback.Outcome.Silent() -> Map.of("outcome", "taken");
                    case Callback.Outcome.Faulty() -> Map.of("outcome", "faulty");
                })
                .switchIfEmpty(Mono.error(SimulatorApi::unknown));
    }

    /** A browser that comes back names the last event it saw in the header; a page that just loaded names it in the query. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        Flux<ServerSentEvent<Object>> events =
                feed.after(lastEventId == null ? after : lastEventId).map(SimulatorApi::sent);
        return events.publish(shared -> Flux.merge(shared, heartbeat().takeUntilOther(shared.ignoreElements())));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Flux<ServerSentEvent<Object>> heartbeat() {
        return Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.builder().comment("").build());
    }

    private static ServerSentEvent<Object> sent(Feed.Numbered numbered) {
        String id = String.valueOf(numbered.number());
        return switch (numbered.event()) {
            case SimulatorEvent.Said(PhoneEntry entry) -> event(id, "said", entry);
            case SimulatorEvent.Typing typing -> event(id, "typing", typing);
            case SimulatorEvent.Followed followed -> event(id, "followed", followed);
            case SimulatorEvent.Posted(GroupPost post) -> event(id, "posted", post);
            case SimulatorEvent.Carded(WorkCard card) -> event(id, "carded", card);
            case SimulatorEvent.Called(PlatformCall call) -> event(id, "called", call);
            case SimulatorEvent.Switched fault -> event(id, "switched", fault);
            case SimulatorEvent.MassSent sent -> event(id, "mass", sent);
            case SimulatorEvent.Missed missed -> event(id, "missed", missed);
        };
    }

    private static ServerSentEvent<Object> event(String id, String name, Object data) {
        return ServerSentEvent.builder(data).id(id).event(name).build();
    }
}
