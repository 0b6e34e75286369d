package cn.huying.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions typed by sound with the wrong characters, written from the titles of the entries. */
class TypedBySoundTest {
    private static final double LEAST = 0.93;

    private record Typed(String id, String text) {
        boolean isAnsweredBy(EntryId found) {
            return id.endsWith("*")
                    ? found.value().startsWith(id.substring(0, id.length() - 1))
                    : found.value().equals(id);
        }
    }

    @Test
    void whatIsMeantShouldBeFoundByWordsAlone() throws IOException {
        LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.of(
                KnowledgeFiles.load(Sample.root().resolve("config/knowledge")), Sample.settings());
        List<Typed> all = all();
        List<String> missed = new ArrayList<>();
        for (Typed typed : all) {
            if (!typed.isAnsweredBy(knowledge.ranked(Sample.ask(typed.text())).getFirst())) {
                missed.add(typed.text());
            }
        }
        assertThat((double) missed.size() / all.size())
                .as("not found: %s", missed)
                .isLessThanOrEqualTo(1 - LEAST);
    }

    private static List<Typed> all() throws IOException {
        Path file = Path.of("src/test/resources/cn/huying/knowledge/index/typed-by-sound.txt");
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .map(parts -> new Typed(parts[0], parts[1]))
                .toList();
    }
}
