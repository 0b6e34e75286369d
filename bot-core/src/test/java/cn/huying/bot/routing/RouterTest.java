package cn.huying.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.routing.Routing.Dispatch;
import cn.huying.bot.routing.Routing.Reason;
import cn.huying.bot.routing.Routing.Triage;
import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.Tier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped rules over the demo's community. */
class RouterTest {
    private static final GridTree TREE = DemoTree.TREE;
    private static final Taxonomy TAXONOMY = Taxonomy.load(DemoTree.root().resolve("config/taxonomy.yml"));
    private static final RoutingRules RULES =
            RoutingRules.load(DemoTree.root().resolve("config/routing.yml"), TAXONOMY);
    private static final Router ROUTER = new Router(TREE, RULES);
    private static final PlaceResolver PLACES = new PlaceResolver(TREE);

    private static final String CONTRACTED = "幸福里3栋2单元";
    private static final String MIXED = "杏花苑5栋1单元";
    private static final String SELF_MANAGED = "槐树里5号楼3单元";

    @ParameterizedTest
    @CsvSource(textBlock = """
            ENV01, 幸福里3栋2单元,   g01,       安禾物业,                         xiangqing
            ENV01, 杏花苑5栋1单元,   g03,       杏花苑三方协同小组和第三网格网格长, xiangqing
            ENV01, 槐树里5号楼3单元, g04,       槐树里楼栋长,                     xiangqing
            ENV10, 幸福里3栋2单元,   g01,       环卫所,                           ''
            MUN02, 幸福里3栋2单元,   g01,       安禾物业,                         xiangqing
            ENV07, 幸福里3栋2单元,   xiangqing, 环卫所,                           g01
            MUN03, 幸福里3栋2单元,   tingyu,    市政养护单位,                          xiangqing g01
            TRF05, 幸福里3栋2单元,   tingyu,    交警大队,                          xiangqing g01
            PRO01, 幸福里3栋2单元,   xiangqing, 社区物业监督,                     g01
            PRO03, 幸福里3栋2单元,   g01,       安禾物业,                         xiangqing
            """)
    void requestsShouldGoWhereTheRulesSay(String code, String words, String grid, String unit, String copies) {
        Dispatch dispatch = dispatch(code, 0.9, Nature.COMPLAINT, place(words));

        assertThat(dispatch.handlingGrid().value()).isEqualTo(grid);
        assertThat(dispatch.unit()).isEqualTo(unit);
        assertThat(dispatch.copies().stream().map(GridId::value))
                .isEqualTo(copies.isEmpty() ? List.of() : List.of(copies.split(" ")));
        assertThat(dispatch.groupPost()).isTrue();
    }

    /** What people read never looks like a cell of the table. */
    @Test
    void everyUnitShouldHaveANamePeopleCanRead() {
        for (Category category : TAXONOMY.categories()) {
            String owner = RULES.owner(category);
            assertThat(owner).as(category.code()).doesNotContain("/").doesNotContainPattern("^[0-9]+$");
            assertThat(owner.length()).as(owner).isGreaterThanOrEqualTo(2);
        }
        assertThat(RULES.owner(TAXONOMY.find("UTL03").orElseThrow())).isEqualTo("燃气公司");
    }

    @Test
    void emergenciesShouldGoToCommunityAndGridAtOnceHoweverUnsure() {
        for (Category category : TAXONOMY.categories()) {
            if (category.tier() == Tier.P0 && !category.has(Flag.SENSITIVE)) {
                Dispatch dispatch = dispatch(category.code(), 0.1, Nature.HELP, place(CONTRACTED));

                assertThat(dispatch.handlingGrid()).isEqualTo(new GridId("xiangqing"));
                assertThat(dispatch.copies()).as(category.name()).contains(new GridId("g01"));
                assertThat(dispatch.groupPost()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Nature.class)
    void sensitiveMattersShouldNeverReachAGroup(Nature nature) {
        for (Category category : TAXONOMY.categories()) {
            if (category.has(Flag.SENSITIVE)) {
                for (String words : List.of(CONTRACTED, MIXED, SELF_MANAGED)) {
                    Dispatch dispatch = dispatch(category.code(), 0.9, nature, place(words));

                    assertThat(dispatch.groupPost()).as(category.name()).isFalse();
                    assertThat(dispatch.copies()).isEmpty();
                    assertThat(dispatch.unit()).contains("专办员");
                }
            }
        }
    }

    @Test
    void everyCategoryShouldBeDispatchedFromEveryCompoundToANodeWithAGroup() {
        for (Category category : TAXONOMY.categories()) {
            for (String words : List.of(CONTRACTED, MIXED, SELF_MANAGED, "石桥头12号院", "桂香苑一期大门口")) {
                if (!category.isOther()) {
                    Dispatch dispatch = dispatch(category.code(), 0.9, Nature.COMPLAINT, place(words));

                    assertThat(TREE.find(dispatch.handlingGrid()))
                            .map(Grid::group)
                            .contains(true);
                    assertThat(dispatch.copies())
                            .doesNotContain(dispatch.handlingGrid())
                            .doesNotHaveDuplicates();
                    assertThat(dispatch.unit()).isNotBlank().doesNotContain("{");
                }
            }
        }
    }

    @Test
    void praiseShouldGoToTheCommunity() {
        assertThat(dispatch("ENV01", 0.9, Nature.PRAISE, place(MIXED)).reason()).isEqualTo("表扬记入社区台账");
    }

    @Test
    void anUnsureClassificationShouldGoToTriage() {
        assertThat(route("ENV01", RULES.threshold() - 0.01, place(MIXED))).isEqualTo(new Triage(Reason.UNSURE));
        assertThat(route("ENV01", RULES.threshold(), place(MIXED))).isInstanceOf(Dispatch.class);
        assertThat(route("ENV01", Double.NaN, place(MIXED))).isEqualTo(new Triage(Reason.UNSURE));
    }

    @Test
    void whatFitsNoCategoryShouldGoToTriage() {
        assertThat(route(Category.OTHER, 1, place(MIXED))).isEqualTo(new Triage(Reason.NO_CATEGORY));
    }

    @Test
    void aPlaceWithoutACompoundShouldGoByTheLevelOfTheCategory() {
        Place grid = PLACES.ofScene("grid:g03").orElseThrow();
        Place community = PLACES.ofScene("grid:xiangqing").orElseThrow();

        assertThat(dispatch("ENV01", 0.9, Nature.COMPLAINT, grid).handlingGrid())
                .isEqualTo(new GridId("g03"));
        assertThat(dispatch("ENV01", 0.9, Nature.COMPLAINT, community).handlingGrid())
                .isEqualTo(new GridId("xiangqing"));
    }

    @Test
    void aPlaceWhoseGridIsGoneShouldGoToTriage() {
        Place gone = new Place(new GridId("gone"), "旧网格", Optional.empty(), Optional.empty(), "", "", "");

        assertThat(route("ENV01", 0.9, gone)).isEqualTo(new Triage(Reason.NO_GRID));
    }

    @Test
    void theSameRequestShouldAlwaysGoTheSameWay() {
        assertThat(route("ENV01", 0.9, place(MIXED))).isEqualTo(route("ENV01", 0.9, place(MIXED)));
    }

    private static Routing route(String code, double confidence, Place place) {
        return ROUTER.route(TAXONOMY.get(code), confidence, Nature.COMPLAINT, place);
    }

    private static Dispatch dispatch(String code, double confidence, Nature nature, Place place) {
        Routing routing = ROUTER.route(TAXONOMY.get(code), confidence, nature, place);
        assertThat(routing).as(code).isInstanceOf(Dispatch.class);
        return (Dispatch) routing;
    }

    private static Place place(String words) {
        if (PLACES.resolve(words) instanceof PlaceFinding.Exact(Place place)) {
            return place;
        }
        throw new AssertionError("not exact: " + words);
    }
}
