package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class WordAnalyzerTest {
    private final Analyzer plain = new WordAnalyzer();
    private final Analyzer remembering = WordAnalyzer.remembering();

    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("words", text)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }

    @Test
    void wordsShouldBeToldApart() throws IOException {
        assertThat(words(plain, "楼上漏水谁来赔")).contains("漏水");
    }

    @Test
    void rememberedWordsShouldBeTheSameEveryTime() throws IOException {
        for (String text : List.of("楼上漏水谁来赔", "", "12345热线 abc，能管什么？\n第二行。", "护照丢了怎么补办")) {
            List<String> words = words(plain, text);

            assertThat(words(remembering, text)).as("first").isEqualTo(words);
            assertThat(words(remembering, text)).as("again").isEqualTo(words);
        }
    }
}
