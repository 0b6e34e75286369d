package cn.huying.api.simulator.phone;

import cn.huying.api.simulator.feed.WorkCard;
import cn.huying.api.simulator.platform.FakeWorkApp;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoWorkApp;
import cn.huying.api.simulator.wire.Callback;
import java.util.List;
import reactor.core.publisher.Mono;

/** Workers who tap on their cards. A tap goes to the bot's callback as the platform sends it, encrypted, three times if need be. */
public final class SimulatedWorkers implements AutoCloseable {
    private final DemoWorkApp app;
    private final FakeWorkApp cards;
    private final Callback callback;
    private final Clerk clerk;

    public SimulatedWorkers(DemoWorkApp app, FakeWorkApp cards, Callback callback, Clerk clerk) {
        this.clerk = clerk;
        this.app = app;
        this.cards = cards;
        this.callback = callback;
    }

    @Override
    public void close() {
        callback.close();
    }

    /** A tap on one of a card's buttons. */
    public record TapAction(String task, String key) {}

    /** @param cards oldest first */
    public record WorkerPhone(String id, String name, String about, List<WorkCard> cards) {}

    public List<WorkerPhone> phones() {
        return app.members().stream()
                .map(member -> new WorkerPhone(member.id(), member.name(), member.about(), cards.of(member.id())))
                .toList();
    }

    /** What the bot answered; empty when there is no such button on that phone. */
    public Mono<Callback.Outcome> tap(String worker, TapAction tap) {
        return clerk.ask(() -> cards.tap(worker, tap.task(), tap.key()))
                .flatMap(Mono::justOrEmpty)
                .flatMap(xml -> callback.deliver(worker, xml))
                .publishOn(clerk.desk())
                .doOnNext(outcome -> {
                    if (outcome instanceof Callback.Outcome.Replied(String words)) {
                        cards.replace(worker, tap.task(), words);
                    }
                });
    }
}
