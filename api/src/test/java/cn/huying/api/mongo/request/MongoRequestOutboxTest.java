package cn.huying.api.mongo.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.delivery.Courier;
import cn.huying.bot.delivery.Entries;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.envelope.DataKeys;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.handling.RequestOutbox;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Two replicas on one database. */
final class MongoRequestOutboxTest {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoRequestOutboxTest.class);

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int REQUESTS = 60;

    private final Clock clock = new TestClock(Entries.T0);
    private final DataKeys keys = new MongoResidentStore(MONGO.database(), new Keyring(new byte[32]));
    private final RecordingChannels channels = new RecordingChannels();
    private final Scheduler scheduler = Schedulers.newSingle("sweeps");

    @Test
    void twoReplicasShouldSendEverythingOnce() {
        MongoServiceRequestStore store = new MongoServiceRequestStore(MONGO.database(), keys);
        RequestOutbox one = new RequestOutbox(store);
        RequestOutbox other = new RequestOutbox(new MongoServiceRequestStore(MONGO.database(), keys));
        List<ServiceRequest> requests = new ArrayList<>();
        for (int i = 1; i <= REQUESTS; i++) {
            ServiceRequest request = Sample.draft(8_000_000, i);
            requests.add(
                    Objects.requireNonNull(store.submit(announcing(request)).block(WAIT)));
        }
        OutboxDispatcher first = dispatcher(one);
        OutboxDispatcher second = dispatcher(other);
        first.start();
        second.start();
        awaitEmpty(one);
        first.stop().then(second.stop()).block(WAIT);
        assertThat(channels.posts).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(requests).allMatch(request -> outboxOf(store, request).isEmpty());
        scheduler.dispose();
    }

    private static ServiceRequest announcing(ServiceRequest request) {
        return request.telling(
                List.of(Entries.post(request.id().value(), false, request.id().value())));
    }

    private static List<?> outboxOf(MongoServiceRequestStore store, ServiceRequest request) {
        return Objects.requireNonNull(store.find(request.id()).block(WAIT)).outbox();
    }

    private OutboxDispatcher dispatcher(RequestOutbox outbox) {
        InMemoryQuotaLedger quotas = new InMemoryQuotaLedger(clock);
        GridEcho echo = new GridEcho(channels);
        return new OutboxDispatcher(
                List.of(outbox), new Courier(echo, channels, channels, quotas, channels), clock, scheduler);
    }

    /** Ends when nothing is under a lease any more; the limit only stops a test that would never end. */
    private static void awaitEmpty(RequestOutbox outbox) {
        Instant farFuture = Entries.T0.plus(Duration.ofDays(1));
        outbox.due(farFuture, REQUESTS)
                .count()
                .filter(left -> left == 0)
                .repeatWhenEmpty(rounds -> rounds.delayElements(Duration.ofMillis(50)))
                .block(WAIT);
    }
}
