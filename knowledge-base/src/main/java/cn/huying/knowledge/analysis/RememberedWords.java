package cn.huying.knowledge.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of texts that come again: with every edition the whole content is indexed anew, hardly any of it changed, and telling words apart is
 * most of the work. For the content's texts only, never for what residents write.
 */
final class RememberedWords extends Tokenizer {
    /** Ten times the content; what is beyond is forgotten all at once and found again. */
    private static final int MOST_TEXTS = 60_000;

    private static final Map<String, List<String>> WORDS = new ConcurrentHashMap<>();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private List<String> words = List.of();
    private int next;

    @Override
    public void reset() throws IOException {
        super.reset();
        if (WORDS.size() > MOST_TEXTS) {
            WORDS.clear();
        }
        words = WORDS.computeIfAbsent(read(input), RememberedWords::told);
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == words.size()) {
            return false;
        }
        clearAttributes();
        term.append(words.get(next++));
        return true;
    }

    private static String read(Reader text) throws IOException {
        StringWriter all = new StringWriter();
        text.transferTo(all);
        return all.toString();
    }

    private static List<String> told(String text) {
        List<String> words = new ArrayList<>();
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            CharTermAttribute word = tokenizer.getAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(word.toString());
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return List.copyOf(words);
    }
}
