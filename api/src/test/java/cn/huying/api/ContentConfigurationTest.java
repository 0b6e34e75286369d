package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.content.EditionLog;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.FollowingKnowledgeBase;
import cn.huying.bot.content.StuckEditionLog;
import cn.huying.bot.taxonomy.Config;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import com.mongodb.MongoTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class ContentConfigurationTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final RetrievalSettings SETTINGS =
            RetrievalSettings.load(Config.root().resolve("config/retrieval.yml"));

    @Test
    void unreadableEditionShouldNotKeepAReplicaFromStarting() {
        FollowingKnowledgeBase knowledge = following(new IllegalStateException("of a later version"));

        assertThat(ContentConfiguration.begun(knowledge).block(WAIT)).isZero();
        assertThat(knowledge.standing().trouble()).hasValue("IllegalStateException");
    }

    @Test
    void databaseThatIsAwayShouldStillBeWaitedFor() {
        FollowingKnowledgeBase knowledge = following(new MongoTimeoutException("away"));

        assertThatThrownBy(() -> ContentConfiguration.begun(knowledge).block(WAIT))
                .isInstanceOf(MongoTimeoutException.class);
    }

    private static FollowingKnowledgeBase following(RuntimeException reading) {
        EditionLog log = new StuckEditionLog(_ -> Flux.error(reading), Mono.just(1L));
        return new FollowingKnowledgeBase(
                log,
                new Editions(log, List.of(), Schedulers.immediate(), Clock.systemUTC()),
                LuceneKnowledgeBase.of(List.of(), SETTINGS),
                entries -> LuceneKnowledgeBase.of(entries, SETTINGS),
                Schedulers.immediate());
    }
}
