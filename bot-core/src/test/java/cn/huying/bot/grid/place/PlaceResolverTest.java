package cn.huying.bot.grid.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GeoPoint;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.place.PlaceFinding.Exact;
import cn.huying.bot.grid.place.PlaceFinding.Missing;
import cn.huying.bot.grid.place.PlaceFinding.Part;
import cn.huying.bot.grid.place.PlaceFinding.Partial;
import cn.huying.bot.grid.wording.PlaceReader;
import cn.huying.bot.grid.wording.PlaceText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceResolverTest {
    private static final GridTree TREE = DemoTree.TREE;
    private static final PlaceResolver RESOLVER = new PlaceResolver(TREE);

    @Test
    void aDwellingShouldLeadToTheLeafOfItsFloor() {
        assertThat(exact("幸福里3栋2单元1202").grid()).isEqualTo(new GridId("g01-m11"));
        assertThat(exact("幸福里3栋2单元1602").grid()).isEqualTo(new GridId("g01-m12"));
        assertThat(exact("幸福里3栋2单元十六楼").grid()).isEqualTo(new GridId("g01-m12"));
    }

    @Test
    void aUnitSharedByGridsShouldLeadToWhatTheyHaveInCommon() {
        assertThat(exact("幸福里3栋2单元").grid()).isEqualTo(new GridId("g01"));
    }

    @Test
    void aCompoundShouldLeadToTheSmallestGridThatHoldsAllOfIt() {
        Compound compound = TREE.compound(new CompoundId("tingsongyuan")).orElseThrow();
        Place place = exact("听松园大门口");

        assertThat(place.compound()).contains(compound.id());
        assertThat(compound.buildings())
                .flatExtracting(Building::entrances)
                .flatExtracting(UnitEntrance::floors)
                .extracting(UnitEntrance.Floors::grid)
                .allMatch(leaf -> TREE.isWithin(leaf, place.grid()));
    }

    @Test
    void thePublicLabelShouldNeverTellTheUnit() {
        Place place = exact("幸福里3栋2单元1202室");

        assertThat(place.publicLabel()).isEqualTo("幸福里小区3栋");
        assertThat(place.fullLabel()).isEqualTo("幸福里小区3栋2单元1202室");
        assertThat(place.toString()).isEqualTo("Place[g01-m11]");
    }

    @Test
    void nearestShouldFindTheCompoundAroundAPointThenTheGridAndNothingFarAway() {
        for (Compound compound : TREE.compounds()) {
            GeoPoint at = compound.location();
            double metreNorth = 1 / 111_195.0;

            assertThat(RESOLVER.nearest(at.latitude(), at.longitude()))
                    .flatMap(Place::compound)
                    .contains(compound.id());
            assertThat(RESOLVER.nearest(at.latitude() + 290 * metreNorth, at.longitude()))
                    .flatMap(Place::compound)
                    .contains(compound.id());
            assertThat(RESOLVER.nearest(at.latitude() + 310 * metreNorth, at.longitude()))
                    .as("only the grid's outline reaches there")
                    .hasValueSatisfying(place -> {
                        assertThat(place.compound()).isEmpty();
                        assertThat(TREE.grid(place.grid()).level()).isEqualTo(GridLevel.GENERAL);
                    });
            assertThat(RESOLVER.nearest(at.latitude() + 9_000 * metreNorth, at.longitude()))
                    .isEmpty();
        }
    }

    @Test
    void aPointInACompoundSharedByGridsShouldLeadToTheGridItLiesIn() {
        Compound shared = TREE.compounds().stream()
                .filter(compound ->
                        TREE.grid(exact(compound.name() + "大门口").grid()).level() == GridLevel.COMMUNITY)
                .findFirst()
                .orElseThrow();
        GeoPoint at = shared.location();
        double degreesEast = 280 / (111_195 * Math.cos(Math.toRadians(at.latitude())));

        Place west =
                RESOLVER.nearest(at.latitude(), at.longitude() - degreesEast).orElseThrow();
        Place east =
                RESOLVER.nearest(at.latitude(), at.longitude() + degreesEast).orElseThrow();

        assertThat(west.compound()).contains(shared.id());
        assertThat(TREE.grid(west.grid()).level()).isEqualTo(GridLevel.GENERAL);
        assertThat(east.grid()).isNotEqualTo(west.grid());
    }

    @Test
    void nearestShouldBeEmptyForWhatIsNoPointOnEarth() {
        assertThat(RESOLVER.nearest(Double.NaN, 83.6)).isEmpty();
        assertThat(RESOLVER.nearest(39.3, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(RESOLVER.nearest(239.3, 83.6)).isEmpty();
    }

    @Test
    void scenesShouldLeadOnlyToWhatIsThereAndActive() {
        assertThat(RESOLVER.ofScene("grid:g03")).map(Place::publicLabel).contains("第三网格");
        assertThat(RESOLVER.ofScene("building:xingfuli-3"))
                .map(Place::publicLabel)
                .contains("幸福里小区3栋");
        assertThat(RESOLVER.ofScene("grid:999")).isEmpty();
        assertThat(RESOLVER.ofScene("building:xingfuli-99")).isEmpty();
        assertThat(RESOLVER.ofScene("building:")).isEmpty();
        assertThat(RESOLVER.ofScene("")).isEmpty();
        assertThat(RESOLVER.ofScene("role:admin")).isEmpty();
    }

    @Test
    void aSceneOfAnInactiveGridShouldLeadNowhere() {
        Grid closed = new Grid(new GridId("old"), Optional.empty(), GridLevel.COMMUNITY, "旧社区", true, false);
        PlaceResolver resolver = new PlaceResolver(new GridTree(List.of(closed), List.of()));

        assertThat(resolver.ofScene("grid:old")).isEmpty();
    }

    @Test
    void aHomeThatIsOnlyAGridShouldStillAskForTheBuilding() {
        Place home = RESOLVER.ofScene("grid:g03").orElseThrow();

        assertThat(RESOLVER.resolve("我家漏水", Optional.of(home))).isEqualTo(new Partial(home, Part.BUILDING, ""));
        assertThat(RESOLVER.resolve("路灯坏了", Optional.of(home))).isEqualTo(new Missing());
    }

    @Test
    void anythingTypedShouldBeReadWithoutFailing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "幸福里杏花苑3栋2单元号楼室-—#第十百零〇一两A座门院我家，。 \n\t😀\uD800９Ｂ①";
        Place home = exact("幸福里1栋1单元301");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PlaceFinding finding =
                    RESOLVER.resolve(text.toString(), random.nextBoolean() ? Optional.of(home) : Optional.empty());
            assertThat(finding).as("seed %d: %s", seed, text).isNotNull();
        }
    }

    @Test
    void whoeverNamesAllOfAPlaceShouldMeanItWhereverAtHome() {
        assertThat(RESOLVER.namesAll("幸福里3栋2单元路灯坏了")).isTrue();
        assertThat(Stream.of("3栋2单元", "我家", "幸福里", "幸福里3栋", "路灯坏了", "幸福里3栋2单元和5栋"))
                .noneMatch(RESOLVER::namesAll);

        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "幸福里", "杏花苑", "听松园", "3栋", "5栋", "1栋", "2单元", "1单元", "我家", "门口", "路灯", "，", "和", "501", "12楼", "公共区域");
        List<Place> homes = Stream.of("幸福里1栋1单元301", "杏花苑3栋1单元", "听松园1栋1单元")
                .flatMap(text -> RESOLVER.resolve(text).one().stream())
                .toList();
        int whole = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(6), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            if (RESOLVER.namesAll(text)) {
                whole++;
                for (Place home : homes) {
                    assertThat(RESOLVER.resolve(text, Optional.of(home)))
                            .as("seed %d: %s", seed, text)
                            .isEqualTo(RESOLVER.resolve(text));
                }
            }
        }
        assertThat(homes).hasSize(3);
        assertThat(whole).isGreaterThan(100);
    }

    @Test
    void readingShouldTakeStepsInProportionToTheText() {
        for (String piece : List.of("幸福里3栋2单元", "3-", "十", "1", "幸福", "第", "3号", "老纺织厂宿", "3栋", "A1-")) {
            long steps = steps(piece.repeat(2_000 / piece.length()));
            long more = steps(piece.repeat(100_000 / piece.length()));

            assertThat((double) more / steps).as(piece).isLessThan(51);
            assertThat(more).as(piece).isLessThan(100_000 * 40L);
        }
    }

    @Test
    void aMessageOfAHundredThousandCharactersShouldStillGiveItsPlaces() {
        String text = "路灯不亮。".repeat(20_000) + "幸福里3栋2单元501室";

        assertThat(exact(text).fullLabel()).isEqualTo("幸福里小区3栋2单元501室");
    }

    /** How often a character of the text is looked at. */
    private static long steps(String raw) {
        AtomicLong steps = new AtomicLong();
        String text = PlaceText.of(raw);
        CharSequence counted = new Counted(text, steps);
        PlaceReader.read(PlaceNames.of(TREE), counted);
        return steps.get();
    }

    private record Counted(String text, AtomicLong steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            steps.addAndGet(end - start);
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Place exact(String text) {
        if (RESOLVER.resolve(text) instanceof Exact(Place place)) {
            return place;
        }
        throw new AssertionError("not exact: " + text);
    }
}
