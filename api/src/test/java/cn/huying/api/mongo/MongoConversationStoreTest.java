package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.ConversationStoreContract;
import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MongoConversationStoreTest implements ConversationStoreContract {
    private static final ContractMongo MONGO = ContractMongo.open(MongoConversationStoreTest.class);
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock(NOON);
    private final MongoResidentStore residents = new MongoResidentStore(MONGO.database(), new Keyring(new byte[32]));
    private final MongoConversationStore conversations =
            new MongoConversationStore(MONGO.database(), new PersonalKeys(residents, residents), clock);

    @BeforeEach
    void empty() {
        Mono.from(documents().drop()).block(WAIT);
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public void clockAt(Instant time) {
        clock.set(time);
    }

    private static MongoCollection<Document> documents() {
        return MONGO.database().getCollection("conversations");
    }

    private Document saved(Sender sender, Step step) {
        ConversationStore.Claimed claimed = Objects.requireNonNull(conversations
                .claim(sender, InboxId.ofMessage(sender, "1"), UNTIL)
                .block(WAIT));
        conversations.save(claimed, step, REPLY, NOON).block(WAIT);
        return Objects.requireNonNull(
                Mono.from(documents().find(Filters.eq("_id", sender.key()))).block(WAIT));
    }

    @Test
    void draftAndReplyShouldBeSealed() {
        Draft draft = new Draft("下水道堵了", Optional.empty(), "红房子旁边", true, NOON);

        Document raw = saved(Messages.sender(301), new Step.Confirming(draft));

        assertThat(raw.getInteger("v")).isEqualTo(1);
        assertThat(raw.keySet()).contains("step", "last");
        assertThat(raw.toJson()).doesNotContain("下水道", "红房子", "confirming", "哪一栋");
    }

    @Test
    void idleConversationShouldKeepNoStep() {
        assertThat(saved(Messages.sender(302), new Step.Idle()).keySet()).doesNotContain("step", "claim");
    }
}
