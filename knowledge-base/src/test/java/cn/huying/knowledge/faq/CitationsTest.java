package cn.huying.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every law and article the content cites exists in the collections of laws beside the project, where they are at hand. */
class CitationsTest {
    private static final Path ROOT = Path.of(System.getProperty("huying.root", ".."));
    private static final Path CORPUS = ROOT.resolve("../shared/data/statutes/corpus.jsonl");
    private static final Path LAWS = ROOT.resolve("../shared/data/laws-md");

    @Test
    void everyCitedArticleShouldExist() throws IOException {
        assumeTrue(Files.exists(CORPUS), "the statutes corpus is not at hand: citations are not checked");
        assumeTrue(
                Files.isDirectory(ROOT.resolve("config/knowledge")), "config/knowledge is not there: nothing to check");
        List<Source> sources = KnowledgeFiles.load(ROOT.resolve("config/knowledge")).stream()
                .flatMap(entry -> entry.sources().stream())
                .toList();
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        Set<String> unchecked = new TreeSet<>();
        for (Source source : sources) {
            switch (source) {
                case Source.Article(String law, String article, String _) -> {
                    if (!known.contains(law + article) && !known.contains("中华人民共和国" + law + article)) {
                        missing.add(source.cite());
                    }
                }
                case Source.Policy policy -> unchecked.add(policy.cite());
            }
        }
        System.out.printf(
                "citations: %d sources, %d policies not checked: %s%n", sources.size(), unchecked.size(), unchecked);
        assertThat(missing).isEmpty();
    }

    /** Law and article of both collections: a name of the corpus, or a file's title with each article that begins a line of it. */
    private static Set<String> known() throws IOException {
        Set<String> known = new HashSet<>();
        try (Stream<String> lines = Files.lines(CORPUS)) {
            lines.map(line -> between(line, "\"name\": \"", "\"")).forEach(known::add);
        }
        try (Stream<Path> files = Files.walk(LAWS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                known.addAll(articles(file));
            }
        }
        return known;
    }

    private static Set<String> articles(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".md", "");
        String title = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
        String law = Objects.requireNonNull(file.getParent()).endsWith("民法典") ? "民法典" : title;
        return Files.readAllLines(file).stream()
                .map(line -> line.replace("*", "").strip())
                .filter(line -> line.startsWith("第") && line.contains("条"))
                .map(line -> law + articleAtStart(line))
                .collect(Collectors.toSet());
    }

    /** "第十条之一 …" keeps its 之一. */
    private static String articleAtStart(String line) {
        int end = line.indexOf('条') + 1;
        boolean inserted = line.startsWith("之", end) && end + 2 <= line.length();
        return line.substring(0, inserted ? end + 2 : end);
    }

    private static String between(String line, String before, String after) {
        int start = line.indexOf(before) + before.length();
        return line.substring(start, line.indexOf(after, start));
    }
}
