package cn.huying.bot.broadcast.sending;

import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A platform that knows its calls by their keys: the same key is carried out once. */
public final class FakeMassSender implements MassSender {
    /** Answers to come instead of the usual one. A call that is answered {@code Unknown} was carried out all the same. */
    public final Deque<DeliveryResult> answers = new ArrayDeque<>();

    public final Map<String, List<OpenId>> carriedOut = new LinkedHashMap<>();
    public final List<String> calls = new ArrayList<>();

    @Override
    public Mono<DeliveryResult> send(AppId account, String key, String text, List<OpenId> to) {
        return Mono.fromSupplier(() -> answer(key, to));
    }

    private synchronized DeliveryResult answer(String key, List<OpenId> to) {
        calls.add(key);
        DeliveryResult answer = answers.isEmpty() ? new DeliveryResult.Delivered(key) : answers.pop();
        if (answer instanceof DeliveryResult.Delivered || answer instanceof DeliveryResult.Unknown) {
            carriedOut.putIfAbsent(key, List.copyOf(to));
        }
        return answer;
    }

    synchronized List<OpenId> reached() {
        return carriedOut.values().stream().flatMap(List::stream).toList();
    }
}
