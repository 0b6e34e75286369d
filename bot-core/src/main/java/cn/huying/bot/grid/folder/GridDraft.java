package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.knowledge.load.YamlNode;
import java.util.Optional;
import java.util.Set;

/** A grid as it was read, before it is known whether the tree holds together. */
record GridDraft(Entry entry, Grid grid) {
    private static final Set<Integer> CODE_LENGTHS = Set.of(6, 9, 12);

    static GridDraft read(Entry entry) {
        YamlNode node = entry.node();
        node.onlyKeys("id", "parent", "level", "name", "group", "active", "code");
        Optional<GridId> parent = node.at("parent").map(_ -> new GridId(entry.id("parent")));
        Grid grid = new Grid(
                new GridId(entry.id("id")),
                parent,
                node.oneOf("level", GridLevel.class),
                node.text("name"),
                entry.flag("group", false),
                entry.flag("active", true),
                code(entry));
        return new GridDraft(entry, grid);
    }

    private static String code(Entry entry) {
        String code = entry.node().text("code", "");
        if (!code.isEmpty() && !isCode(code)) {
            entry.problem("code 的写法有误：" + code, "区划代码是 6、9 或 12 位数字，例如 \"659901001\"");
        }
        return code;
    }

    private static boolean isCode(String code) {
        return CODE_LENGTHS.contains(code.length()) && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
