package cn.huying.bot.grid.folder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.ManagementMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's community has the size it is said to have, and nothing in it needs a warning but the one shared nickname. */
class DemoCommunityFiguresTest {
    private static final GridTree TREE = DemoTree.TREE;

    @Test
    void itShouldHaveFourteenGridsAndEighteenCompounds() {
        assertThat(count(GridLevel.GENERAL)).isEqualTo(14);
        assertThat(count(GridLevel.MICRO)).isEqualTo(290);
        assertThat(TREE.compounds()).hasSize(18);
    }

    @Test
    void itShouldHave7233Households() {
        assertThat(TREE.households(TREE.root().id())).isEqualTo(7_233);
        assertThat(TREE.compounds().stream().mapToInt(Compound::households).sum())
                .isEqualTo(7_233);
    }

    @Test
    void everyMicroGridShouldHaveTwentyToThirtyHouseholds() {
        assertThat(TREE.grids())
                .filteredOn(grid -> grid.level() == GridLevel.MICRO)
                .allSatisfy(grid -> assertThat(TREE.households(grid.id())).isBetween(20, 30));
    }

    @Test
    void gridsShouldBeOfAboutTheSameSizeAndHaveAGroupEach() {
        List<Grid> grids = TREE.grids().stream()
                .filter(grid -> grid.level() == GridLevel.GENERAL)
                .toList();

        assertThat(grids).allMatch(Grid::group);
        assertThat(grids)
                .allSatisfy(grid -> assertThat(TREE.households(grid.id())).isBetween(400, 640));
    }

    @Test
    void everyKindOfCompoundShouldOccur() {
        assertThat(TREE.compounds()).extracting(Compound::management).contains(ManagementMode.values());
        assertThat(TREE.compounds())
                .anyMatch(compound -> compound.buildings().stream().allMatch(Building::isYard));
    }

    @Test
    void onlyTheSharedNicknameShouldBeWarnedAbout() {
        assertThat(GridFolder.read(DemoTree.folder()).warnings())
                .singleElement()
                .asString()
                .contains("俗名“桂香苑”");
    }

    private static long count(GridLevel level) {
        return TREE.grids().stream().filter(grid -> grid.level() == level).count();
    }
}
