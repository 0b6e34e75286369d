package cn.huying.bot.delivery.channel;

import cn.huying.bot.staff.WorkerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Phones that show the newest face of each worker's card, with codes that work once. */
public final class RecordingCards implements WorkerCards {
    public final Map<WorkerId, Card> shown = new ConcurrentHashMap<>();
    public final List<String> sent = new CopyOnWriteArrayList<>();
    public DeliveryResult answer = new DeliveryResult.Delivered("");
    private final Map<String, WorkerId> codes = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public Mono<DeliveryResult> send(WorkerId to, Card card) {
        return Mono.fromSupplier(() -> {
            if (!(answer instanceof DeliveryResult.Delivered)) {
                return answer;
            }
            sent.add(to + " " + card.task());
            shown.put(to, card);
            return new DeliveryResult.Delivered(code(to));
        });
    }

    @Override
    public Mono<DeliveryResult> update(WorkerId to, String code, Card card) {
        return Mono.fromSupplier(() -> {
            if (!(answer instanceof DeliveryResult.Delivered)) {
                return answer;
            }
            if (!to.equals(codes.remove(code))) {
                // no platform's code: what a real one answers here is not documented
                return new DeliveryResult.Refused(1);
            }
            shown.computeIfPresent(to, (_, there) -> withTask(there.task(), card));
            return new DeliveryResult.Delivered("");
        });
    }

    /** An update does not name the card's task: the platform knows the card by the code. */
    private static Card withTask(String task, Card card) {
        return new Card(task, card.title(), card.status(), card.facts(), card.link(), card.buttons());
    }

    /** A code as a tap on the worker's card brings it. */
    public String code(WorkerId worker) {
        String code = "code" + last.incrementAndGet();
        codes.put(code, worker);
        return code;
    }

    public Card of(WorkerId worker) {
        return Objects.requireNonNull(shown.get(worker), "no card on the phone of " + worker);
    }
}
