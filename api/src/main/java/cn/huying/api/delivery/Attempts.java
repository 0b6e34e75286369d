package cn.huying.api.delivery;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs WxJava's blocking calls on threads of their own and tells what became of each, in bounded time and without ever failing: what was
 * certainly not sent may be tried again, what may have been sent is unknown.
 */
public final class Attempts implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int QUEUE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration PAUSE_NOT_SENT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    /** What WxJava calls an error that did not come from the platform. */
    private static final int WXJAVA_OWN = -99;

    private final Scheduler scheduler;
    private final Duration patience;

    /** On a scheduler named {@code wxjava}: 8 threads, 1,000 waiting calls. */
    public Attempts() {
        this(Schedulers.newBoundedElastic(THREADS, QUEUE, "wxjava", 60, true), PATIENCE);
    }

    /** @param patience how long one attempt may take with waiting for a thread and a new token */
    Attempts(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    /** A blocking call that returns the platform's JSON answer. */
    @FunctionalInterface
    public interface Call {
        String run() throws WxErrorException;
    }

    /** What an error code of the platform means for the sender. */
    @FunctionalInterface
    public interface Reading {
        /** @param remoteId the id the platform gave with it, empty where it gave none */
        DeliveryResult of(int code, String remoteId);
    }

    /** @param ofCode what an error code of the platform means for the sender */
    public Mono<DeliveryResult> attempt(Call call, IntFunction<DeliveryResult> ofCode) {
        return attempt(call, "msgid", ofCode);
    }

    /** @param id the field of the answer that becomes the remote id */
    public Mono<DeliveryResult> attempt(Call call, String id, IntFunction<DeliveryResult> ofCode) {
        return attempt(call, id, (code, _) -> ofCode.apply(code));
    }

    /** @param id the field of the answer that becomes the remote id, also of a refusal */
    public Mono<DeliveryResult> attempt(Call call, String id, Reading ofCode) {
        return Mono.defer(() -> {
            AtomicBoolean taken = new AtomicBoolean();
            return Mono.fromCallable(() -> taken.compareAndSet(false, true) ? result(call, id, ofCode) : notSent())
                    .subscribeOn(scheduler)
                    .timeout(patience, Mono.fromSupplier(() -> tooLate(taken)))
                    .onErrorResume(RejectedExecutionException.class, e -> Mono.just(notSent()))
                    .onErrorResume(e -> Mono.just(unknown(e)));
        });
    }

    /** Whoever takes the attempt first decides: a call that is still waiting for a thread will not be made any more. */
    private static DeliveryResult tooLate(AtomicBoolean taken) {
        return taken.compareAndSet(false, true) ? notSent() : new DeliveryResult.Unknown("timeout");
    }

    private static DeliveryResult result(Call call, String id, Reading ofCode) {
        try {
            return answered(call.run(), id, ofCode);
        } catch (WxErrorException e) {
            IOException io = ioIn(e);
            int code = e.getError().getErrorCode();
            return io == null && code != WXJAVA_OWN ? ofCode.of(code, remoteId(e.getError(), id)) : failed(io, e);
        } catch (RuntimeException e) {
            return failed(ioIn(e), e);
        }
    }

    private static DeliveryResult answered(String answer, String id, Reading ofCode) {
        try {
            JsonNode json = JSON.readTree(answer);
            JsonNode code = json.path("errcode");
            if (!code.isInt()) {
                return new DeliveryResult.Unknown("answer without errcode");
            }
            return code.intValue() == 0
                    ? new DeliveryResult.Delivered(json.path(id).asString(""))
                    : ofCode.of(code.intValue(), json.path(id).asString(""));
        } catch (JacksonException e) {
            return new DeliveryResult.Unknown("answer is not JSON");
        }
    }

    private static String remoteId(WxError error, String id) {
        try {
            return error.getJson() == null
                    ? ""
                    : JSON.readTree(error.getJson()).path(id).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static DeliveryResult failed(@Nullable IOException io, Exception e) {
        return io instanceof NotSentException ? notSent() : unknown(io == null ? e : io);
    }

    private static DeliveryResult notSent() {
        return new DeliveryResult.RetryAfter(PAUSE_NOT_SENT, 0);
    }

    /** Names the kind of failure only: messages may carry addresses with keys in them. */
    private static DeliveryResult unknown(Throwable e) {
        return new DeliveryResult.Unknown(e.getClass().getSimpleName());
    }

    private static @Nullable IOException ioIn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
