package cn.huying.bot.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * How many indirect sentences are heard, and how many harmless ones raise an alarm. Both lists were written before the lexicon was worked on;
 * the held-out half is only ever counted, so that its figures say what residents may expect. Whoever adds its sentences to the lexicon has to
 * write another list.
 */
class EmergencyRecallTest {
    private static final Path ROOT = Path.of(System.getProperty("huying.root", ".."));
    private static final EmergencyScreen SCREEN = EmergencyScreen.load(ROOT.resolve("config/emergency.yml"));
    private static final String NONE = "NONE";

    /** A sentence with what it means, NONE for harmless. */
    private record Sentence(String meant, String text) {
        static Sentence of(String line) {
            int space = line.indexOf(' ');
            return new Sentence(line.substring(0, space), line.substring(space + 1));
        }

        boolean isDanger() {
            return !meant.equals(NONE);
        }

        boolean isHeard() {
            return SCREEN.screen(text).isPresent();
        }
    }

    private record Figures(long dangers, long heard, long harmless, long falseAlarms) {
        static Figures of(List<Sentence> all) {
            List<Sentence> dangers = all.stream().filter(Sentence::isDanger).toList();
            List<Sentence> harmless =
                    all.stream().filter(sentence -> !sentence.isDanger()).toList();
            return new Figures(
                    dangers.size(),
                    dangers.stream().filter(Sentence::isHeard).count(),
                    harmless.size(),
                    harmless.stream().filter(Sentence::isHeard).count());
        }
    }

    @Test
    void heldOutSentencesShouldMostlyBeHeardAsTheyAreMeant() throws IOException {
        Figures figures = Figures.of(sentences("held-out.txt"));

        System.out.printf("emergency screen, held-out: %s%n", figures);
        assertThat(figures.heard()).isGreaterThanOrEqualTo(93);
        assertThat(figures.falseAlarms()).isLessThanOrEqualTo(9);
    }

    @Test
    void tunedSentencesShouldBeHeardAsTheyAreMeant() throws IOException {
        Figures figures = Figures.of(sentences("tuned.txt"));

        System.out.printf("emergency screen, tuned: %s%n", figures);
        assertThat(figures.heard()).isGreaterThanOrEqualTo(118);
        assertThat(figures.falseAlarms()).isLessThanOrEqualTo(2);
    }

    private static List<Sentence> sentences(String file) throws IOException {
        try (var in = Objects.requireNonNull(EmergencyRecallTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Sentence::of)
                    .toList();
        }
    }
}
