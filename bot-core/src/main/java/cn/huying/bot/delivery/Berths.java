package cn.huying.bot.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;

/**
 * So many sends at a time to each host of the platforms: one that hangs for ten seconds each holds up what goes to it, and nothing else.
 */
final class Berths {
    static final int OF_EACH_HOST = 16;
    static final int OF_ALL_HOSTS = 3 * OF_EACH_HOST;
    /** As long as a slow send takes; what waits is a write now and then, not a queue. */
    static final Duration TAKEN = Duration.ofSeconds(2);

    private final Semaphore robots = new Semaphore(OF_EACH_HOST);
    private final Semaphore officialAccount = new Semaphore(OF_EACH_HOST);
    private final Semaphore application = new Semaphore(OF_EACH_HOST);

    /** Sends when there is a place, else puts it off. */
    Mono<Attempt> at(Target target, Mono<Attempt> sending) {
        return Mono.using(
                () -> Optional.of(host(target)).filter(Semaphore::tryAcquire),
                place -> place.isPresent() ? sending : Mono.just(new Attempt.Postponed(TAKEN)),
                place -> place.ifPresent(Semaphore::release));
    }

    private Semaphore host(Target target) {
        return switch (target) {
            case Target.GroupPost _ -> robots;
            case Target.ResidentNotice _, Target.LateReply _ -> officialAccount;
            case Target.WorkerCard _ -> application;
        };
    }
}
