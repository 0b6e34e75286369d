package cn.huying.knowledge.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the encoding of a text file by what its bytes can be: by its mark, else UTF-8 if it is that throughout, else GB18030. A file that is partly
 * the one and partly the other is refused: whichever were chosen, half of it would come out as other characters.
 */
final class Decoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** So many bytes in a row do not spell Chinese in UTF-8 by chance. */
    private static final int NO_CHANCE = 6;
    /** At least one byte of so many is empty in a table or document of two bytes a character. */
    private static final int FEWEST_EMPTY = 100;

    private static final String MARK = "\uFEFF";

    private final String file;
    private final byte[] bytes;

    private Decoding(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @throws cn.huying.knowledge.load.ConfigException when no encoding fits */
    static String text(String file, byte[] bytes) {
        String text = new Decoding(file, bytes).text();
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private String text() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, 3).orElseThrow(this::mixed);
        }
        if (startsWith(0xFF, 0xFE)) {
            return strictly(StandardCharsets.UTF_16LE, 2).orElseThrow(this::mixed);
        }
        if (startsWith(0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16BE, 2).orElseThrow(this::mixed);
        }
        return sixteenBits().or(this::eightBits).orElseGet(this::chinese);
    }

    /** Without a mark: every sign of ASCII has an empty byte, always on the same side. */
    private Optional<String> sixteenBits() {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        boolean oneSided = Math.max(even, odd) > 4 * Math.min(even, odd);
        if (even + odd <= bytes.length / FEWEST_EMPTY || !oneSided) {
            return Optional.empty();
        }
        return strictly(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0)
                .filter(text -> text.chars().noneMatch(c -> c == 0 || isUnassigned(c)));
    }

    private Optional<String> eightBits() {
        return strictly(StandardCharsets.UTF_8, 0);
    }

    private String chinese() {
        if (hasUtf8Run()) {
            throw mixed();
        }
        return strictly(GB18030, 0)
                .filter(text -> text.chars().noneMatch(Decoding::isUnassigned))
                .orElseThrow(this::mixed);
    }

    /** Characters of nobody's script: what bytes of another encoding turn into. */
    private static boolean isUnassigned(int c) {
        return Character.getType(c) == Character.PRIVATE_USE || Character.getType(c) == Character.UNASSIGNED;
    }

    /** Whether a stretch without ASCII is Chinese in UTF-8 though the file as a whole is not. */
    private boolean hasUtf8Run() {
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] < 0) {
                to++;
            }
            if (to - from >= NO_CHANCE && isChineseInUtf8(from, to)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** Every character three bytes, E3 to E9 first: where Chinese is. */
    private boolean isChineseInUtf8(int from, int to) {
        if ((to - from) % 3 != 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xFF;
            boolean fits = (i - from) % 3 == 0 ? value >= 0xE3 && value <= 0xEF : value >= 0x80 && value <= 0xBF;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> strictly(Charset charset, int from) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private RuntimeException mixed() {
        return Limits.refused(file, 0, "认不出文字编码（不是完整的 UTF-8、GB18030 或 UTF-16，或几种混在一起）", "请用编辑器打开核对文字，另存为 UTF-8 后再导入");
    }
}
