package cn.huying.bot.taxonomy;

import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;

/** The configuration files as they are shipped. */
public final class Config {
    private Config() {}

    public static Path root() {
        return Path.of(System.getProperty("huying.root", ".."));
    }

    public static Path taxonomyFile() {
        return root().resolve("config/taxonomy.yml");
    }

    /** A taxonomy written into a test. */
    public static Taxonomy taxonomy(String yaml) {
        return TaxonomyReader.read(YamlFile.of("small.yml", yaml));
    }

    public static Taxonomy taxonomy() {
        return Taxonomy.load(taxonomyFile());
    }
}
