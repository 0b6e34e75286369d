package cn.huying.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A bare number belongs to the law named last before it: 《电力供应与使用条例》第二十三条…第六百五十六条 would be of the same. */
class AttributionTest {
    private static final Path ROOT = Path.of(System.getProperty("huying.root", ".."));

    @Test
    void articleWithoutALawShouldBeOfTheLawNamedBeforeIt() {
        List<String> wrong = KnowledgeFiles.load(ROOT.resolve("config/knowledge")).stream()
                .flatMap(entry -> wrong(entry).stream().map(cited -> entry.id().value() + ' ' + cited))
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** What is called by a short name of its own, 《网络消费司法解释》, is not checked. */
    private static List<String> wrong(Entry entry) {
        Set<String> cited = entry.sources().stream()
                .filter(Source.Article.class::isInstance)
                .map(Source.Article.class::cast)
                .map(article -> Law.shortTitle(article.law()) + article.article())
                .collect(Collectors.toSet());
        String text = entry.answer().text();
        List<String> wrong = new ArrayList<>();
        String law = "";
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '《' && text.indexOf('》', at) > 0) {
                law = Law.shortTitle(text.substring(at + 1, text.indexOf('》', at)));
            }
            String named = law;
            String number = ArticleNumber.atStart(text.substring(at))
                    .map(found -> found.number().toString())
                    .orElse("");
            boolean known = cited.stream().anyMatch(source -> source.startsWith(named + '第'));
            boolean elsewhere = cited.stream().anyMatch(source -> source.endsWith(number));
            if (!number.isEmpty() && known && elsewhere && !cited.contains(named + number)) {
                wrong.add(named + number);
            }
        }
        return wrong;
    }
}
