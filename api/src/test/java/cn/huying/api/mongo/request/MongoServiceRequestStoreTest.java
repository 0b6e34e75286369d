package cn.huying.api.mongo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.bot.delivery.Entries;
import cn.huying.bot.envelope.DataKeys;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.envelope.UnreadableFieldException;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.request.ServiceRequestStoreContract;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class MongoServiceRequestStoreTest extends ServiceRequestStoreContract {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoServiceRequestStoreTest.class);

    private final DataKeys keys = new MongoResidentStore(MONGO.database(), new Keyring(new byte[32]));
    private final MongoServiceRequestStore store = new MongoServiceRequestStore(MONGO.database(), keys);

    @BeforeEach
    void prepare() {
        store.prepare().block(WAIT);
        store.prepare().block(WAIT);
    }

    @Override
    protected ServiceRequestStore store() {
        return store;
    }

    @Test
    void changeShouldBuildOnWhatAnotherReplicaWroteMeanwhile() {
        ServiceRequestStore other = new MongoServiceRequestStore(MONGO.database(), keys);
        ServiceRequest request = submitted(7_000_011);
        for (int turn = 0; turn < 3; turn++) {
            for (ServiceRequestStore replica : List.of(store, other, store, store)) {
                replica.compute(
                                request.id(),
                                r -> new Decision.Write<>(r.after(note(r), r.submission(), r.standing()), r))
                        .block(WAIT);
            }
        }
        ServiceRequest now = Objects.requireNonNull(store.find(request.id()).block(WAIT));
        assertThat(now.history()).hasSize(request.history().size() + 12);
        assertThat(now.rev()).isEqualTo(request.rev() + 12);
    }

    @Test
    void decisionToLeaveARequestAsItIsShouldSeeWhatAnotherReplicaWrote() {
        ServiceRequestStore other = new MongoServiceRequestStore(MONGO.database(), keys);
        ServiceRequest request = submitted(7_000_012);
        other.compute(request.id(), r -> new Decision.Write<>(r.after(note(r), r.submission(), r.standing()), r))
                .block(WAIT);
        Integer seen = store.compute(
                        request.id(), r -> new Decision.Keep<>(r.history().size()))
                .block(WAIT);
        assertThat(seen).isEqualTo(request.history().size() + 1);
    }

    @Test
    void storeShouldHoldNoPlainWordsAddressPhoneOrOpenid() {
        ServiceRequest request = submitted(7_000_001);
        store.compute(request.id(), r -> written(r.after(note(r), r.submission(), r.standing())))
                .block(WAIT);
        String raw = Objects.requireNonNull(raw(request)).toJson();
        assertThat(raw)
                .contains("幸福里3栋", "路灯不亮", request.number().toString())
                .doesNotContain("501", "2单元", "13800000000", "楼道灯", "答应周五来修", "七点")
                .doesNotContain(
                        request.submission().requester().sender().openId().value());
    }

    @Test
    void sealedValueShouldNotOpenInAnotherRequest() {
        ServiceRequest mine = submitted(7_000_002);
        ServiceRequest other = Sample.draft(7_000_002, 2);
        store.submit(other).block(WAIT);
        Object text = Objects.requireNonNull(raw(mine)).get("text");
        Mono.from(requests().updateOne(Filters.eq("_id", other.id().value()), Updates.set("text", text)))
                .block(WAIT);
        assertThatThrownBy(() -> store.find(other.id()).block(WAIT)).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void wordsShouldNotBeWrittenAgainByALaterChange() {
        ServiceRequest request = submitted(7_000_003);
        Object before = Objects.requireNonNull(raw(request)).get("text");
        store.compute(request.id(), r -> written(r.after(note(r), r.submission(), r.standing())))
                .block(WAIT);
        assertThat(Objects.requireNonNull(raw(request)).get("text")).isEqualTo(before);
    }

    @Test
    void idLeftByACrashBeforeTheRequestWasWrittenShouldBePassedOver() {
        ServiceRequest request = submitted(7_000_004);
        String ghost = Sample.id(7_000_004, 99).value();
        Mono.from(MONGO.database()
                        .getCollection("resident_requests")
                        .updateOne(
                                Filters.eq("_id", Sample.resident(7_000_004).value()),
                                Updates.addToSet("requests", ghost)))
                .block(WAIT);
        assertThat(store.ofRequester(Sample.resident(7_000_004), 10)
                        .collectList()
                        .block(WAIT))
                .extracting(ServiceRequest::id)
                .containsExactly(request.id());
    }

    @Test
    void documentOfALaterVersionShouldNotBeRead() {
        ServiceRequest request = submitted(7_000_005);
        Mono.from(requests().updateOne(Filters.eq("_id", request.id().value()), Updates.set("v", 2)))
                .block(WAIT);
        assertThatThrownBy(() -> store.find(request.id()).block(WAIT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void documentsOfEveryCollectionShouldCarryTheirVersion() {
        submitted(7_000_006);
        for (String name : List.of("requests", "resident_requests")) {
            assertThat(Flux.from(MONGO.database()
                                    .getCollection(name, BsonDocument.class)
                                    .find())
                            .collectList()
                            .block(WAIT))
                    .isNotEmpty()
                    .allMatch(document -> document.containsKey("v"));
        }
    }

    private ServiceRequest submitted(int person) {
        ServiceRequest draft = Sample.draft(person, 1);
        ServiceRequest request = new ServiceRequest(
                draft.id(),
                draft.number(),
                draft.submission(),
                draft.standing(),
                List.of(),
                List.of(Entries.notice("n"), Entries.lateReply("l")),
                0);
        return Objects.requireNonNull(store.submit(request).block(WAIT));
    }

    private static Decision<String> written(ServiceRequest next) {
        return new Decision.Write<>(next, "done");
    }

    private static RequestEvent note(ServiceRequest request) {
        RequestEvent like = Sample.in(RequestState.SIGNED).history().getFirst();
        return new RequestEvent(
                like.at(), like.actor(), like.verb(), request.state(), request.state(), "code", "答应周五来修", "现场看过，灯已亮");
    }

    private @Nullable Document raw(ServiceRequest request) {
        return Mono.from(requests().find(Filters.eq("_id", request.id().value())))
                .block(WAIT);
    }

    private MongoCollection<Document> requests() {
        return MONGO.database().getCollection("requests");
    }
}
