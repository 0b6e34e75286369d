package cn.huying.bot;

import java.nio.file.Path;

/** Where the project lies: tests read the configuration as it is shipped. */
public final class Home {
    public static final Path ROOT =
            Path.of(System.getProperty("huying.root", "..")).toAbsolutePath().normalize();
    public static final Path CONFIG = ROOT.resolve("config");

    private Home() {}
}
