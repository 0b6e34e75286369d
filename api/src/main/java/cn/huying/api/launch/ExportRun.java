package cn.huying.api.launch;

import static cn.huying.api.launch.ContentDesk.get;

import cn.huying.api.bench.Progress;
import cn.huying.bot.content.law.LawCard;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.intake.Export;
import cn.huying.knowledge.intake.Format;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One export, of the content as it is now. */
final class ExportRun {
    private final ContentDesk desk;
    private final PrintStream out;

    ExportRun(ContentDesk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    /** @return the exit code */
    int run(Path where, Optional<Format> wanted) {
        try {
            List<Entry> entries = desk.now().list();
            Optional<Format> ofFile = Files.isDirectory(where) ? Optional.empty() : Format.of(where);
            if (ofFile.isEmpty()) {
                return toFolder(entries, wanted.orElse(Format.YAML), where);
            }
            Export.toFile(entries, wanted.or(() -> ofFile).orElseThrow(), where);
            out.println("导出了 " + entries.size() + " 条问答：" + where);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int toFolder(List<Entry> entries, Format format, Path folder) throws IOException {
        refuseFull(folder);
        int files = Export.toFolder(entries, format, folder);
        List<LawCard> cards = get(desk.shelf().catalogue()).cards();
        if (!cards.isEmpty()) {
            try (Progress bar = Progress.count("导出法律", cards.size())) {
                for (int i = 0; i < cards.size(); i++) {
                    Export.law(get(desk.shelf().find(cards.get(i).id())), folder.resolve("laws"));
                    bar.at(i + 1);
                }
            }
        }
        out.printf("导出了 %d 条问答（%d 个文件）、%d 部法律：%s%n", entries.size(), files, cards.size(), folder);
        return 0;
    }

    /** What was there before would be taken for a part of the export. */
    private static void refuseFull(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new ConfigException(
                        List.of(new ConfigProblem(folder.toString(), 0, "目录不是空的", "请换一个空目录，免得新旧文件混在一起")));
            }
        }
    }
}
