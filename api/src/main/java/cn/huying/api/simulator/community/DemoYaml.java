package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoCompound.Alias;
import cn.huying.api.simulator.community.DemoCompound.Shape.Yards;
import cn.huying.api.simulator.community.DemoPlan.Micro;
import cn.huying.api.simulator.community.DemoPlan.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the plan the way a careful operator would, so that the demo's files can serve as a pattern. */
final class DemoYaml {
    static final String COMMUNITY = "xiangqing";
    private static final String NUMERALS = "零一二三四五六七八九十";

    private final DemoPlan plan;

    DemoYaml(DemoPlan plan) {
        this.plan = plan;
    }

    String organisation(int grids) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# 演示社区的组织树：区、街道、社区、网格。名称都是虚构的，位置在无人的沙漠里。\n");
        yaml.append("# group: true 表示该网格有自己的企业微信群。微网格写在各小区的文件里。\n");
        yaml.append("# code 是区划代码（区 6 位、街道 9 位、社区 12 位），预警按它找到该通知的网格；可以不写。\n");
        yaml.append("grids:\n");
        yaml.append("  - {id: qinghe, level: DISTRICT, name: 青禾区, code: \"659901\"}\n");
        yaml.append(
                "  - {id: tingyu, parent: qinghe, level: SUBDISTRICT, name: 听雨街道, group: true, code: \"659901001\"}\n");
        yaml.append("  - {id: xiangqing, parent: tingyu, level: COMMUNITY, name: 向晴社区, group: true,"
                + " code: \"659901001001\"}\n");
        for (int grid = 0; grid < grids; grid++) {
            yaml.append("  - {id: " + gridId(grid) + ", parent: " + COMMUNITY + ", level: GENERAL, name: "
                    + gridName(grid) + ", group: true}\n");
        }
        return yaml.toString();
    }

    String compound(DemoCompound compound, int index) {
        List<Row> rows = plan.rows(compound);
        int households = rows.stream().mapToInt(row -> row.households).sum();
        StringBuilder yaml = new StringBuilder();
        yaml.append("# " + compound.name() + "：" + compound.shape().buildings() + " " + word(compound) + "，"
                + households + " 户\n");
        yaml.append("compound:\n");
        yaml.append("  id: " + compound.id() + "\n");
        yaml.append("  name: " + compound.name() + "\n");
        yaml.append("  nicknames: [" + String.join(", ", compound.nicknames()) + "]\n");
        yaml.append("  management: " + compound.management() + "\n");
        if (!compound.property().isEmpty()) {
            yaml.append("  property: " + compound.property() + "\n");
        }
        yaml.append("  location: " + DemoMap.location(index) + "\n");
        yaml.append("  households: " + households + "\n");
        yaml.append("  buildings:\n");
        for (int building = 1; building <= compound.shape().buildings(); building++) {
            yaml.append(building(compound, building, rows));
        }
        return yaml.append(micros(compound)).toString();
    }

    private String building(DemoCompound compound, int building, List<Row> rows) {
        List<Row> own = rows.stream().filter(row -> row.building == building).toList();
        String number = number(compound, building);
        String aliases = compound.aliases().stream()
                .filter(alias -> alias.number().equals(number))
                .map(Alias::name)
                .collect(Collectors.joining(", "));
        String head = "id: " + buildingId(compound, building) + ", number: " + number + ", name: " + number
                + compound.measure() + (aliases.isEmpty() ? "" : ", aliases: [" + aliases + "]");
        if (compound.shape() instanceof Yards) {
            Row row = own.getFirst();
            return "    - {" + head + ", units: [{households: " + row.households + ", grid: " + microId(row) + "}]}\n";
        }
        StringBuilder yaml = new StringBuilder(
                "    - " + head.replace(", aliases", "\n      aliases").replace(", ", "\n      ") + "\n      units:\n");
        own.forEach(row -> yaml.append("        - {unit: " + row.unit
                + (row.floors.isEmpty() ? "" : ", floors: " + row.floors) + ", households: " + row.households
                + ", grid: "
                + microId(row) + "}\n"));
        return yaml.toString();
    }

    private String micros(DemoCompound compound) {
        StringBuilder yaml = new StringBuilder("grids:\n");
        plan.micros.stream().filter(micro -> micro.compound().equals(compound)).forEach(micro -> {
            String name = gridName(micro.grid) + "第" + micro.numberInGrid + "微网格";
            yaml.append("  - {id: " + microId(micro) + ", parent: " + gridId(micro.grid) + ", level: MICRO, name: "
                    + name + "}\n");
        });
        return yaml.toString();
    }

    private static String word(DemoCompound compound) {
        return compound.shape() instanceof Yards ? "个院子" : "栋";
    }

    static String buildingId(DemoCompound compound, int building) {
        return compound.id() + "-" + number(compound, building).toLowerCase(Locale.ROOT);
    }

    private static String number(DemoCompound compound, int building) {
        return compound.lettered() ? String.valueOf((char) ('A' + building - 1)) : Integer.toString(building);
    }

    static String gridId(int grid) {
        return String.format(Locale.ROOT, "g%02d", grid + 1);
    }

    private String microId(Row row) {
        return microId(plan.micros.get(row.micro));
    }

    static String microId(Micro micro) {
        return gridId(micro.grid) + String.format(Locale.ROOT, "-m%02d", micro.numberInGrid);
    }

    static String gridName(int grid) {
        int number = grid + 1;
        String tens = number > 10 ? "十" : "";
        return "第" + tens + NUMERALS.charAt(number > 10 ? number - 10 : number) + "网格";
    }
}
