package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.analysis.Synonyms;
import cn.huying.knowledge.calibration.CalibrationFile;
import cn.huying.knowledge.calibration.Calibrations;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import cn.huying.knowledge.shelf.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code config/retrieval.yml} says about finding answers: the bands, the words without a subject, and words for one thing. */
public final class RetrievalSettings {
    /** Pairs and words seldom differ by more than this much of a score. */
    private static final double FLOOR = 0.7;

    private final Bands bands;
    private final Rating.Weights weights;
    private final QuestionText questionText;

    private final Synonyms synonyms;
    private final Optional<Calibrations> calibrations;
    private final Unanswerables unanswerables;

    private RetrievalSettings(
            Bands bands,
            Rating.Weights weights,
            QuestionText questionText,
            Synonyms synonyms,
            Optional<Calibrations> calibrations,
            Unanswerables unanswerables) {
        this.bands = bands;
        this.weights = weights;
        this.questionText = questionText;
        this.synonyms = synonyms;
        this.calibrations = calibrations;
        this.unanswerables = unanswerables;
    }

    /**
     * Together with {@code synonyms.txt}, {@code not-answered.txt} and {@code calibration.yml} beside it, where they are.
     *
     * @throws ConfigException with every problem of the file
     */
    public static RetrievalSettings load(Path file) {
        Path calibration = file.resolveSibling("calibration.yml");
        return load(
                file, Files.exists(calibration) ? Optional.of(CalibrationFile.read(calibration)) : Optional.empty());
    }

    /** The same without the calibration, to fit a new one. */
    public static RetrievalSettings uncalibrated(Path file) {
        return load(file, Optional.empty());
    }

    private static RetrievalSettings load(Path file, Optional<Calibrations> calibrations) {
        RetrievalSettings own = of(YamlFile.read(file));
        Path synonyms = file.resolveSibling("synonyms.txt");
        Path unanswerable = file.resolveSibling("not-answered.txt");
        return new RetrievalSettings(
                own.bands,
                own.weights,
                own.questionText,
                Files.exists(synonyms) ? Synonyms.load(synonyms) : Synonyms.none(),
                calibrations,
                Unanswerables.of(
                        Files.exists(unanswerable) ? Unanswerables.read(unanswerable) : List.of(), own.questionText));
    }

    /** The same that knows only some of what nothing answers, to ask the others. */
    public RetrievalSettings knowing(List<String> unanswerable) {
        return new RetrievalSettings(
                bands, weights, questionText, synonyms, calibrations, Unanswerables.of(unanswerable, questionText));
    }

    /** @throws ConfigException with every problem of the file */
    public static RetrievalSettings of(YamlFile file) {
        YamlNode root = file.root();
        root.onlyKeys("direct", "choices", "near", "phrase-share", "word-share", "fillers", "synonyms");
        Bands bands = new Bands(
                root.at("direct").map(RetrievalSettings::direct).orElseGet(() -> missing(root)),
                fraction(root, "choices"),
                fraction(root, "near"));
        if (bands.choices() > bands.direct().score()) {
            root.problem("choices 大于 direct.score", "choices 应当比 direct.score 小");
        }
        Rating.Weights weights = new Rating.Weights(
                fraction(root, "phrase-share"), fraction(root, "word-share"), FLOOR * bands.choices());
        Set<String> seen = new HashSet<>();
        List<String> fillers = once(root.list("fillers"), seen);
        List<List<String>> synonyms =
                root.list("synonyms").stream().map(group -> group(group, seen)).toList();
        file.refuseIfBroken();
        QuestionText questionText = new QuestionText(fillers, synonyms);
        return new RetrievalSettings(
                bands,
                weights,
                questionText,
                Synonyms.none(),
                Optional.empty(),
                Unanswerables.of(List.of(), questionText));
    }

    private static Bands.Direct direct(YamlNode node) {
        node.onlyKeys("score", "margin", "coverage", "characters");
        return new Bands.Direct(
                fraction(node, "score"),
                fraction(node, "margin"),
                fraction(node, "coverage"),
                node.number("characters"));
    }

    private static Bands.Direct missing(YamlNode root) {
        root.problem("缺少 direct", "请写上 score、margin、coverage、characters 四个值");
        return new Bands.Direct(1, 1, 1, 1);
    }

    private static double fraction(YamlNode node, String key) {
        double value = node.decimal(key);
        if (!(value >= 0 && value <= 1)) {
            node.problem(key + " 应在 0 与 1 之间：" + value, "请写成小数，例如 0.85");
        }
        return value;
    }

    private static List<String> group(YamlNode node, Set<String> seen) {
        List<YamlNode> items = node.items();
        if (items.size() < 2) {
            node.problem("同义词至少要两个", "请写成 [电动车, 电瓶车]，第一个是标准说法");
            return List.of("", "");
        }
        return once(items, seen);
    }

    /** A word may stand in one place only, or it would depend on the order of the file what becomes of it. */
    private static List<String> once(List<YamlNode> items, Set<String> seen) {
        for (YamlNode item : items) {
            Optional.of(item.asText())
                    .filter(word -> word.isBlank() || !seen.add(word))
                    .ifPresent(word -> item.problem("词语为空或写了两次：" + word, "请删去其中一个"));
        }
        return items.stream().map(YamlNode::asText).toList();
    }

    /** Without them, words decide alone by the bands. */
    Optional<Calibrations> calibrations() {
        return calibrations;
    }

    public Unanswerables unanswerables() {
        return unanswerables;
    }

    Synonyms synonyms() {
        return synonyms;
    }

    /** Everything that can be seen of these entries. */
    public Inspection inspection(List<Entry> entries, Meanings meanings) {
        return new Inspection(entries, rating(entries, Optional.empty()), this, Optional.of(meanings));
    }

    /** @param shelf where the index is kept; in memory without one */
    Rating rating(List<Entry> entries, Optional<Shelf> shelf) {
        EntryIndex.Texts texts = EntryIndex.Texts.of(entries, questionText);
        EntryIndex index = shelf.map(kept -> kept.open(texts)).orElseGet(() -> Shelf.inMemory(texts));
        return new Rating(List.copyOf(entries), questionText, weights, index);
    }

    Bands bands() {
        return bands;
    }

    /** Leaves out of a question what only makes it one. */
    public QuestionText questionText() {
        return questionText;
    }
}
