package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoCompound.Shape;
import cn.huying.api.simulator.community.DemoCompound.Shape.Towers;
import cn.huying.api.simulator.community.DemoCompound.Shape.WalkUps;
import cn.huying.api.simulator.community.DemoCompound.Shape.Yards;
import cn.huying.api.simulator.community.DemoPlan.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Residents who told the account where they live: as many dwellings drawn at random, and a made-up name for each. */
final class DemoPeople {
    /** People of the page who live somewhere; the rest follow them. */
    private static final Map<String, String> KNOWN = Map.of(
            "oDemoResident00000000002", "韩立冬,xingyagongyu-a",
            "oDemoResident00000000003", "罗小满,lihuawan-2");

    private static final String FAMILY = "安柏卜岑柴常车陈成程池储崔戴邓丁董窦杜段樊范方费封冯符甘高葛耿宫龚古谷顾关管郭韩郝何贺洪侯胡华黄霍姬季简江姜蒋焦金康柯孔黎李梁林凌刘龙卢鲁陆路罗骆吕马毛";
    private static final List<String> GIVEN = List.of(
            "安澜", "柏川", "采青", "晨露", "初晴", "春禾", "丹枫", "冬青", "朵朵", "凡星", "芳洲", "枫林", "根生", "谷雨", "桂香", "海棠", "和风", "荷影",
            "红叶", "怀远", "槐序", "嘉木", "见山", "江月", "景行", "静好", "菊秋", "可心", "兰舟", "乐山", "黎明", "立秋", "栗子", "连翘", "林深", "柳岸",
            "麦穗", "满仓", "明溪", "木兰", "南星", "念一", "藕花", "平川", "青禾", "晴空", "秋实", "榕荫", "若水", "桑榆", "石竹", "书田", "霜降", "松涛",
            "素心", "桃夭", "天蓝", "听雨", "望舒", "未央", "文竹", "梧桐", "溪亭", "夏至", "向阳", "小暑", "晓霜", "杏林", "秀峰", "雪松", "延年", "雁归",
            "叶舟", "一诺", "以沫", "银杏", "映山", "永泉", "雨声", "玉兰", "远帆", "月白", "云起", "芸香", "再青", "朝夕", "知春", "知夏", "芷兰", "竹溪",
            "子规", "紫苏", "半夏", "长庚", "重楼", "当归", "广白", "景天", "苍术", "佩兰");

    private final List<Dwelling> dwellings = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    DemoPeople(DemoPlan plan, long seed) {
        Random random = new Random(seed);
        plan.compounds().forEach(compound -> plan.rows(compound).forEach(this::inhabit));
        Collections.shuffle(dwellings, random);
        FAMILY.chars().forEach(family -> GIVEN.forEach(given -> names.add((char) family + given)));
        Collections.shuffle(names, random);
    }

    /** @param room empty behind a gate, where there are no rooms */
    private record Dwelling(String building, String unit, String room) {}

    /** One line for each: openid, name, building, unit, room. */
    String csv(int people) {
        StringBuilder csv = new StringBuilder("# 已登记住址的演示居民，全部是虚构的：openid,姓名,楼栋,单元,房号\n");
        KNOWN.keySet().stream().sorted().forEach(openId -> csv.append(known(openId)));
        for (int i = 0; i < people - KNOWN.size(); i++) {
            Dwelling home = dwellings.get(i);
            csv.append(String.format(Locale.ROOT, "oDemoResident%011d,", 101 + i))
                    .append(String.join(",", names.get(i), home.building, home.unit, home.room))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Takes the first dwelling of the wanted building out of the draw. */
    private String known(String openId) {
        String[] wanted = KNOWN.getOrDefault(openId, "").split(",", -1);
        Dwelling home = dwellings.stream()
                .filter(dwelling -> dwelling.building.equals(wanted[1]))
                .findFirst()
                .orElseThrow();
        dwellings.remove(home);
        return String.join(",", openId, wanted[0], home.building, home.unit, home.room) + '\n';
    }

    private void inhabit(Row row) {
        String building = DemoYaml.buildingId(row.compound, row.building);
        rooms(row)
                .limit(row.households)
                .forEach(room ->
                        dwellings.add(new Dwelling(building, row.unit, room == 0 ? "" : Integer.toString(room))));
    }

    private static IntStream rooms(Row row) {
        Shape shape = row.compound.shape();
        return switch (shape) {
            case Towers towers -> floors(row, towers.floors(), towers.perFloor());
            case WalkUps walkUps -> floors(row, walkUps.floors(), walkUps.perFloor());
            case Yards _ -> IntStream.of(0, 0);
        };
    }

    private static IntStream floors(Row row, int highest, int perFloor) {
        int dash = row.floors.indexOf('-');
        int from = dash < 0 ? 1 : Integer.parseInt(row.floors.substring(0, dash));
        int to = dash < 0 ? highest : Integer.parseInt(row.floors.substring(dash + 1));
        return IntStream.rangeClosed(from, to)
                .flatMap(floor -> IntStream.rangeClosed(1, perFloor).map(door -> floor * 100 + door));
    }
}
