package cn.huying.api.bench;

import cn.huying.api.bench.retrieval.JudgedFiles;
import cn.huying.api.bench.retrieval.RetrievalGrowth;
import cn.huying.api.bench.retrieval.RetrievalRow;
import cn.huying.api.bench.retrieval.RetrievalRun;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.IntentReader;
import cn.huying.knowledge.evaluate.RankFigures;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.JudgedQuestion;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile;
import cn.huying.knowledge.law.RankingFile.Fitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench retrieval}: how well and how fast articles of law are found, in three ways. */
@Command(name = "retrieval", description = "用评判过的问题测法条检索：准不准、快不快", mixinStandardHelpOptions = true)
final class RetrievalBench extends BenchCommand {
    private static final List<String> HEADINGS = List.of(
            "way",
            "",
            "MRR@10",
            "nDCG@10",
            "Recall@10",
            "Recall@100",
            "p50 ms",
            "p99 ms",
            "q/s",
            "index s",
            "index bytes");

    @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "法条，每行一个 JSON：id、name、text")
    private Path corpus = Path.of("");

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "问题，每行一个 JSON：qid、query")
    private Path queries = Path.of("");

    @Option(names = "--qrels", required = true, paramLabel = "FILE", description = "评判，每行：qid 0 id 等级")
    private Path qrels = Path.of("");

    @Option(
            names = "--ranking",
            paramLabel = "FILE",
            defaultValue = "config/statutes.yml",
            description = "拟合好的排序（默认 ${DEFAULT-VALUE}）")
    private Path ranking = Path.of("");

    @Option(names = "--fit", description = "用这些问题重新拟合，写进 --ranking 的文件；随后的 hybrid 一行是五折交叉验证")
    private boolean fit;

    @Option(
            names = "--fit-offer",
            paramLabel = "FILE",
            description = "用这些问题、--not-answered 与这些信件（每行一个 JSON，取 title）拟合从多像起列出法条，写进 --ranking 的文件；可写多次")
    private List<Path> letters = List.of();

    @Option(
            names = "--not-answered",
            paramLabel = "FILE",
            defaultValue = "config/not-answered.txt",
            description = "不该回答的话（默认 ${DEFAULT-VALUE}）")
    private Path notAnswered = Path.of("");

    @Option(names = "--growth", description = "再量一万、五万八千、二十万条时的速度、索引大小与内存（不够的用改动过的副本凑足）")
    private boolean growth;

    @Option(names = "--vectors", paramLabel = "FILE", description = "句向量的缓存文件：同样的法条不再编码第二次")
    private Optional<Path> vectors = Optional.empty();

    @Option(names = "--threads", defaultValue = "2", description = "编码用几个线程（默认 ${DEFAULT-VALUE}）；提问始终只用一个")
    private int threads;

    @Override
    protected boolean measure() throws IOException {
        List<Article> articles = JudgedFiles.articles(corpus);
        List<JudgedQuestion> questions = JudgedFiles.questions(queries, qrels);
        Path folder = Files.createTempDirectory("huying-bench-retrieval");
        try (Progress bar = Progress.count("编码", articles.size());
                RetrievalRun run = RetrievalRun.prepare(articles, questions, folder, vectors, threads, bar::at)) {
            bar.close();
            if (fit) {
                RankingFile.Offers kept = fitted().map(Fitted::offers).orElse(RankingFile.Offers.NONE);
                Files.writeString(ranking, RankingFile.written(run.fit().with(kept)));
            }
            if (!letters.isEmpty()) {
                fitOffer(run);
            }
            RetrievalRun.Report report = run.measure(fitted());
            print(report);
            if (growth) {
                grow(run, folder.resolve("growth"));
            }
            write(report);
            return true;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void fitOffer(RetrievalRun run) throws IOException {
        Fitted before = RankingFile.read(ranking);
        IntentReader intents = IntentReader.load(notAnswered.resolveSibling("intents.yml"));
        List<String> titles = new ArrayList<>();
        for (Path file : letters) {
            titles.addAll(JudgedFiles.titles(file));
        }
        RankingFile.Offers offers = run.fitOffers(
                before.ranking(),
                JudgedFiles.sentences(notAnswered),
                titles,
                words -> intents.read(words) instanceof Intent.Ask(String text, boolean trouble) && !trouble);
        Files.writeString(ranking, RankingFile.written(before.with(offers)));
        offers.report().forEach(out::println);
    }

    private void grow(RetrievalRun run, Path folder) throws IOException {
        Ranking asConfigured = fitted().map(Fitted::ranking).orElse(Ranking.UNFITTED);
        Table table = new Table(RetrievalGrowth.HEADINGS);
        try (Progress bar = Progress.count("增长", RetrievalGrowth.STEPS)) {
            run.grow(folder, asConfigured, bar::at).forEach(row -> table.add(row.cells()));
        }
        table.print(out);
    }

    private Optional<Fitted> fitted() {
        return Files.exists(ranking) ? Optional.of(RankingFile.read(ranking)) : Optional.empty();
    }

    private void print(RetrievalRun.Report report) {
        RetrievalRun.Built built = report.built();
        Table table = new Table(HEADINGS);
        for (RetrievalRow row : report.rows()) {
            table.add(row.cells(built.seconds(), built.bytes()));
        }
        table.print(out);
        report.deviation().ifPresent(deviation -> out.println(spread(deviation)));
        out.printf(
                "建索引：%d 条，其中编码 %d 条，编码 %.1f 秒，共 %.1f 秒，每秒 %.0f 条，%d 字节%n",
                built.articles(),
                built.encoded(),
                built.encodingSeconds(),
                built.seconds(),
                built.articles() / built.seconds(),
                built.bytes());
    }

    private static String spread(RankFigures deviation) {
        return String.format(
                "hybrid 拟合过这些问题：上面是五折交叉验证的平均（种子固定，每一问都不在它的拟合数据里），各折标准差 %.4f / %.4f / %.4f / %.4f",
                deviation.mrr10(), deviation.ndcg10(), deviation.recall10(), deviation.recall100());
    }
}
