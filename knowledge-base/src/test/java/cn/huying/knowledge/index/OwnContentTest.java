package cn.huying.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.faq.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The project's own content in {@code config/knowledge}, and how well it is found by words it does not contain. */
class OwnContentTest {
    private static final Path CONTENT = Sample.root().resolve("config/knowledge");

    private static List<Entry> entries = List.of();

    @BeforeAll
    static void load() {
        assumeTrue(Files.isDirectory(CONTENT), "config/knowledge is not there: nothing to check");
        entries = KnowledgeFiles.load(CONTENT);
    }

    @Test
    void thereShouldBeAtLeastSixtyEntries() {
        assertThat(entries).hasSizeGreaterThanOrEqualTo(60);
    }

    /** Every variant is taken out of the index once and asked: the nearest to what strangers will write. */
    @Test
    void heldOutVariantsShouldSeldomFindAWrongAnswer() {
        AtomicIntegerArray counts = new AtomicIntegerArray(5);
        int most = entries.stream()
                .mapToInt(entry -> entry.wording().variants().size())
                .max()
                .orElseThrow();
        IntStream.range(0, most).parallel().forEach(held -> {
            LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(
                    entries.stream().map(entry -> without(entry, held)).toList(), Sample.settings());
            entries.stream()
                    .filter(entry -> held < entry.wording().variants().size())
                    .forEach(entry -> counts.incrementAndGet(outcome(knowledge, entry, held)));
        });
        int[] count = IntStream.range(0, counts.length()).map(counts::get).toArray();
        double asked = count[0] + count[1] + count[2] + count[3] + count[4];
        System.out.printf(
                "held-out variants: %.0f asked, answered right %.1f %%, wrong %.1f %%, choices with it %.1f %%, without %.1f %%, unknown %.1f %%%n",
                asked,
                100 * count[0] / asked,
                100 * count[1] / asked,
                100 * count[2] / asked,
                100 * count[3] / asked,
                100 * count[4] / asked);
        assertThat(count[1] / asked).as("wrong answers").isLessThan(0.05);
        assertThat((count[0] + count[2]) / asked).as("found").isGreaterThan(0.6);
    }

    @Test
    @Tag("slow")
    void findShouldTakeMicroseconds() {
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(entries, Sample.settings());
        List<Question> questions = entries.stream()
                .flatMap(entry -> entry.wording().variants().stream())
                .map(variant -> Sample.ask("请问" + variant + "，我们小区的情况"))
                .toList();
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            questions.forEach(knowledge::find);
            double micros = (System.nanoTime() - start) / 1000.0 / questions.size();
            System.out.printf("find: %.1f µs a question, round %d of %d questions%n", micros, round, questions.size());
        }
        assertThat(questions).isNotEmpty();
    }

    private static int outcome(LuceneKnowledgeBase knowledge, Entry entry, int variant) {
        return switch (knowledge.find(Sample.ask(entry.wording().variants().get(variant)))) {
            case Finding.Direct(Entry found, double _) -> found.id().equals(entry.id()) ? 0 : 1;
            case Finding.Choices(List<Entry> found) ->
                found.stream().anyMatch(choice -> choice.id().equals(entry.id())) ? 2 : 3;
            case Finding.Unknown() -> 4;
        };
    }

    private static Entry without(Entry entry, int variant) {
        List<String> variants = new ArrayList<>(entry.wording().variants());
        if (variant < variants.size()) {
            variants.remove(variant);
        }
        return entry.with(new Wording(entry.question(), variants));
    }
}
