package cn.huying.api.bench;

import cn.huying.knowledge.calibration.CalibrationFile;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.encode.SentenceModel;
import cn.huying.knowledge.evaluate.FaqFigures;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.fit.FaqLesson;
import cn.huying.knowledge.fit.FaqTrial;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench faq}: how often residents' questions get the right answer, and how often one is given that should not be. */
@Command(name = "faq", description = "用标准问题测问答：首位、直接回答、误答", mixinStandardHelpOptions = true)
final class FaqBench extends BenchCommand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--golden",
            paramLabel = "FILE",
            defaultValue = "config/knowledge/golden.yml",
            description = "标准问题（默认 ${DEFAULT-VALUE}）")
    private Path golden = Path.of("");

    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config", description = "配置文件夹（默认 ${DEFAULT-VALUE}）")
    private Path config = Path.of("");

    @Option(names = "--fit", description = "先重新拟合 calibration.yml（依据见该文件开头）")
    private boolean fit;

    @Option(names = "--on", paramLabel = "DATE", description = "按哪一天问（默认今天）")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--words-only", description = "不用句向量：句向量用不了时的样子")
    private boolean wordsOnly;

    @Override
    protected boolean measure() throws IOException {
        LocalDate day = on.orElseGet(() -> LocalDate.now(ZONE));
        List<Entry> entries = KnowledgeFiles.load(config.resolve("knowledge"));
        try (SentenceModel encoder = SentenceModel.load()) {
            if (fit) {
                fit(entries, encoder, day);
            }
            if (!Files.exists(golden)) {
                out.println("没有标准问题文件 " + golden + "，只能到此为止。");
                return fit;
            }
            RetrievalSettings settings = RetrievalSettings.load(config.resolve("retrieval.yml"));
            LuceneKnowledgeBase knowledge = wordsOnly
                    ? LuceneKnowledgeBase.of(entries, settings)
                    : LuceneKnowledgeBase.of(entries, settings, Meanings.atOnce(encoder));
            out.println("把握是连同标准问题拟合的；没见过的问题上怎样，见 calibration.yml 开头的五折交叉验证。");
            FaqFigures figures = new FaqTrial(knowledge, day).run(GoldenQuestions.load(golden));
            figures.lines().forEach(out::println);
            write(figures);
            return figures.meetsBars();
        }
    }

    private void fit(List<Entry> entries, SentenceModel encoder, LocalDate day) throws IOException {
        RetrievalSettings settings = RetrievalSettings.uncalibrated(config.resolve("retrieval.yml"));
        FaqLesson.Fitted fitted = new FaqLesson(
                        entries,
                        settings,
                        encoder,
                        day,
                        GoldenQuestions.load(config.resolve("development.yml")),
                        GoldenQuestions.load(golden))
                .fit();
        Files.writeString(
                config.resolve("calibration.yml"), CalibrationFile.written(fitted.calibrations(), fitted.report()));
        fitted.report().forEach(out::println);
    }
}
