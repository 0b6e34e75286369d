package cn.huying.api.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TownspeopleTest {
    private static final DemoResident RIDER = DemoResident.all().get(1);
    private static final DemoResident SETTLED =
            new DemoResident("oDemoResident00000000101", "毛芸香", "柳荫里1号楼", "第十二网格", true);
    private static final DemoResident RIDER_AT_HOME = new DemoResident(RIDER.openId(), "韩立冬", "星芽公寓A座", "第十三网格", true);

    private final Townspeople people = new Townspeople(DemoResident.all(), List.of(RIDER_AT_HOME, SETTLED));

    @Test
    void featuredPeopleWhoLiveSomewhereShouldKnowTheirGrid() {
        assertThat(people.featured()).hasSize(4);
        assertThat(people.featured().get(1).grid()).isEqualTo("第十三网格");
        assertThat(people.featured().get(1).about()).isEqualTo(RIDER.about());
        assertThat(people.featured().getFirst().grid()).isEmpty();
    }

    @Test
    void nobodyShouldBeThereTwice() {
        assertThat(people.everybody())
                .extracting(DemoResident::openId)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(people.settled()).hasSize(2);
    }

    @Test
    void peopleShouldBeFoundByNameHomeAndGrid() {
        assertThat(people.named("芸香")).containsExactly(SETTLED);
        assertThat(people.named("柳荫里")).containsExactly(SETTLED);
        assertThat(people.named("第十三网格")).containsExactly(RIDER_AT_HOME);
        assertThat(people.named("")).hasSize(2);
        assertThat(people.named("没有")).isEmpty();
        assertThat(people.find("oNobody")).isEmpty();
    }
}
