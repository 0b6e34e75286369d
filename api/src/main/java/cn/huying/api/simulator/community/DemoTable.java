package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoCompound.Alias;
import cn.huying.api.simulator.community.DemoCompound.Shape.Towers;
import cn.huying.api.simulator.community.DemoCompound.Shape.WalkUps;
import cn.huying.api.simulator.community.DemoCompound.Shape.Yards;
import java.util.List;

/** The compounds of the demo, in the order in which one walks past them. All names are made up. */
final class DemoTable {
    static final List<DemoCompound> COMPOUNDS = List.of(
            towers("xingfuli", "幸福里小区", List.of("幸福里", "晴湖高层"), "安禾物业", new Towers(6, 2, 30, 2, 2)),
            walkUps("hongzhuanyuan", "红砖院", List.of("老机械厂家属院"), "SELF_MANAGED", "", new WalkUps(5, 4, 6, 2)),
            mixed("xinghuayuan", "杏花苑", List.of("杏花园"), "邻善物业", new Towers(10, 2, 13, 2, 1)),
            old("huaishuli", "槐树里", List.of("老纺织厂宿舍", "纺织厂家属院"), new WalkUps(12, 4, 6, 2), new Alias("5", "老干部楼")),
            mixed("tingsongyuan", "听松园小区", List.of("松园"), "邻善物业", new Towers(8, 2, 12, 2, 1)),
            towers("lihuawan", "梨花湾", List.of("梨花湾花园"), "安禾物业", new Towers(5, 2, 30, 1, 1)),
            old("mumianxincun", "木棉新村", List.of("木棉老区"), new WalkUps(14, 3, 6, 2), new Alias("8", "教师楼")),
            walkUps("qinglanli", "晴岚里", List.of("老粮站宿舍"), "MIXED", "邻善物业", new WalkUps(10, 4, 6, 2)),
            contracted("guixiangyuan-1", "桂香苑一期", List.of("桂香苑", "桂香苑老区"), new Towers(7, 2, 12, 2, 1)),
            contracted("guixiangyuan-2", "桂香苑二期", List.of("桂香苑", "桂香苑新区"), new Towers(6, 2, 12, 2, 1)),
            mixed("zhuyingjiayuan", "竹影家园", List.of("竹影"), "邻善物业", new Towers(9, 2, 13, 2, 1)),
            towers("hefengyuan", "荷风苑", List.of("荷塘边新楼盘"), "青柠物业", new Towers(4, 2, 30, 2, 2)),
            walkUps("chezhanxincun", "车站新村", List.of("老车站宿舍", "铁路大院"), "SELF_MANAGED", "", new WalkUps(6, 6, 6, 2)),
            towers("yunquetai", "云雀台", List.of("云雀"), "青柠物业", new Towers(4, 2, 30, 2, 2)),
            mixed("daoxiangxinju", "稻香新居", List.of("稻香回迁房"), "邻善物业", new Towers(9, 2, 12, 2, 1)),
            walkUps("liuyinli", "柳荫里", List.of("柳荫胡同", "老食品厂宿舍"), "SELF_MANAGED", "", new WalkUps(8, 3, 6, 2)),
            new DemoCompound(
                    "xingyagongyu",
                    "星芽公寓",
                    List.of("星芽", "青年公寓"),
                    "CONTRACTED",
                    "青柠物业",
                    "座",
                    true,
                    new Towers(2, 1, 25, 4, 4),
                    List.of()),
            new DemoCompound(
                    "shiqiaotou",
                    "石桥头",
                    List.of("石桥头村", "石桥老村"),
                    "SELF_MANAGED",
                    "",
                    "号院",
                    false,
                    new Yards(205),
                    List.of(new Alias("1", "石家祠堂"))));

    private DemoTable() {}

    private static DemoCompound towers(String id, String name, List<String> nicknames, String property, Towers shape) {
        return new DemoCompound(id, name, nicknames, "CONTRACTED", property, "栋", false, shape, List.of());
    }

    private static DemoCompound contracted(String id, String name, List<String> nicknames, Towers shape) {
        return new DemoCompound(id, name, nicknames, "CONTRACTED", "安禾物业", "幢", false, shape, List.of());
    }

    private static DemoCompound mixed(String id, String name, List<String> nicknames, String property, Towers shape) {
        return new DemoCompound(id, name, nicknames, "MIXED", property, "栋", false, shape, List.of());
    }

    private static DemoCompound old(String id, String name, List<String> nicknames, WalkUps shape, Alias alias) {
        return new DemoCompound(id, name, nicknames, "SELF_MANAGED", "", "号楼", false, shape, List.of(alias));
    }

    private static DemoCompound walkUps(
            String id, String name, List<String> nicknames, String management, String property, WalkUps shape) {
        return new DemoCompound(id, name, nicknames, management, property, "号楼", false, shape, List.of());
    }
}
