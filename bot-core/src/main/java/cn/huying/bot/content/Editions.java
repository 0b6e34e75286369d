package cn.huying.bot.content;

import cn.huying.bot.content.Edition.Credit;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Publishing: a patch is checked against the newest content and put behind it. Every replica may do so at any time. */
public final class Editions {
    private static final int MOST_TRIES = 5;

    private final EditionLog log;
    private final List<Objection.Check> checks;
    private final Scheduler thinking;
    private final Clock clock;
    private final AtomicReference<Content> known = new AtomicReference<>(Content.NOTHING);

    /** @param thinking where the checks, which take their time, are made */
    public Editions(EditionLog log, List<Objection.Check> checks, Scheduler thinking, Clock clock) {
        this.log = log;
        this.checks = List.copyOf(checks);
        this.thinking = thinking;
        this.clock = clock;
    }

    /** The newest content there is. */
    public Mono<Content> newest() {
        return Mono.defer(() -> {
            Content start = known.get();
            return log.after(start.edition()).reduce(start, Content::with).doOnNext(this::remember);
        });
    }

    private void remember(Content newer) {
        known.accumulateAndGet(newer, (a, b) -> a.edition() >= b.edition() ? a : b);
    }

    public Mono<Publication> publish(Patch patch, Credit credit, String reason) {
        return Mono.defer(() -> once(patch, credit, reason))
                .repeatWhenEmpty(MOST_TRIES, rounds -> rounds)
                .onErrorResume(IllegalStateException.class, _ -> Mono.just(new Publication.Overtaken()));
    }

    /** Empty when somebody else was faster. */
    private Mono<Publication> once(Patch patch, Credit credit, String reason) {
        return newest().publishOn(thinking).flatMap(before -> {
            Content after = before.tried(patch);
            Patch news = before.towards(after);
            if (news.isEmpty()) {
                return Mono.just(new Publication.Unchanged());
            }
            List<Objection> objections = checks.stream()
                    .flatMap(check -> check.objections(before, after).stream())
                    .toList();
            if (!objections.isEmpty()) {
                return Mono.just(new Publication.Refused(objections));
            }
            Edition edition = new Edition(before.edition() + 1, news, credit, clock.instant(), reason);
            return log.append(edition).flatMap(ours -> ours ? Mono.just(new Publication.Live(edition)) : Mono.empty());
        });
    }
}
