package cn.huying.api.simulator;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Workers who tap on their cards. A tap goes to the bot's callback as the platform sends it, encrypted, three times if need be. */
final class SimulatedWorkers implements AutoCloseable {
    private final DemoWorkApp app;
    private final FakeWorkApp cards;
    private final Callback callback;

    SimulatedWorkers(DemoWorkApp app, FakeWorkApp cards, Callback callback) {
        this.app = app;
        this.cards = cards;
        this.callback = callback;
    }

    @Override
    public void close() {
        callback.close();
    }

    /** A tap on one of a card's buttons. */
    record TapAction(String task, String key) {}

    List<SimulatorState.WorkerPhone> phones() {
        return app.members().stream()
                .map(member -> new SimulatorState.WorkerPhone(
                        member.id(), member.name(), member.about(), cards.of(member.id())))
                .toList();
    }

    /** What the bot answered; empty when there is no such button on that phone. */
    Mono<Callback.Outcome> tap(String worker, TapAction tap) {
        Optional<String> event = cards.tap(worker, tap.task(), tap.key());
        return Mono.justOrEmpty(event)
                .flatMap(xml -> callback.deliver(worker, xml))
                .doOnNext(outcome -> {
                    if (outcome instanceof Callback.Outcome.Replied(String words)) {
                        cards.replace(worker, tap.task(), words);
                    }
                });
    }
}
