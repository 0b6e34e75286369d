package cn.huying.api.mongo.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.envelope.UnreadableFieldException;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentDirectory;
import cn.huying.bot.resident.ResidentDirectoryContract;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.resident.ResidentStore;
import cn.huying.bot.resident.ResidentStoreContract;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoResidentStoreTest implements ResidentStoreContract, ResidentDirectoryContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoResidentStoreTest.class);

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final MongoResidentStore residents = replica(new Keyring(new byte[32]));

    private static MongoResidentStore replica(Keyring keyring) {
        return new MongoResidentStore(MONGO.database(), keyring);
    }

    @Override
    public ResidentStore residents() {
        return residents;
    }

    @Override
    public ResidentDirectory directory() {
        return residents;
    }

    @Override
    public Optional<Boolean> following(Sender sender) {
        return Mono.from(collection("channel_users").find(Filters.eq("_id", sender.key())))
                .blockOptional(WAIT)
                .map(document -> document.getBoolean("following"));
    }

    private static MongoCollection<Document> collection(String name) {
        return MONGO.database().getCollection(name);
    }

    private ResidentId person(int number) {
        return Objects.requireNonNull(residents.of(Messages.sender(number)).block(WAIT));
    }

    @Test
    void homeKeptBeforeBroadcastsExistedShouldGetItsGridWhenItIsReadNext() {
        ResidentId resident = person(409);
        residents.settle(resident, AT_BUILDING_3).block(WAIT);
        Mono.from(collection("residents").updateOne(Filters.eq("_id", resident.value()), Updates.unset("grid")))
                .block(WAIT);

        assertThat(residents.homeOf(resident).block(WAIT)).isEqualTo(AT_BUILDING_3);
        assertThat(raw(resident).getString("grid"))
                .isEqualTo(AT_BUILDING_3.place().grid().value());
    }

    private static Document raw(ResidentId resident) {
        return Objects.requireNonNull(Mono.from(collection("residents").find(Filters.eq("_id", resident.value())))
                .block(WAIT));
    }

    @Test
    void replicasThatMeetSomebodyAtOnceShouldAgree() {
        assertThat(Flux.range(0, 16)
                        .flatMap(i -> replica(new Keyring(new byte[32])).of(Messages.sender(401)), 16)
                        .distinct()
                        .collectList()
                        .block(WAIT))
                .hasSize(1);
    }

    @Test
    void keyOfAPersonShouldBeTheSameOnEveryReplica() {
        ResidentId resident = person(402);
        residents.settle(resident, AT_BUILDING_3).block(WAIT);

        assertThat(replica(new Keyring(new byte[32])).homeOf(resident).block(WAIT))
                .isEqualTo(AT_BUILDING_3);
    }

    @Test
    void everyPersonShouldHaveAKeyOfTheirOwn() {
        residents.settle(person(403), AT_BUILDING_3).block(WAIT);
        residents.settle(person(404), AT_BUILDING_3).block(WAIT);

        assertThat(raw(person(403)).get("key")).isNotEqualTo(raw(person(404)).get("key"));
    }

    @Test
    void homeShouldBeSealedAndDocumentsVersioned() {
        residents.settle(person(405), AT_BUILDING_3).block(WAIT);

        assertThat(raw(person(405)).getInteger("v")).isEqualTo(1);
        assertThat(raw(person(405)).toJson()).doesNotContain("幸福里", "3栋", "xingfuli", "501");
    }

    @Test
    void homeOfSomebodyElseShouldNotOpen() {
        residents.settle(person(406), AT_BUILDING_3).block(WAIT);
        residents.settle(person(407), IN_THE_GRID).block(WAIT);
        Mono.from(collection("residents")
                        .updateOne(
                                Filters.eq("_id", person(407).value()),
                                Updates.set("home", raw(person(406)).get("home"))))
                .block(WAIT);

        assertThatThrownBy(() -> residents.homeOf(person(407)).block(WAIT))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void anotherInstallationsKeyShouldOpenNothing() {
        residents.settle(person(408), AT_BUILDING_3).block(WAIT);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThatThrownBy(() -> replica(new Keyring(other)).homeOf(person(408)).block(WAIT))
                .isInstanceOf(UnreadableFieldException.class);
    }
}
