package cn.huying.api;

import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.content.MongoProposalStore;
import cn.huying.api.mongo.content.MongoUnansweredStore;
import cn.huying.bot.repair.UnansweredQueue;
import cn.huying.bot.repair.UnansweredStore;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What could not be answered, and the changes of the knowledge that wait for a second person. */
@Configuration(proxyBeanMethods = false)
class RepairConfiguration {
    private static final Duration FORGET = Duration.ofHours(1);

    /** As long as other words of residents. */
    private static final Duration QUESTIONS_KEPT = Duration.ofDays(180);

    @Bean
    MongoUnansweredStore unansweredStore(MongoDatabase database) {
        MongoUnansweredStore store = new MongoUnansweredStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    UnansweredQueue unansweredQueue(UnansweredStore store, EditableFiles files, Clock clock) {
        return new UnansweredQueue(store, files.privateMatters(), clock);
    }

    @Bean
    MongoProposalStore proposalStore(MongoDatabase database) {
        MongoProposalStore store = new MongoProposalStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    Running unansweredRetention(UnansweredStore store, Clock clock) {
        return Running.of(new Every(
                "unanswered questions past their retention",
                FORGET,
                () -> store.forget(clock.instant().minus(QUESTIONS_KEPT))));
    }
}
