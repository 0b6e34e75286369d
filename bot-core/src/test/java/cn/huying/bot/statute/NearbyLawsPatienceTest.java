package cn.huying.bot.statute;

import cn.huying.bot.content.law.Catalogue;
import cn.huying.bot.content.law.InMemoryLawShelf;
import cn.huying.bot.content.law.LawIntake;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.bot.content.law.Laws;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import cn.huying.knowledge.law.text.Law;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Alone, for it turns the clock everybody waits by. */
@Isolated
class NearbyLawsPatienceTest {
    @TempDir
    Path folder;

    /** A store that gives the catalogue and then no law. */
    private record Silent(LawShelf laws) implements LawShelf {
        @Override
        public Mono<Void> layAside(Law law) {
            return laws.layAside(law);
        }

        @Override
        public Mono<Catalogue> catalogue() {
            return laws.catalogue();
        }

        @Override
        public Mono<Boolean> show(Catalogue next) {
            return laws.show(next);
        }

        @Override
        public Mono<Law> find(String id) {
            return Mono.never();
        }
    }

    @Test
    void storeThatGivesNoLawShouldNotBeWaitedForForEver() {
        Silent shelf = new Silent(new InMemoryLawShelf());
        new LawIntake(shelf.laws(), Schedulers.immediate())
                .take(List.of(Laws.law("安静法", "2020-02-02", "")), Function.identity(), _ -> {})
                .block();
        Statutes statutes = new Statutes(shelf);
        statutes.follow().block();
        NearbyLaws nearby = new NearbyLaws(
                statutes,
                shelf,
                new ByCharacters().room(folder),
                Schedulers.immediate(),
                new TestClock(Messages.NOON),
                ZoneId.of("Asia/Shanghai"));

        StepVerifier.withVirtualTime(nearby::follow)
                .thenAwait(Duration.ofMinutes(1))
                .verifyError(TimeoutException.class);
    }
}
