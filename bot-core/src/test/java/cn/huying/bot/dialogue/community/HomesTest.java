package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.resident.Home;
import cn.huying.bot.resident.InMemoryResidentStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomesTest {
    private final Community community = Community.inMemory();
    private final Talk talk = community.with(1);

    private Optional<String> home() {
        return community
                .stores
                .residents()
                .of(talk.sender())
                .flatMap(community.stores.residents()::homeOf)
                .map(Home::place)
                .map(Place::fullLabel)
                .blockOptional();
    }

    private Optional<Boolean> following() {
        return ((InMemoryResidentStore) community.stores.residents()).following(talk.sender());
    }

    @Test
    void followerWithoutACodeShouldBeWelcomedAndAskedForTheHome() {
        talk.follows("").hearsText("welcome").waitsIn(Step.Idle.class);

        assertThat(following()).contains(true);
        assertThat(home()).isEmpty();
    }

    @Test
    void followerThroughADoorCodeShouldLiveThere() {
        talk.follows("building:xingfuli-3").hearsText("welcome-home", "place", "幸福里小区3栋");

        assertThat(home()).contains("幸福里小区3栋");
        talk.says("楼道灯不亮了").hears("地点：幸福里小区3栋");
    }

    @Test
    void followerThroughAGridCodeShouldBelongToTheGrid() {
        talk.follows("grid:g03").hears("第三网格");

        assertThat(home()).contains("第三网格");
    }

    @Test
    void codeScannedByAFollowerShouldChangeTheHome() {
        talk.follows("building:xingfuli-3").scans("building:xingfuli-5").hearsText("home-kept", "place", "幸福里小区5栋");

        assertThat(home()).contains("幸福里小区5栋");
    }

    @Test
    void unknownCodeShouldGiveNothing() {
        for (String scene : new String[] {
            "building:nowhere",
            "grid:nowhere",
            "grid:",
            "building:",
            "g01",
            "admin:1",
            "grid:g01 ",
            "GRID:g01",
            "",
            "💧"
        }) {
            talk.scans(scene).hearsText("unknown-code").waitsIn(Step.Idle.class);
        }
        assertThat(home()).isEmpty();
    }

    @Test
    void followerThroughAnUnknownCodeShouldBeWelcomedLikeAnyOther() {
        talk.follows("building:nowhere").hearsText("welcome");

        assertThat(home()).isEmpty();
    }

    @Test
    void followingAgainWithoutACodeShouldKeepTheHome() {
        talk.follows("building:xingfuli-3")
                .sends(InboundMessage.Unsubscribed::new)
                .hearsNothing();
        assertThat(following()).contains(false);

        talk.follows("").hears("社区的公众号");

        assertThat(following()).contains(true);
        assertThat(home()).contains("幸福里小区3栋");
    }

    @Test
    void homeToldInWordsShouldBeKept() {
        talk.says("我住幸福里3栋2单元").hearsText("home-kept", "place", "幸福里小区3栋2单元").waitsIn(Step.Idle.class);

        assertThat(home()).contains("幸福里小区3栋2单元");
    }

    @Test
    void homeShouldBeUnderstoodInManyWordings() {
        for (String words : new String[] {
            "我住幸福里3栋2单元", "我家住在幸福里三栋二单元", "我家在幸福里小区3栋2单元", "绑定幸福里3栋2单元", "我住在晴湖高层3号楼2单元。", "我住 幸福里 3 栋 2 单元"
        }) {
            Community.inMemory().with(1).says(words).hearsText("home-kept", "place", "幸福里小区3栋2单元");
        }
    }

    @Test
    void homeThatFitsSeveralPlacesShouldBeChosenByNumber() {
        talk.says("我住桂香苑3栋").hears("1. 桂香苑一期3幢", "2. 桂香苑二期3幢");
        talk.says("9").hearsText("no-such-choice", "count", "2").waitsIn(Step.ChoosingHome.class);

        talk.says("2").hearsText("home-kept", "place", "桂香苑二期3幢");

        assertThat(home()).contains("桂香苑二期3幢");
    }

    @Test
    void homeNobodyKnowsShouldBeAskedAgain() {
        talk.says("我住火星").hearsText("home-unknown");

        assertThat(home()).isEmpty();
    }

    @Test
    void homeShouldSurviveARestart() {
        talk.says("我住幸福里3栋2单元").afterARestart().says("楼道灯不亮了").hears("地点：幸福里小区3栋2单元");
    }

    @Test
    void troubleAtHomeShouldBeAReportAndNotAMove() {
        talk.says("我住幸福里3栋2单元，家里下水道堵了").waitsIn(Step.Confirming.class);

        assertThat(home()).isEmpty();
    }
}
