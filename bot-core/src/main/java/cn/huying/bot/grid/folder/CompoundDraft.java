package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GeoPoint;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.ManagementMode;
import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.wording.PlaceNumber;
import cn.huying.bot.grid.wording.PlaceText;
import cn.huying.knowledge.load.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A compound as it was read, before its entrances are known to hang on leaves of the tree. */
record CompoundDraft(Entry entry, Compound compound, OptionalInt declared, List<BuildingDraft> buildings) {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 30;

    record BuildingDraft(Entry entry, Building building, List<FloorsDraft> floors) {}

    record FloorsDraft(Entry entry, String unit, UnitEntrance.Floors floors) {}

    static CompoundDraft read(Entry entry) {
        YamlNode node = entry.node();
        node.onlyKeys("id", "name", "nicknames", "management", "property", "location", "households", "buildings");
        CompoundId id = new CompoundId(entry.id("id"));
        List<BuildingDraft> buildings = node.list("buildings").stream()
                .map(child -> building(id, entry.at(child)))
                .toList();
        if (buildings.isEmpty()) {
            entry.problem("小区没有楼栋", "请在 buildings 下至少写一栋");
        }
        Compound compound = new Compound(
                id,
                node.text("name"),
                node.texts("nicknames"),
                node.oneOf("management", ManagementMode.class),
                node.text("property", ""),
                location(node),
                buildings.stream().map(BuildingDraft::building).toList());
        names(compound.name(), compound.nicknames(), entry);
        return new CompoundDraft(entry, compound, entry.count("households"), buildings);
    }

    private static GeoPoint location(YamlNode node) {
        YamlNode location = node.at("location").orElse(null);
        if (location == null) {
            node.problem("缺少 location", "请写成 location: {latitude: 纬度, longitude: 经度}");
            return new GeoPoint(0, 0);
        }
        location.onlyKeys("latitude", "longitude");
        GeoPoint point = new GeoPoint(location.decimal("latitude"), location.decimal("longitude"));
        if (!point.isOnEarth()) {
            location.problem("经纬度超出范围", "纬度在 -90 到 90 之间，经度在 -180 到 180 之间");
        }
        return point;
    }

    private static BuildingDraft building(CompoundId compound, Entry entry) {
        YamlNode node = entry.node();
        node.onlyKeys("id", "number", "name", "aliases", "units");
        String number = PlaceText.of(node.text("number")).toString();
        if (!PlaceNumber.isNumber(number)) {
            entry.problem("楼号的写法有误：" + number, "只写数字或字母，例如 3、A、3A，不带“栋”字");
        }
        List<FloorsDraft> floors = node.list("units").stream()
                .map(child -> floors(entry.at(child)))
                .toList();
        if (floors.isEmpty()) {
            entry.problem("楼栋没有单元，住户没有归属网格", "请在 units 下写明每个单元的住户数和网格");
        }
        Building building = new Building(
                new BuildingId(entry.id("id")),
                compound,
                number,
                node.text("name", number + "栋"),
                node.texts("aliases"),
                entrances(floors));
        names(building.name(), building.aliases(), entry);
        return new BuildingDraft(entry, building, floors);
    }

    private static FloorsDraft floors(Entry entry) {
        YamlNode node = entry.node();
        node.onlyKeys("unit", "floors", "households", "grid");
        String unit = PlaceText.of(node.text("unit", "")).toString();
        if (!unit.isEmpty() && !PlaceNumber.isNumber(unit)) {
            entry.problem("单元号的写法有误：" + unit, "只写数字或字母，例如 2，不带“单元”二字");
        }
        int households = node.number("households");
        if (households < 0) {
            entry.problem("住户数不能是负数：" + households, "请写成 0 或以上的整数");
        }
        int[] range = range(entry);
        return new FloorsDraft(
                entry, unit, new UnitEntrance.Floors(range[0], range[1], households, new GridId(entry.id("grid"))));
    }

    /** {@code 1-15} as its two ends; both 0 when nothing is said, which means the whole unit. */
    private static int[] range(Entry entry) {
        String text = entry.node().text("floors", "");
        if (text.isEmpty()) {
            return new int[] {0, 0};
        }
        int hyphen = text.indexOf('-');
        try {
            int lowest = Integer.parseInt(hyphen < 0 ? text : text.substring(0, hyphen));
            int highest = hyphen < 0 ? lowest : Integer.parseInt(text.substring(hyphen + 1));
            if (lowest >= 1 && highest >= lowest) {
                return new int[] {lowest, highest};
            }
        } catch (NumberFormatException _) {
            // told below, with the other ways to get it wrong
        }
        entry.problem("楼层的写法有误：" + text, "请写成 1-15 这样，从低到高");
        return new int[] {0, 0};
    }

    private static List<UnitEntrance> entrances(List<FloorsDraft> drafts) {
        Map<String, List<UnitEntrance.Floors>> units = new LinkedHashMap<>();
        drafts.forEach(draft ->
                units.computeIfAbsent(draft.unit(), _ -> new ArrayList<>()).add(draft.floors()));
        List<UnitEntrance> entrances = new ArrayList<>();
        units.forEach((unit, floors) -> {
            floors.sort(Comparator.comparingInt(UnitEntrance.Floors::lowest));
            entrances.add(new UnitEntrance(unit, floors));
        });
        return entrances;
    }

    private static void names(String name, List<String> others, Entry entry) {
        others.forEach(other -> length(other, entry));
        length(name, entry);
    }

    private static void length(String name, Entry entry) {
        int length = PlaceText.of(name).length();
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            entry.problem("名称太短或太长：" + name, "名称和俗名要有 " + SHORTEST_NAME + " 到 " + LONGEST_NAME + " 个字");
        }
    }
}
