package cn.huying.bot.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class GridTreeTest {
    private static final GridTree TREE = DemoTree.TREE;
    private static final GridId MICRO = new GridId("g01-m01");
    private static final GridId COMMUNITY = new GridId("xiangqing");

    @Test
    void pathShouldLeadFromTheNodeToTheRoot() {
        assertThat(TREE.path(MICRO))
                .extracting(Grid::level)
                .containsExactly(
                        GridLevel.MICRO,
                        GridLevel.GENERAL,
                        GridLevel.COMMUNITY,
                        GridLevel.SUBDISTRICT,
                        GridLevel.DISTRICT);
        assertThat(TREE.path(new GridId("nowhere"))).isEmpty();
    }

    @Test
    void groupForShouldBeTheNearestWithAGroup() {
        assertThat(TREE.groupFor(MICRO)).map(Grid::id).contains(new GridId("g01"));
        assertThat(TREE.groupFor(COMMUNITY)).map(Grid::id).contains(COMMUNITY);
        assertThat(TREE.groupFor(TREE.root().id())).isEmpty();
    }

    @Test
    void commonShouldBeTheDeepestNodeShared() {
        assertThat(TREE.common(List.of(MICRO))).isEqualTo(MICRO);
        assertThat(TREE.common(List.of(MICRO, new GridId("g01-m02")))).isEqualTo(new GridId("g01"));
        assertThat(TREE.common(List.of(MICRO, new GridId("g02-m02")))).isEqualTo(COMMUNITY);
        assertThat(TREE.common(List.of())).isEqualTo(TREE.root().id());
    }

    @Test
    void isWithinShouldHoldForItselfAndEverythingAbove() {
        assertThat(TREE.isWithin(MICRO, MICRO)).isTrue();
        assertThat(TREE.isWithin(MICRO, COMMUNITY)).isTrue();
        assertThat(TREE.isWithin(COMMUNITY, MICRO)).isFalse();
        assertThat(TREE.isWithin(MICRO, new GridId("g02"))).isFalse();
    }

    @Test
    void householdsOfANodeShouldBeThoseOfItsChildren() {
        for (Grid grid : TREE.grids()) {
            if (!TREE.isLeaf(grid.id())) {
                int below = TREE.children(grid.id()).stream()
                        .mapToInt(child -> TREE.households(child.id()))
                        .sum();
                assertThat(TREE.households(grid.id())).as(grid.name()).isEqualTo(below);
            }
        }
    }

    @Test
    void gridShouldThrowForAnUnknownNode() {
        assertThatThrownBy(() -> TREE.grid(new GridId("nowhere"))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everyEntranceShouldHangOnALeafOfTheCommunity() {
        for (Compound compound : TREE.compounds()) {
            for (Building building : compound.buildings()) {
                assertThat(building.entrances())
                        .flatExtracting(UnitEntrance::floors)
                        .extracting(UnitEntrance.Floors::grid)
                        .allMatch(TREE::isLeaf)
                        .allMatch(leaf -> TREE.isWithin(leaf, COMMUNITY));
            }
        }
    }
}
