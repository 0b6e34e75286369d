package cn.huying.bot.broadcast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.alert.Area;
import cn.huying.bot.broadcast.Office;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertAreasTest {
    private static final GridId ROOT = Office.TREE.root().id();
    private final AlertAreas areas = new AlertAreas(Office.TREE);

    private Set<GridId> of(String name, String... codes) {
        return areas.of(List.of(new Area(name, List.of(codes))));
    }

    @ParameterizedTest
    @CsvSource({
        "659901, qinghe",
        "659901000000, qinghe",
        "659900, qinghe",
        "650000000000, qinghe",
        "659901001, tingyu",
        "659901001000, tingyu",
        "659901001001, xiangqing",
    })
    void codeShouldMeanTheTopmostNodeInIt(String code, String node) {
        assertThat(of("不认识的地名", code)).containsExactly(new GridId(node));
    }

    @ParameterizedTest
    @CsvSource({
        "青禾区, qinghe",
        "某市青禾区听雨街道, tingyu",
        "青禾区听雨街道向晴社区第三网格, g03",
        "第十一网格, g11",
        "青禾区、听雨街道, qinghe",
    })
    void nameShouldMeanTheInnermostNodeOfEachPlace(String name, String node) {
        assertThat(of(name)).containsExactly(new GridId(node));
    }

    @Test
    void severalPlacesShouldAllBeMeant() {
        assertThat(of("第三网格，第五网格")).containsExactlyInAnyOrder(new GridId("g03"), new GridId("g05"));
        assertThat(areas.of(List.of(new Area("第三网格", List.of()), new Area("晚晴区", List.of()))))
                .containsExactly(new GridId("g03"));
    }

    @Test
    void codeShouldCountMoreThanTheName() {
        assertThat(of("青禾区", "659901001")).containsExactly(new GridId("tingyu"));
    }

    @ParameterizedTest
    @CsvSource({"晚晴区, 659902", "'', ''", "晚晴区, 000000", "晚晴区, 65x9", "晚晴区, 659901002000"})
    void placeNobodyKnowsShouldMeanEverybody(String name, String code) {
        assertThat(of(name, code)).containsExactly(ROOT);
    }

    @Test
    void alertWithoutPlacesShouldMeanEverybody() {
        assertThat(areas.of(List.of())).containsExactly(ROOT);
    }

    @Test
    void whateverIsNamedShouldBeInTheTree() {
        for (Grid node : Office.TREE.grids()) {
            if (node.active()) {
                assertThat(of(node.name())).as(node.name()).isNotEmpty();
            }
        }
    }
}
