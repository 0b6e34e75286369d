package cn.huying.bot.grid;

import cn.huying.bot.grid.folder.GridFolder;
import java.nio.file.Path;

/** The demo's community, read once for all tests. */
public final class DemoTree {
    public static final GridTree TREE = GridFolder.read(folder()).tree();

    private DemoTree() {}

    public static Path folder() {
        return root().resolve("config/demo/community");
    }

    public static Path root() {
        return Path.of(System.getProperty("huying.root", ".."));
    }
}
