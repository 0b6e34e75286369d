package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.ConversationStoreContract;
import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class MongoConversationStoreTest implements ConversationStoreContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoConversationStoreTest.class).emptying("conversations");

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final MongoStores stores = MongoStores.of(MONGO.database(), new TestClock(NOON));
    private final MongoConversationStore conversations = stores.conversations();

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public void clockAt(Instant time) {
        stores.clock().set(time);
    }

    private Document saved(Sender sender, Step step) {
        ConversationStore.Claimed claimed = Objects.requireNonNull(conversations
                .claim(sender, InboxId.ofMessage(sender, "1"), UNTIL)
                .block(WAIT));
        conversations.save(claimed, step, REPLY, NOON).block(WAIT);
        return Objects.requireNonNull(Mono.from(MONGO.documents("conversations").find(Filters.eq("_id", sender.key())))
                .block(WAIT));
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
