package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A dialogue that echoes: words starting with 问 have a plain answer, everything else is an effect that is counted. */
final class ScriptedDialogue implements Dialogue {
    final List<InboxId> effects = Collections.synchronizedList(new ArrayList<>());
    volatile Function<InboundMessage, Mono<Turn>> before = message -> Mono.empty();

    static String words(InboundMessage message) {
        return message instanceof InboundMessage.Text(InboundMessage.Origin origin, String words) ? words : "";
    }

    @Override
    public Mono<Turn> plainTurn(InboundMessage message, Conversation conversation) {
        String words = words(message);
        if (words.startsWith("问")) {
            return Mono.just(Turn.say("答" + words, conversation.step(), Outcome.Kind.TALKED));
        }
        if (words.startsWith("太深")) {
            throw new StackOverflowError();
        }
        if (words.startsWith("错误") || words.startsWith("太久")) {
            return words.startsWith("太久") ? Mono.never() : Mono.error(new IllegalStateException("store away"));
        }
        return words.startsWith("记")
                ? Mono.just(Turn.say("已" + words, new Step.OfferedToRegister(words), Outcome.Kind.TALKED))
                : Mono.empty();
    }

    @Override
    public Mono<Turn> respond(InboundMessage message, Conversation conversation) {
        return before.apply(message).switchIfEmpty(Mono.fromSupplier(() -> {
            effects.add(message.origin().inboxId());
            return Turn.say("已办" + words(message), new Step.OfferedToRegister(words(message)), Outcome.Kind.NOT_FOUND);
        }));
    }

    @Override
    public Optional<Reply> lastResort(InboundMessage message) {
        return words(message).contains("着火") ? Optional.of(new Reply.Text("请立即拨打 119")) : Optional.empty();
    }

    @Override
    public Reply handedToStaff() {
        return new Reply.Text("已转人工");
    }
}
