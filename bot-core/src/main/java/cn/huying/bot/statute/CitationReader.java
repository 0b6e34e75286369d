package cn.huying.bot.statute;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PhraseMatcher;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the law and the article a resident names: 民法典第942条, 《物业管理条例》第三十条是什么. A law whose name only ends like that of one on the shelf
 * (义务教育法, 教育法), or a province's own (某省物业管理条例), is another law. Linear in the length of the message.
 */
final class CitationReader {
    private static final char ARTICLE = '条';
    private static final char ARTICLE_TRADITIONAL = '條';
    /** Longer messages tell a story. */
    private static final int LONGEST = 300;

    private static final List<String> WORDS_BETWEEN =
            Stream.concat(Wrapping.BETWEEN.stream(), Stream.of("规定")).toList();

    private static final Beginnings BETWEEN = Beginnings.of(WORDS_BETWEEN);

    private final List<String> titles;
    private final List<Beginnings> parts;
    private final PhraseMatcher names;
    private final List<Integer> owners;
    private final Wrapping wrapping = Wrapping.words();

    private record Named(int law, int start, int end) {}

    /** @param partsOf by the short title of each law the names of its parts, 婚姻家庭编; none where it is in one text */
    CitationReader(Map<String, ? extends Collection<String>> partsOf) {
        Map<String, Collection<String>> sorted = new TreeMap<>(partsOf);
        this.titles = List.copyOf(sorted.keySet());
        this.parts = sorted.values().stream().map(CitationReader::between).toList();
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            byName.putIfAbsent(PlainText.squeezed(titles.get(i)), i);
            byName.putIfAbsent(PlainText.squeezed(Law.STATE + titles.get(i)), i);
        }
        byName.remove("");
        List<String> phrases = List.copyOf(byName.keySet());
        this.names = PhraseMatcher.of(phrases);
        this.owners = phrases.stream().map(byName::get).toList();
    }

    private static Beginnings between(Collection<String> parts) {
        return Beginnings.of(Stream.concat(parts.stream().map(PlainText::squeezed), WORDS_BETWEEN.stream())
                .toList());
    }

    /** The first article named; empty where none is, as in nearly every message. */
    Optional<Citation> read(String words) {
        boolean named = words.indexOf(ARTICLE) >= 0 || words.indexOf(ARTICLE_TRADITIONAL) >= 0;
        if (!named || titles.isEmpty() || words.length() > LONGEST) {
            return Optional.empty();
        }
        String text = PlainText.squeezed(words);
        return named(text, PlainText.folded(words))
                .flatMap(name -> numbered(text, name).map(number -> citation(text, name, number)));
    }

    /** The first name, and of those that begin together the longest. */
    private Optional<Named> named(String text, String folded) {
        Named[] best = new Named[1];
        names.scan(text, (phrase, start, end) -> {
            boolean better =
                    best[0] == null || start < best[0].start() || start == best[0].start() && end > best[0].end();
            if (better && beginsHere(text, start, end, folded)) {
                best[0] = new Named(owners.get(phrase), start, end);
            }
        });
        return Optional.ofNullable(best[0]);
    }

    private boolean beginsHere(String text, int start, int end, String folded) {
        return folded.contains('《' + text.substring(start, end)) || wrapping.leadsIn(text, start);
    }

    private Optional<ArticleNumber.Found> numbered(String text, Named name) {
        // 民法典婚姻家庭编的第… has two things between.
        return ArticleNumber.at(text, BETWEEN.skip(text, parts.get(name.law()).skip(text, name.end())));
    }

    private Citation citation(String text, Named name, ArticleNumber.Found number) {
        boolean alone = wrapping.isAll(text.substring(0, name.start())) && wrapping.isAll(text.substring(number.end()));
        return new Citation(titles.get(name.law()), number.number(), alone);
    }
}
