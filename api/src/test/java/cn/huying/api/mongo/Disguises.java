package cn.huying.api.mongo;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The shapes in which a word could lie on a disk without looking like itself. */
final class Disguises {
    private Disguises() {}

    static Map<String, byte[]> of(String word) {
        Map<String, byte[]> shapes = new LinkedHashMap<>();
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        shapes.put("UTF-8", utf8);
        shapes.put("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
        shapes.put("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        shapes.put("GB18030", word.getBytes(Charset.forName("GB18030")));
        String url = URLEncoder.encode(word, StandardCharsets.UTF_8);
        shapes.put("URL", ascii(url));
        shapes.put("url", ascii(url.toLowerCase(Locale.ROOT)));
        shapes.put("hex", ascii(HexFormat.of().formatHex(utf8)));
        shapes.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        for (int before = 0; before < 3; before++) {
            shapes.put("base64+" + before, base64(utf8, before, Base64.getEncoder()));
            shapes.put("base64url+" + before, base64(utf8, before, Base64.getUrlEncoder()));
        }
        return shapes;
    }

    /** What stays the same of a word's base64 when so many bytes stand before it, whatever stands after it. */
    private static byte[] base64(byte[] word, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + word.length];
        System.arraycopy(word, 0, shifted, before, word.length);
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        int touchedBefore = (before * 8 + 5) / 6;
        int whole = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoded, touchedBefore, whole);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean contains(byte[] where, byte[] what) {
        for (int at = 0; at + what.length <= where.length; at++) {
            if (Arrays.equals(where, at, at + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }
}
