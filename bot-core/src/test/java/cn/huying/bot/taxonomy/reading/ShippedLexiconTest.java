package cn.huying.bot.taxonomy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import cn.huying.bot.taxonomy.Config;
import cn.huying.bot.taxonomy.Taxonomy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invented sentences of residents and the category each must be given by the shipped lexicon. */
class ShippedLexiconTest {
    private static final Taxonomy TAXONOMY = Config.taxonomy();
    private static final Classifier CLASSIFIER = new LexiconClassifier(TAXONOMY);

    /** Examples that go on from the one before them and say nothing alone, and 欠薪, which stands under two categories. */
    private static final Set<String> FRAGMENTS = Set.of("太脏", "没人值守", "何时恢复", "欠薪");

    /** A sentence and what is expected of it, as the table files write it. */
    record Row(String expected, String sentence) {
        static Row of(String line) {
            int space = line.indexOf(' ');
            return new Row(line.substring(0, space), line.substring(space + 1));
        }
    }

    static List<Row> sentences() throws IOException {
        return rows("/taxonomy/sentences.txt");
    }

    static List<Row> tricky() throws IOException {
        return rows("/taxonomy/tricky.txt");
    }

    private static List<Row> rows(String resource) throws IOException {
        InputStream in = Objects.requireNonNull(ShippedLexiconTest.class.getResourceAsStream(resource));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(Row::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void sentenceShouldFindItsCategory(Row row) {
        assertThat(CLASSIFIER.classify(row.sentence()).category().code()).isEqualTo(row.expected());
    }

    @Test
    void everyCategoryShouldHaveASentence() throws IOException {
        Set<String> covered = sentences().stream().map(Row::expected).collect(Collectors.toSet());
        assertThat(TAXONOMY.categories()).extracting(Category::code).allMatch(covered::contains);
    }

    @ParameterizedTest
    @MethodSource("tricky")
    void trickySentenceShouldNotMislead(Row row) {
        Classification found = CLASSIFIER.classify(row.sentence());
        if (row.expected().equals("none")) {
            assertThat(found.isMatter()).as(found.toString()).isFalse();
        } else if (row.expected().charAt(0) == '!') {
            assertThat(found.category().code()).isNotEqualTo(row.expected().substring(1));
        } else if (row.expected().indexOf('|') > 0) {
            int bar = row.expected().indexOf('|');
            assertThat(found.suggestions())
                    .extracting(Category::code)
                    .contains(row.expected().substring(0, bar), row.expected().substring(bar + 1));
        } else {
            assertThat(found.category().code()).isEqualTo(row.expected());
        }
    }

    @Test
    void plainSentencesShouldMostlyBeToldWithConfidence() throws IOException {
        long confident = sentences().stream()
                .filter(row -> CLASSIFIER.classify(row.sentence()).confidence() >= 0.6)
                .count();
        assertThat(confident).isGreaterThan(sentences().size() * 9L / 10);
    }

    @Test
    void examplesOfTheFileShouldFindTheirOwnCategoryAmongTheSuggestions() {
        List<String> missed = TAXONOMY.categories().stream()
                .filter(category -> !category.isOther())
                .flatMap(category -> category.examples().stream()
                        .filter(example -> !FRAGMENTS.contains(example))
                        .filter(example ->
                                !CLASSIFIER.classify(example).suggestions().contains(category))
                        .map(example -> category + "：" + example))
                .toList();
        assertThat(missed).isEmpty();
    }
}
