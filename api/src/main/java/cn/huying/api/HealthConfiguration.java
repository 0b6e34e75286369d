package cn.huying.api;

import cn.huying.api.health.StoreHealth;
import cn.huying.api.redis.Redis;
import cn.huying.api.spool.Spool;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness asks; the groups and the order of the answers are in application.yml. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final Document PING = new Document("ping", 1);
    private static final Duration MONGO_PATIENCE = Duration.ofSeconds(1);
    private static final Duration REDIS_PATIENCE = Duration.ofMillis(500);

    /** While it is away, messages are received all the same as long as the spool can keep them: taken out of rotation, nobody could. */
    @Bean
    StoreHealth mongoHealthIndicator(MongoDatabase database, Spool spool) {
        return StoreHealth.replaced(() -> database.runCommand(PING), MONGO_PATIENCE, spool.works());
    }

    /** Redis is never the only place where something is known: without it group posts wait. */
    @Bean
    StoreHealth redisHealthIndicator(Redis redis) {
        return StoreHealth.missed(redis::ping, REDIS_PATIENCE);
    }
}
