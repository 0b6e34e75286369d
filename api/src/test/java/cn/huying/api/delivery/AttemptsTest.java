package cn.huying.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.DeliveryResult.Delivered;
import cn.huying.bot.delivery.channel.DeliveryResult.Refused;
import cn.huying.bot.delivery.channel.DeliveryResult.RetryAfter;
import cn.huying.bot.delivery.channel.DeliveryResult.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class AttemptsTest {
    private static final RetryAfter NOT_SENT = new RetryAfter(Duration.ofSeconds(5), 0);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Scheduler one = Schedulers.newBoundedElastic(1, 1, "wxjava-test");
    private final Attempts attempts = new Attempts(one, Duration.ofMillis(300));

    @AfterEach
    void close() {
        release.countDown();
        attempts.close();
    }

    @Test
    void zeroShouldBeDelivered() {
        assertThat(run(() -> "{\"errcode\":0,\"msgid\":\"7\"}")).isEqualTo(new Delivered("7"));
        assertThat(run(() -> "{\"errcode\":0,\"msgid\":8}")).isEqualTo(new Delivered("8"));
        assertThat(run(() -> "{\"errcode\":0,\"errmsg\":\"ok\"}")).isEqualTo(new Delivered(""));
    }

    @Test
    void aCodeShouldGoThroughTheTable() {
        assertThat(run(() -> "{\"errcode\":47003}")).isEqualTo(new Refused(47003));
        assertThat(run(() -> {
                    throw new WxErrorException(
                            WxError.builder().errorCode(47003).build());
                }))
                .isEqualTo(new Refused(47003));
    }

    @Test
    void aFailureOnTheWayShouldBeUnknown() {
        assertThat(run(() -> {
                    throw new WxErrorException(new IOException("https://x/?key=secret"));
                }))
                .isEqualTo(new Unknown("IOException"));
        assertThat(run(() -> {
                    throw new WxRuntimeException(new IOException("reset"));
                }))
                .isEqualTo(new Unknown("IOException"));
        assertThat(run(() -> {
                    throw new IllegalStateException("key=secret");
                }))
                .isEqualTo(new Unknown("IllegalStateException"));
        assertThat(run(() -> {
                    throw new WxErrorException("无响应内容");
                }))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatWasNotSentShouldBeTriedAgain() {
        assertThat(run(() -> {
                    throw new WxErrorException(new NotSentException("no connection"));
                }))
                .isEqualTo(NOT_SENT);
        assertThat(run(() -> {
                    throw new WxRuntimeException(new NotSentException("no token"));
                }))
                .isEqualTo(NOT_SENT);
    }

    @Test
    void aCallThatHangsShouldBeUnknown() {
        assertThat(run(this::hang)).isEqualTo(new Unknown("timeout"));
    }

    @Test
    void aCallThatNeverGotAThreadShouldNotBeMadeLater() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch hanging = new CountDownLatch(1);
        Disposable first = Mono.<String>fromRunnable(() -> {
                    hanging.countDown();
                    await();
                })
                .subscribeOn(one)
                .subscribe();
        hanging.await();

        DeliveryResult waiting = run(() -> "{\"errcode\":" + made.getAndIncrement() + "}");

        assertThat(waiting).isEqualTo(NOT_SENT);
        release.countDown();
        assertThat(run(() -> "{\"errcode\":0}")).isEqualTo(new Delivered(""));
        assertThat(made).hasValue(0);
        first.dispose();
    }

    @Test
    void aFullQueueShouldBeAnAnswer() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Disposable first = Mono.fromRunnable(() -> {
                    hanging.countDown();
                    await();
                })
                .subscribeOn(one)
                .subscribe();
        hanging.await();
        Disposable second = Mono.fromRunnable(() -> {}).subscribeOn(one).subscribe();

        assertThat(run(() -> "{\"errcode\":0}")).isEqualTo(NOT_SENT);
        first.dispose();
        second.dispose();
    }

    private DeliveryResult run(Attempts.Call call) {
        DeliveryResult result = attempts.attempt(call, Refused::new).block(Duration.ofSeconds(10));
        assertThat(result).isNotNull();
        return java.util.Objects.requireNonNull(result);
    }

    private String hang() {
        await();
        return "{\"errcode\":0}";
    }

    private void await() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
