package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.envelope.UnreadableFieldException;
import cn.huying.bot.message.EarlierMessages;
import cn.huying.bot.message.EarlierMessagesContract;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class MongoInboxStoreTest implements EarlierMessagesContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoInboxStoreTest.class).emptying("inbox");

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final MongoStores stores = MongoStores.of(MONGO.database(), new TestClock(NOON));
    private final MongoInboxStore inbox = stores.inbox();

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public EarlierMessages earlier() {
        return inbox;
    }

    @Override
    public void clockAt(Instant time) {
        stores.clock().set(time);
    }

    private static Document raw(InboundMessage message) {
        return Objects.requireNonNull(Mono.from(MONGO.documents("inbox")
                        .find(Filters.eq("_id", message.origin().inboxId().value())))
                .block(WAIT));
    }

    private InboundMessage answered(int sender, String words) {
        Sender from = Messages.sender(sender);
        InboundMessage message = Messages.text(from, "m" + sender, words);
        inbox.acceptAnswered(message, REPLY).block(WAIT);
        return message;
    }

    @Test
    void anotherReplicaShouldReadWhatThisOneWrote() {
        InboundMessage message = answered(201, "楼道灯不亮");
        MongoResidentStore others = new MongoResidentStore(MONGO.database(), new Keyring(new byte[32]));

        InboxStore other = new MongoInboxStore(MONGO.database(), new PersonalKeys(others, others), stores.clock());

        assertThat(other.find(message.origin().inboxId()).block(WAIT))
                .isEqualTo(inbox.find(message.origin().inboxId()).block(WAIT));
    }

    @Test
    void documentShouldCarryItsVersionAndNoWords() {
        Document raw = raw(answered(202, "楼道灯不亮"));

        assertThat(raw.getInteger("v")).isEqualTo(1);
        assertThat(raw.toJson()).doesNotContain("楼道灯", "已登记", "HY20261121");
    }

    @Test
    void sealedWordsShouldNotOpenInAnotherMessage() {
        Object stolen = raw(answered(203, "我的话")).get("payload");
        InboundMessage other = Messages.text(Messages.sender(203), "other", "别的话");
        inbox.acceptAnswered(other, REPLY).block(WAIT);
        Mono.from(MONGO.documents("inbox")
                        .updateOne(Filters.eq("_id", other.origin().inboxId().value()), Updates.set("payload", stolen)))
                .block(WAIT);

        assertThatThrownBy(() -> inbox.find(other.origin().inboxId()).block(WAIT))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void forgettingShouldSpareWhatIsNotFinished() {
        InboundMessage waiting = Messages.text(Messages.sender(204), "1", "还没办的事");
        inbox.accept(waiting, LEASE).block(WAIT);

        assertThat(inbox.forgetPayloads(NOON.plusSeconds(60)).block(WAIT)).isZero();

        assertThat(inbox.find(waiting.origin().inboxId()).block(WAIT)).isNotNull();
    }

    @Test
    void forgettingShouldSpareWhatIsYounger() {
        answered(205, "新的话");

        assertThat(inbox.forgetPayloads(NOON).block(WAIT)).isZero();
    }
}
