package cn.huying.bot.taxonomy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordAutomatonTest {
    private record Found(String word, int start) {}

    private static List<Found> scan(List<String> words, String text) {
        List<Found> found = new ArrayList<>();
        new WordAutomaton(words).scan(text, 0, text.length(), (word, start, end) -> {
            assertThat(text.substring(start, end)).isEqualTo(words.get(word));
            found.add(new Found(words.get(word), start));
        });
        return found;
    }

    @Test
    void nestedWordsShouldAllBeFoundTheLongestFirst() {
        assertThat(scan(List.of("停水", "水", "小区停水"), "小区停水"))
                .containsExactly(new Found("小区停水", 0), new Found("停水", 2), new Found("水", 3));
    }

    @Test
    void wordShouldBeFoundAfterAFalseStart() {
        assertThat(scan(List.of("电梯坏了", "梯坏"), "电电梯坏")).containsExactly(new Found("梯坏", 2));
    }

    @Test
    void scanShouldKeepToItsRange() {
        List<Integer> starts = new ArrayList<>();
        new WordAutomaton(List.of("水")).scan("水水水", 1, 2, (word, start, end) -> starts.add(start));
        assertThat(starts).containsExactly(1);
    }

    @Test
    void emptyVocabularyShouldFindNothing() {
        assertThat(scan(List.of(), "停水")).isEmpty();
    }

    @Test
    void anyTextShouldGiveWhatANaiveSearchGives() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> words = words(random);
            String text = text(random, 60);
            List<Found> naive = naive(words, text);
            assertThat(scan(words, text))
                    .as("seed %d round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(naive);
        }
    }

    private static List<String> words(Random random) {
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < 12; i++) {
            words.add(text(random, 1 + random.nextInt(4)));
        }
        return List.copyOf(words);
    }

    /** Three characters only, so that words overlap and nest. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("水电梯".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static List<Found> naive(List<String> words, String text) {
        List<Found> found = new ArrayList<>();
        for (String word : words) {
            for (int start = 0; start + word.length() <= text.length(); start++) {
                if (text.startsWith(word, start)) {
                    found.add(new Found(word, start));
                }
            }
        }
        return found;
    }
}
