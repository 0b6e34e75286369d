package cn.huying.bot.taxonomy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the shipped lexicon on real letters, where the folder with them stands beside the project, and prints the figures. The letters
 * carry the department they went to, not our categories; the crosswalk says which of our groups and categories that department may own.
 */
@Tag("slow")
class LetterEvaluationTest {
    private static final Classifier CLASSIFIER = new LexiconClassifier(Config.taxonomy());
    private static final double[] THRESHOLDS = {0.0001, 0.3, 0.45, 0.6, 0.75, 0.9};

    private static final Map<String, List<String>> BOARD = Map.ofEntries(
            Map.entry(
                    "城建",
                    List.of(
                            "ENV", "MUN", "UTL", "PRO", "BLD", "ORD", "GRN", "TRF01", "TRF02", "TRF03", "TRF04",
                            "POL03", "POL04", "SAF01", "SAF03", "SAF06", "SAF08", "DIS01", "DIS07", "DIS09", "PAR03",
                            "PAR07")),
            Map.entry("交通", List.of("TRF", "MUN", "ORD04")),
            Map.entry("环保", List.of("POL", "ENV", "GRN", "ORD", "SAF07")),
            Map.entry("企业", List.of("MKT", "DIS08", "DIS09", "SVC03", "SVC06", "BLD", "PRO")),
            Map.entry("治安", List.of("SAF", "POL", "ORD", "TRF", "DIS", "MKT06", "MKT07")),
            Map.entry("政务", List.of("SVC", "DIS", "PAR", "PRO", "SAF08", "ORD", "BLD")),
            Map.entry("教育", List.of("EDU", "PAR05")),
            Map.entry("就业", List.of("SVC01", "SVC03", "SVC05", "SVC06", "DIS08", "CAR14")),
            Map.entry("医疗", List.of("CAR")),
            Map.entry("旅游", List.of("MKT", "PAR05")),
            Map.entry("文娱", List.of("PAR05", "POL")),
            Map.entry("金融", List.of("MKT", "DIS09", "SVC06")),
            Map.entry("三农", List.of("DIS04", "GRN07", "BLD10")));

    /** That city counts buses and title deeds to construction, developers, pyramid selling and lifts to commerce, births to health. */
    private static final Map<String, List<String>> HOTLINE = Map.of(
            "城乡建设",
                    List.of(
                            "MUN", "UTL", "PRO", "BLD", "ORD", "SAF", "ENV", "GRN", "TRF01", "TRF03", "TRF05", "TRF07",
                            "POL04", "DIS04", "DIS07", "DIS09", "PAR03", "PAR07"),
            "劳动和社会保障", List.of("SVC", "DIS08", "CAR04", "CAR08", "CAR14"),
            "教育文体", List.of("EDU", "PAR05", "MUN08", "POL01"),
            "商贸旅游", List.of("MKT", "PRO03", "PRO04", "DIS06", "PAR05", "SAF05", "BLD02"),
            "卫生计生", List.of("CAR", "MKT03", "SVC10", "SVC01"),
            "环境保护", List.of("POL", "ENV", "GRN"),
            "交通运输", List.of("TRF", "MUN03", "MUN04"));

    private record Letter(String text, String label) {}

    @Test
    void boardLettersShouldBeTold() throws IOException {
        report("leader_board_letters_dev.jsonl", "domain", BOARD, 0.8);
    }

    @Test
    void hotlineLettersShouldBeTold() throws IOException {
        report("hotline_letters_dev.jsonl", "label", HOTLINE, 0.65);
    }

    private static void report(String file, String label, Map<String, List<String>> crosswalk, double least)
            throws IOException {
        List<Letter> letters = letters(file, label);
        List<Classification> found = letters.stream()
                .map(letter -> CLASSIFIER.classify(letter.text()))
                .toList();
        System.out.printf("%s: %d letters%n", file, letters.size());
        double agreement = 0;
        for (double threshold : THRESHOLDS) {
            int confident = 0;
            int labelled = 0;
            int agreed = 0;
            for (int i = 0; i < letters.size(); i++) {
                List<String> owned = crosswalk.get(letters.get(i).label());
                boolean sure = found.get(i).confidence() >= threshold;
                confident += sure ? 1 : 0;
                labelled += sure && owned != null ? 1 : 0;
                agreed += sure && owned != null && owns(owned, found.get(i).category()) ? 1 : 0;
            }
            System.out.printf(
                    "  confidence >= %.2f: %.1f %% of letters, label agrees in %d of %d = %.3f%n",
                    threshold, 100.0 * confident / letters.size(), agreed, labelled, (double) agreed / labelled);
            agreement = threshold == 0.6 ? (double) agreed / labelled : agreement;
        }
        printTime(letters);
        assertThat(agreement).isGreaterThan(least);
    }

    private static boolean owns(List<String> owned, Category category) {
        return owned.stream().anyMatch(category.code()::startsWith);
    }

    private static void printTime(List<Letter> letters) {
        long characters =
                letters.stream().mapToLong(letter -> letter.text().length()).sum();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            letters.forEach(letter -> CLASSIFIER.classify(letter.text()));
            double nanos = System.nanoTime() - start;
            System.out.printf(
                    "  round %d: %.1f us a letter, %.0f ns a character%n",
                    round, nanos / 1e3 / letters.size(), nanos / characters);
        }
    }

    private static List<Letter> letters(String file, String label) throws IOException {
        Path path = Stream.of("../shared", "../../shared")
                .map(folder -> Config.root()
                        .resolve(folder)
                        .resolve("data/requests")
                        .resolve(file)
                        .normalize())
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(file));
        assumeTrue(Files.exists(path), "letters are not beside the project: " + file);
        return Files.readAllLines(path).stream()
                .map(line -> new Letter(field(line, "title") + "\n" + field(line, "text"), field(line, label)))
                .toList();
    }

    /** The string under a key of a flat JSON line, "" when it is null or absent. */
    private static String field(String line, String key) {
        String opening = "\"" + key + "\": \"";
        int at = line.indexOf(opening);
        if (at < 0) {
            return "";
        }
        StringBuilder value = new StringBuilder();
        for (int i = at + opening.length(); i < line.length() && line.charAt(i) != '"'; i++) {
            if (line.charAt(i) != '\\') {
                value.append(line.charAt(i));
            } else if (line.charAt(++i) == 'n') {
                value.append('\n');
            }
        }
        return value.toString();
    }
}
