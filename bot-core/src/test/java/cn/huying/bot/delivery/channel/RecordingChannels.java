package cn.huying.bot.delivery.channel;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.text.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Group and customer service that write down what was sent and answer as told. */
public final class RecordingChannels implements GroupRobot, CustomerService, RobotBucket, Texts {
    public final List<String> posts = new CopyOnWriteArrayList<>();
    public final List<String> messages = new CopyOnWriteArrayList<>();
    public final List<String> tickets = new CopyOnWriteArrayList<>();
    public final Deque<Duration> pauses = new ArrayDeque<>();
    public Function<String, Mono<DeliveryResult>> answer = words -> Mono.just(new DeliveryResult.Delivered("id"));

    @Override
    public Mono<DeliveryResult> post(GridId grid, String markdown) {
        return Mono.defer(() -> {
            posts.add(markdown);
            return answer.apply(markdown);
        });
    }

    @Override
    public Mono<DeliveryResult> send(Sender to, String text) {
        return Mono.defer(() -> {
            messages.add(text);
            return answer.apply(text);
        });
    }

    @Override
    public Mono<Duration> take(GridId grid) {
        return Mono.fromSupplier(() -> pauses.isEmpty() ? Duration.ZERO : pauses.pop());
    }

    @Override
    public Mono<Duration> queue(GridId grid, String ticket, boolean urgent) {
        return take(grid).doFirst(() -> tickets.add(ticket + (urgent ? " urgently" : "")));
    }

    @Override
    public String render(String key, Map<String, String> params) {
        if (key.contains("missing")) {
            throw new IllegalArgumentException("no text under key " + key);
        }
        return switch (key) {
            case "ago.now" -> "now";
            case "ago.minutes" -> params.get("n") + "min";
            case "ago.hours" -> params.get("n") + "h";
            default -> key + new TreeMap<>(params);
        };
    }
}
