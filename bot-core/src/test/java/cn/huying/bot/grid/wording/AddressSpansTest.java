package cn.huying.bot.grid.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Building, unit and room numbers in delivery addresses that people typed, against the spans annotators drew. The name before the first
 * number is made known to the scanner, as the names of an installation's compounds are. Runs where the corpus lies beside the project.
 */
class AddressSpansTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("huying.root", "..")).resolve("../shared/data/addresses/spans_dev.jsonl");
    private static final Set<String> NAMES = Set.of("poi", "subpoi", "community", "roadno");

    private record Span(String label, String text) {}

    private static final class Tally {
        private int right;
        private int given;
        private int wanted;

        void count(String gold, String read) {
            wanted += gold.isEmpty() ? 0 : 1;
            given += read.isEmpty() ? 0 : 1;
            right += !gold.isEmpty() && gold.equals(read) ? 1 : 0;
        }

        double precision() {
            return (double) right / given;
        }

        double recall() {
            return (double) right / wanted;
        }

        @Override
        public String toString() {
            return "precision %.3f recall %.3f (%d wanted, %d given)".formatted(precision(), recall(), wanted, given);
        }
    }

    @Test
    void numbersShouldBeReadAsAnnotatorsReadThem() throws IOException {
        assumeThat(CORPUS).as("no corpus beside the project: skipped").exists();
        Tally building = new Tally();
        Tally unit = new Tally();
        Tally room = new Tally();
        int invented = 0;
        int without = 0;
        for (String line : Files.readAllLines(CORPUS)) {
            List<Span> spans = spans(line);
            Mention read = read(spans);
            if (gold(spans, "houseno").isEmpty()) {
                without++;
                invented += read.hasBuilding() && !read.weak() ? 1 : 0;
            } else {
                building.count(gold(spans, "houseno"), read.building());
                unit.count(gold(spans, "cellno"), read.unit());
                room.count(gold(spans, "roomno"), read.room());
            }
        }
        System.out.printf("addresses without a building: %d, of which %d were given one%n", without, invented);

        System.out.printf("addresses: building %s; unit %s; room %s%n", building, unit, room);
        assertThat(building.precision()).isGreaterThan(0.95);
        assertThat(building.recall()).isGreaterThan(0.85);
        assertThat(unit.precision()).isGreaterThan(0.9);
        assertThat(room.precision()).isGreaterThan(0.9);
        assertThat(invented).isLessThan(without / 10);
    }

    private static Mention read(List<Span> spans) {
        NameTrie<Meaning> names = new NameTrie<>();
        for (int i = 0; i < spans.size(); i++) {
            boolean number = i + 1 < spans.size() && spans.get(i + 1).label().endsWith("no");
            if (number && NAMES.contains(spans.get(i).label())) {
                names.add(PlaceText.of(spans.get(i).text()), new Meaning.OfCompound("any"));
            }
        }
        String text =
                PlaceText.of(String.join("", spans.stream().map(Span::text).toList()));
        List<Mention> mentions = PlaceReader.read(names, text).mentions();
        return mentions.stream().filter(Mention::hasBuilding).findFirst().orElse(new Mention(List.of(), List.of()));
    }

    private static String gold(List<Span> spans, String label) {
        return spans.stream()
                .filter(span -> span.label().equals(label))
                .map(span -> PlaceText.of(span.text()))
                .map(text -> PlaceNumber.canonical(text, 0, Math.max(1, PlaceNumber.end(text, 0))))
                .findFirst()
                .orElse("");
    }

    /** The corpus writes spans as pairs of plain strings without escapes. */
    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        int at = line.indexOf("[[");
        int end = line.indexOf("]]");
        while (at >= 0 && at < end) {
            int label = line.indexOf('"', at) + 1;
            int labelEnd = line.indexOf('"', label);
            int text = line.indexOf('"', labelEnd + 1) + 1;
            int textEnd = line.indexOf('"', text);
            spans.add(new Span(line.substring(label, labelEnd), line.substring(text, textEnd)));
            at = line.indexOf('[', textEnd);
        }
        return spans;
    }
}
