package cn.huying.knowledge.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;

/**
 * One spelling for what can be written in many: full-width to half-width (NFKC), lower case, traditional to simplified characters. Linear in
 * the length of the text.
 */
public final class PlainText {
    private static final char[] SIMPLIFIED = simplified();

    private PlainText() {}

    /** The text in its one spelling; spaces, punctuation and everything else stay. */
    public static String folded(String raw) {
        String text = isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = SIMPLIFIED[Character.toLowerCase(chars[i])];
        }
        return new String(chars);
    }

    /** The letters and digits of the text in their one spelling, nothing between them: "着 火。了！" is 着火了. */
    public static String squeezed(String raw) {
        String folded = folded(raw);
        StringBuilder kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                kept.append(folded.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Whether NFKC would change nothing: common ideographs and ASCII, which is nearly every message. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!(c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || c == '，' || c == '。' || c == '？' || c == '！')) {
                return false;
            }
        }
        return true;
    }

    /** The simplified form of every character; itself where there is none. */
    private static char[] simplified() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        String pairs = read("simplified.txt");
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
        return table;
    }

    private static String read(String name) {
        try (InputStream in = PlainText.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
