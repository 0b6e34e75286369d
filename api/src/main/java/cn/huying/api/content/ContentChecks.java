package cn.huying.api.content;

import cn.huying.api.settings.Settings;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.check.BuiltLately;
import cn.huying.bot.content.check.EntryCheck;
import cn.huying.bot.content.check.GoldenCheck;
import cn.huying.bot.content.check.NearnessCheck;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** What is asked before entries are published, wherever they come from. */
public final class ContentChecks {
    private ContentChecks() {}

    /** With the files of the installation, read for this. */
    public static List<Objection.Check> of(Settings settings, Clock clock) {
        return of(settings.config(), settings.zone(), clock);
    }

    /** @param config the folder with those files */
    public static List<Objection.Check> of(Path config, ZoneId zone, Clock clock) {
        return of(
                Taxonomy.load(config.resolve("taxonomy.yml")),
                RetrievalSettings.load(config.resolve("retrieval.yml")),
                KnowledgeFolder.in(config),
                zone,
                clock);
    }

    /** By words: the golden questions would keep an encoder busy for many seconds. */
    public static List<Objection.Check> of(
            Taxonomy taxonomy, RetrievalSettings retrieval, Settings settings, Clock clock) {
        return of(taxonomy, retrieval, KnowledgeFolder.of(settings), settings.zone(), clock);
    }

    private static List<Objection.Check> of(
            Taxonomy taxonomy, RetrievalSettings retrieval, KnowledgeFolder folder, ZoneId zone, Clock clock) {
        BuiltLately build = new BuiltLately(entries -> LuceneKnowledgeBase.of(entries, retrieval));
        return List.of(
                new EntryCheck(taxonomy),
                new NearnessCheck(build, clock, zone),
                new GoldenCheck(folder::golden, build, clock, zone));
    }
}
