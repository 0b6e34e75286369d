package cn.huying.knowledge.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a text sounds: every character becomes the first of those that sound like it, tones and southern accents aside. Who types by sound and
 * picks the wrong character, 物业废 for 物业费, has still written the same sounds.
 */
public final class SoundText {
    private static final char[] FIRST = first();
    private static final Map<Character, String> FURTHER = further();

    private SoundText() {}

    /** @param text in its one spelling, see {@link PlainText#folded} */
    public static String of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = of(chars[i]);
        }
        return new String(chars);
    }

    static char of(char c) {
        return FIRST[c];
    }

    /** Every sound of a character: 行 sounds like 形 and like 航. */
    static String readings(char c) {
        return FIRST[c] + FURTHER.getOrDefault(c, "");
    }

    private static char[] first() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        read("homophones.txt").lines().forEach(group -> {
            for (char c : group.toCharArray()) {
                table[c] = group.charAt(0);
            }
        });
        return table;
    }

    /** Lines of a character and those it sounds like in its other readings. */
    private static Map<Character, String> further() {
        return read("readings.txt")
                .lines()
                .collect(Collectors.toUnmodifiableMap(line -> line.charAt(0), line -> of(line.substring(1))));
    }

    private static String read(String name) {
        try (InputStream in = SoundText.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
