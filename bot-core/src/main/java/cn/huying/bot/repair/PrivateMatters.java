package cn.huying.bot.repair;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Flag;
import cn.huying.knowledge.analysis.PhraseMatcher;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What nobody is to read about who does not handle it: violence, self-harm, minors. By words of a file, and by what the words would be registered
 * under; rather once too often.
 */
public final class PrivateMatters implements Predicate<String> {
    private final PhraseMatcher words;
    private final Classifier classifier;

    private PrivateMatters(List<String> words, Classifier classifier) {
        this.words = PhraseMatcher.of(words);
        this.classifier = classifier;
    }

    /** @throws ConfigException with every problem of the file */
    public static PrivateMatters load(Path file, Classifier classifier) {
        return of(YamlFile.read(file), classifier);
    }

    /** @throws ConfigException with every problem of the file */
    public static PrivateMatters of(YamlFile file, Classifier classifier) {
        file.root().onlyKeys("words");
        List<String> words =
                file.root().texts("words").stream().map(PlainText::squeezed).toList();
        if (words.isEmpty() || words.contains("")) {
            file.root().problem("words 里没有词，或有空的词", "请每行写一个词");
        }
        file.refuseIfBroken();
        return new PrivateMatters(words.stream().distinct().toList(), classifier);
    }

    @Override
    public boolean test(String said) {
        boolean[] named = new boolean[1];
        words.scan(PlainText.squeezed(said), (_, _, _) -> named[0] = true);
        return named[0] || isSensitive(classifier.classify(said));
    }

    private static boolean isSensitive(Classification matter) {
        return matter.isMatter()
                && Stream.concat(Stream.of(matter.category()), matter.alternatives().stream())
                        .anyMatch(PrivateMatters::isSensitive);
    }

    private static boolean isSensitive(Category category) {
        return category.has(Flag.SENSITIVE);
    }
}
