package cn.huying.bot.taxonomy;

import java.nio.file.Path;

/** The configuration files as they are shipped. */
final class Config {
    private Config() {}

    static Path root() {
        return Path.of(System.getProperty("huying.root", ".."));
    }

    static Path taxonomyFile() {
        return root().resolve("config/taxonomy.yml");
    }

    static Taxonomy taxonomy() {
        return Taxonomy.load(taxonomyFile());
    }
}
