package cn.huying.api.mongo.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.repair.Asked;
import cn.huying.bot.repair.UnansweredStore;
import cn.huying.bot.repair.UnansweredStoreContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class MongoUnansweredStoreTest implements UnansweredStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoUnansweredStoreTest.class).emptying("unanswered");

    private static final Keyring KEYRING = new Keyring(new byte[32]);

    @Override
    public UnansweredStore store() {
        MongoUnansweredStore store = new MongoUnansweredStore(MONGO.database(), KEYRING);
        store.prepare().block(PATIENCE);
        return store;
    }

    @Test
    void wordsShouldLieInTheDatabaseSealed() {
        store().keep(List.of(Asked.question(1, "小明家的低保怎么办"))).block(PATIENCE);

        BsonDocument raw = Mono.from(MONGO.database()
                        .getCollection("unanswered", BsonDocument.class)
                        .find()
                        .first())
                .block(PATIENCE);
        assertThat(raw).isNotNull();
        assertThat(raw.isBinary("words")).isTrue();
        assertThat(new String(raw.getBinary("words").getData(), StandardCharsets.UTF_8))
                .doesNotContain("小明", "低保");
    }
}
