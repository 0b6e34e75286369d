package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.knowledge.load.YamlNode;
import java.util.Optional;

/** A grid as it was read, before it is known whether the tree holds together. */
record GridDraft(Entry entry, Grid grid) {
    static GridDraft read(Entry entry) {
        YamlNode node = entry.node();
        node.onlyKeys("id", "parent", "level", "name", "group", "active");
        Optional<GridId> parent = node.at("parent").map(_ -> new GridId(entry.id("parent")));
        Grid grid = new Grid(
                new GridId(entry.id("id")),
                parent,
                node.oneOf("level", GridLevel.class),
                node.text("name"),
                entry.flag("group", false),
                entry.flag("active", true));
        return new GridDraft(entry, grid);
    }
}
