package cn.huying.bot.broadcast.sending;

import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.dialogue.Dialogue;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.JobFinished;
import cn.huying.bot.message.InboundMessage.Reach;
import cn.huying.bot.message.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Hears the platform's reports about mass sends; everything else is for the conversation. */
public final class SendReports implements Dialogue {
    /** A report may overtake the answer to the send itself. */
    private static final Retry SOON =
            Retry.fixedDelay(4, Duration.ofMillis(500)).filter(NotYet.class::isInstance);

    private final Broadcasts broadcasts;
    private final Dialogue conversation;

    public SendReports(Broadcasts broadcasts, Dialogue conversation) {
        this.broadcasts = broadcasts;
        this.conversation = conversation;
    }

    @Override
    public Mono<Turn> plainTurn(InboundMessage message, Conversation state) {
        return isReport(message) ? Mono.empty() : conversation.plainTurn(message, state);
    }

    private static boolean isReport(InboundMessage message) {
        return message instanceof JobFinished finished && finished.job().equals(JobFinished.MASS_SEND);
    }

    @Override
    public Mono<Turn> respond(InboundMessage message, Conversation state) {
        Mono<Turn> turn = conversation.respond(message, state);
        return message instanceof JobFinished finished && isReport(message)
                ? counted(finished).then(turn)
                : turn;
    }

    private Mono<Void> counted(JobFinished finished) {
        Tally tally = tally(finished.status(), finished.reach());
        return tally.total() == 0
                ? Mono.empty()
                : Mono.defer(() ->
                                broadcasts.reported(finished.origin().sender().appId(), finished.msgId(), tally))
                        .flatMap(found -> found ? Mono.<Void>empty() : Mono.error(new NotYet()))
                        .retryWhen(SOON)
                        .onErrorResume(Exceptions::isRetryExhausted, unclaimed -> Mono.empty());
    }

    /** {@code send success}, with or without its blank; {@code send fail}, or {@code err(number)} when the words were refused. */
    static Tally tally(String status, Reach reach) {
        if (!status.startsWith("send") || !status.endsWith("success")) {
            return Tally.failed(status.startsWith("err") ? plain(status) : Tally.NOT_DELIVERED, reach.total());
        }
        Map<String, Integer> failed = new HashMap<>();
        failed.put(Tally.FILTERED, reach.filtered());
        failed.put(Tally.NOT_DELIVERED, reach.failed());
        failed.values().removeIf(n -> n == 0);
        return new Tally(0, reach.sent(), failed, 0);
    }

    private static String plain(String status) {
        StringBuilder plain = new StringBuilder();
        status.chars()
                .filter(c -> c == '(' || c == ')' || Character.isLetterOrDigit(c))
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    @Override
    public Optional<Reply> lastResort(InboundMessage message) {
        return conversation.lastResort(message);
    }

    @Override
    public Reply handedToStaff() {
        return conversation.handedToStaff();
    }

    /** No batch has this id, or not yet: mass sends made by hand are reported as well. */
    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super("no batch of that id", null, false, false);
        }
    }
}
