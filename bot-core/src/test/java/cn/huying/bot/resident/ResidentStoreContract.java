package cn.huying.bot.resident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of residents promises. The senders of one test are no other's. */
public interface ResidentStoreContract {
    Instant NOON = Messages.NOON;
    Home AT_BUILDING_3 = new Home(new Place(
            new GridId("g01-m11"),
            "幸福里小区",
            Optional.of(new CompoundId("xingfuli")),
            Optional.of(new BuildingId("xingfuli-3")),
            "3栋",
            "2",
            "501"));
    Home IN_THE_GRID = new Home(new Place(new GridId("g03"), "第三网格", Optional.empty(), Optional.empty(), "", "", ""));

    ResidentStore residents();

    /** Whether the channel user follows, as far as it is known. */
    Optional<Boolean> following(Sender sender);

    private static <T> T get(Mono<T> mono) {
        T value = mono.block(Duration.ofSeconds(20));
        assertThat(value).isNotNull();
        return value;
    }

    private ResidentId person(int number) {
        return get(residents().of(Messages.sender(number)));
    }

    @Test
    default void firstContactShouldMakeAPersonThatStays() {
        ResidentId met = person(101);

        assertThat(person(101)).isEqualTo(met);
        assertThat(met.value())
                .matches(id -> id.length() == 32 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }

    @Test
    default void twoSendersShouldBeTwoPersons() {
        assertThat(person(102)).isNotEqualTo(person(103));
    }

    @Test
    default void sameOpenidOfAnotherAccountShouldBeAnotherPerson() {
        OpenId openId = new OpenId("oTestTwoAccounts00000000001");
        ResidentId first = get(residents().of(new Sender(Messages.ACCOUNT, openId)));

        assertThat(get(residents().of(new Sender(new AppId("wxdemo0000000002"), openId))))
                .isNotEqualTo(first);
    }

    @Test
    default void concurrentFirstContactsShouldMeetOnePerson() {
        List<ResidentId> met = get(Flux.range(0, 32)
                .flatMap(i -> residents().of(Messages.sender(104)), 32)
                .collectList());

        assertThat(met).hasSize(32).containsOnly(met.getFirst());
    }

    @Test
    default void homeShouldBeEmptyUntilTold() {
        assertThat(residents().homeOf(person(105)).blockOptional()).isEmpty();
    }

    @Test
    default void homeShouldComeBackAsItWas() {
        residents().settle(person(106), AT_BUILDING_3).block();
        residents().settle(person(107), IN_THE_GRID).block();

        assertThat(get(residents().homeOf(person(106)))).isEqualTo(AT_BUILDING_3);
        assertThat(get(residents().homeOf(person(107)))).isEqualTo(IN_THE_GRID);
    }

    @Test
    default void movingShouldReplaceTheHome() {
        residents().settle(person(108), AT_BUILDING_3).block();
        residents().settle(person(108), IN_THE_GRID).block();

        assertThat(get(residents().homeOf(person(108)))).isEqualTo(IN_THE_GRID);
    }

    @Test
    default void followingShouldBeUnknownUntilStated() {
        person(109);

        assertThat(following(Messages.sender(109))).isEmpty();
    }

    @Test
    default void olderStatementShouldNotOverwriteANewerOne() {
        Sender sender = Messages.sender(110);
        residents().follows(sender, false, NOON.plusSeconds(60)).block();
        residents().follows(sender, true, NOON).block();

        assertThat(following(sender)).contains(false);
    }

    @Test
    default void laterStatementShouldCount() {
        Sender sender = Messages.sender(111);
        residents().follows(sender, true, NOON).block();
        residents().follows(sender, false, NOON.plusSeconds(60)).block();
        residents().follows(sender, true, NOON.plusSeconds(120)).block();

        assertThat(following(sender)).contains(true);
    }

    @Test
    default void statementRepeatedShouldChangeNothing() {
        Sender sender = Messages.sender(112);
        residents().follows(sender, true, NOON).block();
        ResidentId met = person(112);
        residents().settle(met, AT_BUILDING_3).block();
        residents().follows(sender, true, NOON).block();

        assertThat(following(sender)).contains(true);
        assertThat(person(112)).isEqualTo(met);
        assertThat(get(residents().homeOf(met))).isEqualTo(AT_BUILDING_3);
    }

    @Test
    default void unfollowingShouldNotForgetThePerson() {
        Sender sender = Messages.sender(113);
        ResidentId met = person(113);
        residents().settle(met, AT_BUILDING_3).block();
        residents().follows(sender, false, NOON).block();

        assertThat(person(113)).isEqualTo(met);
        assertThat(get(residents().homeOf(met))).isEqualTo(AT_BUILDING_3);
    }
}
