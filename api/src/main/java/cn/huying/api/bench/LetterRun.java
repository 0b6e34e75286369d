package cn.huying.api.bench;

import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.load.Generator;
import cn.huying.api.bench.load.LetterFile;
import cn.huying.api.bench.load.Letters;
import cn.huying.api.bench.load.Pace;
import cn.huying.api.bench.load.Platform;
import cn.huying.bot.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends every letter of a file once, each from a resident of its own, and counts what became of them. */
final class LetterRun {
    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Laboratory laboratory;
    private final PrintStream out;

    LetterRun(Laboratory laboratory, PrintStream out) {
        this.laboratory = laboratory;
        this.out = out;
    }

    /** @return the figures, as printed */
    Map<String, Object> run(Path file) throws IOException {
        List<String> words = LetterFile.read(file);
        out.println("启动完整服务（内置存储）……");
        Server server = laboratory.full("letters", laboratory.data("letters"), List.of(), Map.of());
        Outcomes before = Outcomes.read(server.metrics());
        Generator.Tally tally = send(words, server.port());
        Outcomes outcomes = Outcomes.read(server.metrics()).since(before);
        return print(file, words.size(), tally, outcomes);
    }

    private static Generator.Tally send(List<String> words, int port) throws IOException {
        Platform platform = new Platform(Clock.systemUTC());
        Iterator<String> left = words.iterator();
        int[] resident = {0};
        Letters letters = Letters.fresh(
                platform, () -> platform.message(Platform.openId("letter", resident[0]++), left.next()), port);
        try (Generator generator = new Generator(port, CONNECTIONS, letters);
                Progress progress = Progress.count("发送来信", words.size())) {
            return generator.run(Pace.whenAnswered(), PATIENCE, words.size(), progress::at);
        }
    }

    private Map<String, Object> print(Path file, int letters, Generator.Tally tally, Outcomes outcomes) {
        out.printf(
                "%n%s：%d 封，%.0f 封/秒，p99 %.1f 毫秒，稍后回复 %d，错误 %d %s%n%n",
                file.getFileName(),
                letters,
                tally.perSecond(),
                tally.latencies().percentile(0.99),
                tally.silent(),
                tally.failed(),
                tally.errors().isEmpty() ? "" : tally.errors());
        share("结果", outcomes.summed(), letters);
        out.println();
        share("识别为诉求，按大类", named(outcomes.byGroup()), letters);
        long uncounted = letters - tally.failed() - outcomes.total();
        if (uncounted != 0) {
            out.println("没有计入结果的：" + uncounted);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("file", String.valueOf(file.getFileName()));
        figures.put("letters", letters);
        figures.put("errors", tally.failed());
        figures.put("outcomes", outcomes.byOutcome());
        figures.put("recognisedByGroup", outcomes.byGroup());
        return figures;
    }

    /** With the names people know the groups by. */
    private Map<String, Long> named(Map<String, Long> byCode) {
        Map<String, String> names = new HashMap<>();
        Taxonomy.load(laboratory.home().resolve("config/taxonomy.yml"))
                .groups()
                .forEach(group -> names.put(group.code(), group.code() + " " + group.name()));
        Map<String, Long> named = new LinkedHashMap<>();
        byCode.forEach((code, count) -> named.put(names.getOrDefault(code, code), count));
        return named;
    }

    private void share(String heading, Map<String, Long> counts, int of) {
        Table table = new Table(List.of(heading, "", "封", "占比"));
        counts.forEach((name, count) ->
                table.add(List.of(name, "", Long.toString(count), Measurement.number(100.0 * count / of, 1) + "%")));
        table.print(out);
    }
}
