package cn.huying.api;

import cn.huying.api.embedded.EmbeddedStores;
import cn.huying.api.mongo.KeyCheck;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.MongoConversationStore;
import cn.huying.api.mongo.MongoInboxStore;
import cn.huying.api.mongo.MongoLateReplies;
import cn.huying.api.mongo.MongoQuotaLedger;
import cn.huying.api.mongo.PersonalKeys;
import cn.huying.api.mongo.request.MongoRequestNumbers;
import cn.huying.api.mongo.request.MongoServiceRequestStore;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.api.redis.Redis;
import cn.huying.api.redis.RedisRobotBucket;
import cn.huying.api.settings.Settings;
import cn.huying.api.settings.SettingsCheck;
import cn.huying.bot.delivery.allowance.OpeningsOnDemand;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.envelope.KeyFile;
import cn.huying.bot.envelope.Keyring;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where things are kept: the embedded servers where no URI is given, the clients, and the stores on them. */
@Configuration(proxyBeanMethods = false)
class StoresConfiguration {
    /** The URIs in use, and the embedded servers behind those that were not given. */
    record Places(String mongodb, String redis, EmbeddedStores embedded) implements AutoCloseable {
        @Override
        public void close() {
            embedded.close();
        }
    }

    @Bean
    Places storePlaces(Settings settings, Environment environment, Clock clock) {
        SettingsCheck.refuseWrong(settings);
        SettingsCheck.refuseWrongPorts(environment);
        Settings.Stores given = settings.stores();
        EmbeddedStores embedded = EmbeddedStores.openMissing(
                settings.data(), given.mongodb().isEmpty(), given.redis().isEmpty(), clock);
        return new Places(
                embedded.mongoUri().map(URI::toString).orElse(given.mongodb()),
                embedded.redisUri().map(URI::toString).orElse(given.redis()),
                embedded);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(Places places) {
        return Mongo.connect(places.mongodb());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, Places places) {
        return Mongo.database(client, places.mongodb());
    }

    @Bean
    Redis redis(Places places) {
        return Redis.connect(places.redis());
    }

    @Bean
    Keyring keyring(Settings settings, MongoDatabase database) {
        if (settings.demo()) {
            KeyFile.createIfMissing(settings.keyPath());
        }
        Keyring keyring = KeyFile.read(settings.keyPath());
        FirstCall.to(KeyCheck.holdAgainst(database, keyring, settings.keyPath()));
        return keyring;
    }

    @Bean
    MongoResidentStore residentStore(MongoDatabase database, Keyring keyring) {
        return new MongoResidentStore(database, keyring);
    }

    @Bean
    PersonalKeys personalKeys(MongoResidentStore residents) {
        return new PersonalKeys(residents, residents);
    }

    @Bean
    MongoInboxStore inboxStore(MongoDatabase database, PersonalKeys keys, Clock clock) {
        MongoInboxStore store = new MongoInboxStore(database, keys, clock);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    MongoConversationStore conversationStore(MongoDatabase database, PersonalKeys keys, Clock clock) {
        return new MongoConversationStore(database, keys, clock);
    }

    @Bean
    MongoLateReplies lateReplies(MongoDatabase database, PersonalKeys keys) {
        return new MongoLateReplies(database, keys);
    }

    @Bean
    MongoServiceRequestStore serviceRequestStore(MongoDatabase database, MongoResidentStore residents) {
        MongoServiceRequestStore store = new MongoServiceRequestStore(database, residents);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    MongoRequestNumbers requestNumbers(MongoDatabase database) {
        MongoRequestNumbers numbers = new MongoRequestNumbers(database);
        FirstCall.to(numbers.prepare());
        return numbers;
    }

    @Bean
    QuotaLedger quotaLedger(MongoDatabase database, Clock clock, MongoConversationStore conversations) {
        return new OpeningsOnDemand(
                new MongoQuotaLedger(database, clock),
                sender -> conversations.find(sender).map(Conversation::openedAt));
    }

    @Bean
    RedisRobotBucket robotBucket(Redis redis) {
        return new RedisRobotBucket(redis.commands());
    }
}
