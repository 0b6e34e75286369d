package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {
    @Test
    void scanShouldFindPhrasesInsideAndAcrossEachOther() {
        assertThat(found(List.of("煤气", "煤气味", "气味", "漏煤气"), "厨房漏煤气味道"))
                .containsExactlyInAnyOrder("漏煤气@2", "煤气@3", "煤气味@3", "气味@4");
    }

    @Test
    void scanShouldAgreeWithLookingAtEveryPlace() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<String> phrases = List.copyOf(words(random, 1 + random.nextInt(12), 4));
            String text = word(random, 40);
            assertThat(found(phrases, text))
                    .as("seed %d round %d: %s in %s", seed, round, phrases, text)
                    .containsExactlyInAnyOrderElementsOf(lookedUp(phrases, text));
            assertThat(PhraseMatcher.of(phrases).occursIn(text))
                    .isEqualTo(!lookedUp(phrases, text).isEmpty());
        }
    }

    @Test
    void emptyAndRepeatedPhrasesShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.of(List.of("着火", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.of(List.of("着火", "着火")));
    }

    @Test
    void noPhrasesShouldFindNothing() {
        assertThat(PhraseMatcher.of(List.of()).occursIn("着火了")).isFalse();
    }

    private static List<String> found(List<String> phrases, String text) {
        List<String> found = new ArrayList<>();
        PhraseMatcher.of(phrases).scan(text, (phrase, start, end) -> {
            assertThat(text.substring(start, end)).isEqualTo(phrases.get(phrase));
            found.add(phrases.get(phrase) + "@" + start);
        });
        return found;
    }

    private static List<String> lookedUp(List<String> phrases, String text) {
        List<String> found = new ArrayList<>();
        for (String phrase : phrases) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
                found.add(phrase + "@" + at);
            }
        }
        return found;
    }

    private static Set<String> words(Random random, int count, int longest) {
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random, longest));
        }
        return words;
    }

    private static String word(Random random, int longest) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(longest); length > 0; length--) {
            word.append("水火气".charAt(random.nextInt(3)));
        }
        return word.toString();
    }
}
