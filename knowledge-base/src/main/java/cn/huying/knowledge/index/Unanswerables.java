package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.PairAnalyzer;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.index.TextIndex.Text;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code config/not-answered.txt}: what people write that no entry answers. Whatever is like one of them is answered with more care. */
public record Unanswerables(List<String> sentences, TermField pairs) {
    private static final boolean[] ALL = {true};

    static Unanswerables of(List<String> sentences, QuestionText questionText) {
        List<Text> texts = sentences.stream()
                .map(sentence -> new Text(0, questionText.content(sentence)))
                .toList();
        return new Unanswerables(
                sentences.stream().map(PlainText::folded).toList(), TermField.of("pairs", new PairAnalyzer(), texts));
    }

    /** One a line; lines with # in front are remarks. */
    static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(file.toString(), 0, "文件无法读取", "请放回该文件，并检查编码是 UTF-8")));
        }
    }

    /** How like the most alike of them a question is, 0 to 1. @param terms its pairs */
    double likeness(Set<String> terms) {
        double likeness = pairs.score(terms, ALL).cosine(0);
        return Double.isNaN(likeness) ? 0 : likeness;
    }
}
