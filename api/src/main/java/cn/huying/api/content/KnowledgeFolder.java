package cn.huying.api.content;

import cn.huying.api.settings.Settings;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.check.EntryCheck;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * {@code config/knowledge}: what an empty database begins with. Afterwards the database is the truth, and files that say something it never
 * heard are told of, not taken.
 */
public record KnowledgeFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFolder.class);
    private static final int MOST_NAMED = 5;
    private static final FileTime NEVER = FileTime.fromMillis(0);

    public static KnowledgeFolder of(Settings settings) {
        return in(settings.config());
    }

    public static KnowledgeFolder in(Path config) {
        return new KnowledgeFolder(config.resolve("knowledge"));
    }

    /** @throws ConfigException with every problem of every file */
    public List<Entry> entries() {
        return KnowledgeFiles.load(path);
    }

    /**
     * Without the file no question is golden, which is told.
     *
     * @throws ConfigException with every problem of the file
     */
    public GoldenQuestions golden() {
        Path file = path.resolve(GoldenQuestions.FILE);
        if (Files.exists(file)) {
            return GoldenQuestions.load(file);
        }
        LOG.warn("{} is not there: what is published is not tried with golden questions", file);
        return new GoldenQuestions(List.of(), List.of());
    }

    /** What would not refuse a start but deserves a look. */
    public List<ConfigProblem> warnings() {
        Path file = path.resolve(GoldenQuestions.FILE);
        return Files.exists(file)
                ? List.of()
                : List.of(new ConfigProblem(
                        file.toString(), 0, "没有这个文件，发布前不会用标准问题检查答案有没有变差", "请放回这个文件，或按 docs/knowledge.md 另写一份"));
    }

    /** @throws ConfigException when an empty database could not begin with it, or its golden questions are broken */
    public void refuseWrong(Taxonomy taxonomy) {
        List<ConfigProblem> problems = new EntryCheck(taxonomy)
                .objections(entries()).stream()
                        .map(objection -> new ConfigProblem(path.toString(), 0, "条目 " + objection.told(), ""))
                        .toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        if (warnings().isEmpty()) {
            golden();
        }
    }

    /** When its youngest file was written; the beginning of time where it cannot be read. */
    public FileTime written() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(KnowledgeFolder::written)
                    .max(Comparator.naturalOrder())
                    .orElse(NEVER);
        } catch (IOException gone) {
            return NEVER;
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return NEVER;
        }
    }

    /** Tells operators how many entries of the folder were never published as they stand there. */
    public Mono<Long> compared(Editions editions) {
        return Mono.fromCallable(this::entries)
                .flatMap(editions::unpublished)
                .doOnNext(this::tell)
                .thenReturn(0L)
                .onErrorResume(ConfigException.class, broken -> {
                    LOG.warn(
                            "{} is broken and not used, for the database has the content: {}",
                            path,
                            broken.getMessage());
                    return Mono.just(0L);
                });
    }

    private void tell(List<EntryId> unpublished) {
        if (!unpublished.isEmpty()) {
            LOG.warn(
                    "{} differs from what is published in {} entries ({}{}); the database is answered from. To take the files in: "
                            + "./huying import knowledge {}",
                    path,
                    unpublished.size(),
                    String.join(
                            ", ",
                            unpublished.stream()
                                    .limit(MOST_NAMED)
                                    .map(EntryId::value)
                                    .toList()),
                    unpublished.size() > MOST_NAMED ? ", …" : "",
                    path);
        }
    }
}
