package cn.huying.api.mongo;

import cn.huying.api.mongo.request.MongoRequestNumbers;
import cn.huying.api.mongo.request.MongoServiceRequestStore;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.content.law.InMemoryLawShelf;
import cn.huying.bot.dialogue.community.Community;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.message.TestClock;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;

/** Every store of one database, as one replica has them. */
record MongoStores(
        MongoResidentStore residents,
        MongoInboxStore inbox,
        MongoConversationStore conversations,
        MongoLateReplies lateReplies,
        MongoServiceRequestStore requests,
        MongoRequestNumbers numbers,
        MongoQuotaLedger quotas,
        TestClock clock) {
    private static final Duration WAIT = Duration.ofSeconds(20);

    static MongoStores of(MongoDatabase database, TestClock clock) {
        MongoResidentStore residents = new MongoResidentStore(database, new Keyring(new byte[32]));
        PersonalKeys keys = new PersonalKeys(residents, residents);
        MongoStores stores = new MongoStores(
                residents,
                new MongoInboxStore(database, keys, clock),
                new MongoConversationStore(database, keys, clock),
                new MongoLateReplies(database, keys),
                new MongoServiceRequestStore(database, residents),
                new MongoRequestNumbers(database),
                new MongoQuotaLedger(database, clock),
                clock);
        stores.requests().prepare().then(stores.numbers().prepare()).block(WAIT);
        return stores;
    }

    Community community() {
        return new Community(
                new Community.Stores(
                        inbox, conversations, residents, requests, numbers, quotas, inbox, new InMemoryLawShelf()),
                clock);
    }
}
