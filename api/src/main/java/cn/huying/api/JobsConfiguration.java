package cn.huying.api;

import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.bot.delivery.DeadLetters;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.dialogue.Receptionist;
import cn.huying.bot.handling.Supervision;
import cn.huying.bot.message.InboxStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Background work and when it runs. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration PAYLOADS_KEPT = Duration.ofDays(7);

    /** What was said to residents is kept as long as what they said; nobody can send it for months. */
    private static final Duration UNSENT_KEPT = Duration.ofDays(180);

    @Bean
    Running requestJobs(Receptionist receptionist, Supervision supervision) {
        return Running.of(
                new Every("messages taken up again", SWEEP, receptionist::sweep),
                new Every("requests moved on by the clock", LOOK, supervision::round));
    }

    @Bean
    Running retention(InboxStore inbox, DeadLetters letters, Clock clock) {
        return Running.of(
                new Every(
                        "inbox payloads past their retention",
                        FORGET,
                        () -> inbox.forgetPayloads(clock.instant().minus(PAYLOADS_KEPT))),
                new Every(
                        "unsent words past their retention",
                        FORGET,
                        () -> letters.forget(clock.instant().minus(UNSENT_KEPT))));
    }

    /** Sends from the moment the doors are open; at the end, what is being sent is let come to an end. */
    @Bean
    Running outboxRuns(OutboxDispatcher dispatcher) {
        return new Running(dispatcher::start, dispatcher::stop);
    }
}
