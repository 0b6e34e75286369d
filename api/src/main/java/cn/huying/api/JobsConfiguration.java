package cn.huying.api;

import cn.huying.api.job.Every;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.dialogue.Receptionist;
import cn.huying.bot.handling.Supervision;
import cn.huying.bot.message.InboxStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Background work and when it runs. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration PAYLOADS_KEPT = Duration.ofDays(7);

    @Bean(initMethod = "start", destroyMethod = "close")
    Every inboxSweep(Receptionist receptionist) {
        return new Every("messages taken up again", SWEEP, receptionist::sweep);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Every requestClock(Supervision supervision) {
        return new Every("requests moved on by the clock", LOOK, supervision::round);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Every payloadRetention(InboxStore inbox, Clock clock) {
        return new Every(
                "inbox payloads past their retention",
                FORGET,
                () -> inbox.forgetPayloads(clock.instant().minus(PAYLOADS_KEPT)));
    }

    /** Sends from the moment the doors are open; at the end, what is being sent is let come to an end. */
    @Bean
    SmartLifecycle outboxRuns(OutboxDispatcher dispatcher) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                dispatcher.start();
                running = true;
            }

            @Override
            public void stop(Runnable callback) {
                running = false;
                dispatcher.stop().doFinally(signal -> callback.run()).subscribe(done -> {}, error -> {});
            }

            @Override
            public void stop() {
                stop(() -> {});
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
