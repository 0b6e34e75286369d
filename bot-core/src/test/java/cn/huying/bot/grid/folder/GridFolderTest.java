package cn.huying.bot.grid.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFolderTest {
    private static final String GRIDS = """
            grids:
              - {id: c, level: COMMUNITY, name: 试验社区, group: true}
              - {id: g1, parent: c, level: L1, name: 一网格}
              - {id: m1, parent: g1, level: MICRO, name: 一微}
              - {id: m2, parent: g1, level: MICRO, name: 二微}
            """;
    private static final String COMPOUND = """
            compound:
              id: liuxiang
              name: 柳巷小区
              nicknames: [老粮库]
              management: MIXED
              location: {latitude: 39.1, longitude: 83.1}
              households: 44
              buildings:
                - id: liuxiang-1
                  number: 1
                  units:
                    - {unit: 1, households: 22, grid: m1}
                    - {unit: 2, households: 22, grid: m2}
            """;

    @TempDir
    Path folder;

    @Test
    void readShouldPutAllFilesOfTheFolderTogether() throws IOException {
        Files.writeString(folder.resolve("a.yml"), GRIDS);
        Files.writeString(folder.resolve("b.yml"), COMPOUND);
        Files.writeString(folder.resolve("notes.txt"), "not read");

        GridFolder.Loaded loaded = GridFolder.read(folder);

        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.tree().households(new GridId("c"))).isEqualTo(44);
        assertThat(loaded.tree().leaf(new BuildingId("liuxiang-1"), "2", 0)).contains(new GridId("m2"));
    }

    @Test
    void readShouldRefuseAnEmptyAndAMissingFolder() {
        assertThatThrownBy(() -> GridFolder.read(folder)).hasMessageContaining("没有社区文件");
        assertThatThrownBy(() -> GridFolder.read(folder.resolve("away"))).hasMessageContaining("不存在");
    }

    @Test
    void readShouldTellTheFileAndLineOfBrokenYaml() throws IOException {
        Files.writeString(folder.resolve("a.yml"), "grids:\n  - {id: c,\n");
        Files.writeString(folder.resolve("b.yml"), "");

        assertThatThrownBy(() -> GridFolder.read(folder))
                .hasMessageContaining("a.yml 第 3 行")
                .hasMessageContaining("b.yml：文件是空的");
    }

    @Test
    void everyProblemOfEveryFileShouldBeToldAtOnceWithItsLine() {
        String grids = GRIDS.replace("parent: g1, level: MICRO, name: 二微", "parent: g9, level: MICRO, name: 二微");
        String compound = COMPOUND.replace("MIXED", "MAYBE").replace("households: 44", "households: 45");

        assertThatThrownBy(() -> load(grids, compound))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1.yml 第 5 行：上级网格不存在：g9")
                .hasMessageContaining("2.yml 第 5 行：management 的取值不认识：MAYBE")
                .hasMessageContaining("2.yml 第 2 行：柳巷小区写明 45 户，各单元合计 44 户");
    }

    @Test
    void aCycleShouldBeRefused() {
        refused(
                GRIDS.replace("{id: g1, parent: c, level: L1", "{id: g1, parent: m1, level: L1"),
                COMPOUND,
                "1.yml 第 3 行：上下级绕成了一圈：g1");
    }

    @Test
    void aTreeWithoutOrWithTwoRootsShouldBeRefused() {
        refused(GRIDS.replace("{id: c, level", "{id: c, parent: g1, level"), COMPOUND, "没有最上级网格");
        refused(GRIDS.replace("{id: g1, parent: c,", "{id: g1,"), COMPOUND, "1.yml 第 3 行：最上级网格不止一个：g1");
    }

    @Test
    void aLevelThatIsNotDeeperThanItsParentShouldBeRefused() {
        refused(GRIDS.replace("id: g1, parent: c, level: L1", "id: g1, parent: c, level: DISTRICT"), COMPOUND, "层级不对");
    }

    @Test
    void theSameIdAndTheSameNameShouldBeRefused() {
        refused(GRIDS.replace("id: m2", "id: m1"), COMPOUND, "1.yml 第 5 行：网格编号 m1 用了两次");
        refused(GRIDS.replace("二微", "一微"), COMPOUND, "1.yml 第 5 行：同一上级之下有两个网格叫“一微”");
        refused(GRIDS, COMPOUND, COMPOUND.replace("id: liuxiang", "id: other"), "3.yml 第 2 行：有两个小区叫“柳巷小区”");
        refused(GRIDS, COMPOUND, COMPOUND.replace("柳巷小区", "杨巷"), "3.yml 第 2 行：小区编号 liuxiang 用了两次");
    }

    @Test
    void theSameBuildingShouldBeRefused() {
        String twice = COMPOUND
                + "    - {id: liuxiang-2, number: '01', name: 一号楼, units: [{households: 0, grid: m1}]}\n"
                + "    - {id: liuxiang-1, number: 3, units: [{households: 0, grid: m1}]}\n";

        refused(GRIDS, twice, "2.yml 第 14 行：楼号的写法有误：01");
        refused(GRIDS, twice.replace("'01'", "1"), "2.yml 第 14 行：同一小区有两栋楼叫“1”");
        refused(GRIDS, twice, "2.yml 第 15 行：楼栋编号 liuxiang-1 用了两次");
    }

    @Test
    void aHouseholdOutsideTheTreeShouldBeRefused() {
        refused(GRIDS, COMPOUND.replace("grid: m2", "grid: m9"), "2.yml 第 13 行：网格不存在：m9");
        refused(GRIDS, COMPOUND.replace("grid: m2", "grid: g1"), "2.yml 第 13 行：网格 g1 还有下级，住户不能直接挂在上面");
        refused(GRIDS.replace("name: 二微", "name: 二微, active: false"), COMPOUND, "2.yml 第 13 行：网格 m2 已停用");
        refused(GRIDS, COMPOUND.substring(0, COMPOUND.indexOf("units")), "楼栋没有单元");
        refused(GRIDS, COMPOUND.substring(0, COMPOUND.indexOf("buildings")), "小区没有楼栋");
    }

    @Test
    void aUnitTwiceAndOverlappingOrMissingFloorsShouldBeRefused() {
        refused(GRIDS, COMPOUND.replace("unit: 2", "unit: 1"), "2.yml 第 13 行：单元 1 写了两次，住户重复归属");
        refused(GRIDS, floors("1-15", "15-30"), "2.yml 第 13 行：单元 1 的 15 层重复归属");
        refused(GRIDS, floors("1-15", "17-30"), "2.yml 第 13 行：单元 1 的 16 层没有归属网格");
        refused(GRIDS, floors("1-15", "顶楼"), "2.yml 第 13 行：楼层的写法有误：顶楼");
        refused(GRIDS, floors("15-1", "16-30"), "2.yml 第 12 行：楼层的写法有误：15-1");
    }

    @Test
    void aSharedUnitShouldLeadToTheGridOfTheFloor() {
        GridTree tree = load(GRIDS, floors("1-15", "16-30")).tree();
        BuildingId building = new BuildingId("liuxiang-1");

        assertThat(tree.leaf(building, "1", 15)).contains(new GridId("m1"));
        assertThat(tree.leaf(building, "1", 16)).contains(new GridId("m2"));
        assertThat(tree.leaf(building, "1", 31)).isEmpty();
        assertThat(tree.leaf(building, "2", 1)).isEmpty();
    }

    @Test
    void wrongValuesShouldBeRefused() {
        refused(GRIDS.replace("id: m2", "id: M_2"), COMPOUND, "id 的写法有误：M_2");
        refused(GRIDS.replace("group: true", "group: 有"), COMPOUND, "group 的取值不认识：有");
        refused(GRIDS, COMPOUND.replace("latitude: 39.1", "latitude: 139.1"), "经纬度超出范围");
        refused(GRIDS, COMPOUND.replace("  location: {latitude: 39.1, longitude: 83.1}\n", ""), "缺少 location");
        refused(GRIDS, COMPOUND.replace("nicknames: [老粮库]", "nicknames: [老]"), "名称太短或太长：老");
        refused(GRIDS, COMPOUND.replace("households: 22, grid: m2", "households: -1, grid: m2"), "住户数不能是负数：-1");
        refused(GRIDS, COMPOUND.replace("unit: 2", "unit: 二单元"), "单元号的写法有误");
        refused(GRIDS, COMPOUND.replace("number: 1", "number: 1栋"), "楼号的写法有误：1栋");
        refused(GRIDS, COMPOUND.replace("nicknames", "nickname"), "不认识的字段 nickname");
    }

    @Test
    void aMicroGridOutsideTwentyToThirtyHouseholdsShouldOnlyBeWarnedAbout() {
        String compound = COMPOUND.replace("households: 44", "households: 52").replace("22, grid: m2", "30, grid: m2");
        assertThat(load(GRIDS, compound).warnings()).isEmpty();

        GridFolder.Loaded loaded = load(GRIDS, compound.replace("52", "53").replace("30, grid: m2", "31, grid: m2"));

        assertThat(loaded.warnings())
                .singleElement()
                .asString()
                .isEqualTo("1.yml 第 5 行：微网格 m2 有 31 户。一般是 20 到 30 户，请考虑拆分或合并");
    }

    @Test
    void aMissingUnitAndASharedNicknameShouldOnlyBeWarnedAbout() {
        String other = COMPOUND.replace("liuxiang", "yangxiang")
                .replace("柳巷", "杨巷")
                .replace("households: 22", "households: 0")
                .replace("households: 44", "households: 0")
                .replace("unit: 2", "unit: 3");

        assertThat(load(GRIDS, COMPOUND, other).warnings())
                .extracting(Object::toString)
                .containsExactly(
                        "3.yml 第 2 行：俗名“老粮库”柳巷小区和杨巷小区都在用。居民只说俗名时机器人会追问；如不需要请删去一个",
                        "3.yml 第 9 行：1栋没有 2 单元。如果漏写了，请补上；确实没有就不用管");
    }

    private static String floors(String low, String high) {
        return COMPOUND.replace("unit: 1,", "unit: 1, floors: " + low + ",")
                .replace("unit: 2,", "unit: 1, floors: " + high + ",");
    }

    private static void refused(String grids, String compound, String problem) {
        assertThatThrownBy(() -> load(grids, compound))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(problem);
    }

    private static void refused(String grids, String compound, String other, String problem) {
        assertThatThrownBy(() -> load(grids, compound, other))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(problem);
    }

    private static GridFolder.Loaded load(String... contents) {
        List<YamlFile> files = new ArrayList<>();
        for (String content : contents) {
            files.add(YamlFile.of((files.size() + 1) + ".yml", content));
        }
        return GridFolder.of(files);
    }
}
