package cn.huying.api.wechat;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reception;
import cn.huying.bot.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Remembers what it was handed, by inbox id as the real one does, and answers as the test wishes. */
final class FakeReception implements Reception {
    private static final Function<InboundMessage, Mono<Reply>> ECHO = message -> Mono.just(
            message instanceof InboundMessage.Text(var _, String content)
                    ? new Reply.Text(content)
                    : new Reply.Text(message.getClass().getSimpleName()));

    private final Map<InboxId, Mono<Reply>> replies = new ConcurrentHashMap<>();
    private final List<InboundMessage> effects = new ArrayList<>();
    private volatile Function<InboundMessage, Mono<Reply>> answer = ECHO;

    @Override
    public Mono<Reply> receive(InboundMessage message) {
        return replies.computeIfAbsent(message.origin().inboxId(), id -> {
            synchronized (effects) {
                effects.add(message);
            }
            return answer.apply(message).cache();
        });
    }

    void answers(Function<InboundMessage, Mono<Reply>> answer) {
        this.answer = answer;
    }

    /** Every message once, however often it was handed in. */
    List<InboundMessage> effects() {
        synchronized (effects) {
            return List.copyOf(effects);
        }
    }

    void reset() {
        replies.clear();
        answer = ECHO;
        synchronized (effects) {
            effects.clear();
        }
    }
}
