package cn.huying.knowledge.encode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Takes the vocabulary out of a tokenizer file: one flat object of pieces and numbers inside a JSON that is otherwise of no interest. */
final class VocabularyJson {
    private static final String KEY = "\"vocab\"";

    private final String json;
    private int at;

    private VocabularyJson(String json, int at) {
        this.json = json;
        this.at = at;
    }

    static Map<String, Integer> read(InputStream in) throws IOException {
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int key = json.indexOf(KEY);
        int brace = key < 0 ? -1 : json.indexOf('{', key);
        if (brace < 0) {
            throw new IOException("no vocabulary in the tokenizer file");
        }
        return new VocabularyJson(json, brace + 1).entries();
    }

    private Map<String, Integer> entries() {
        Map<String, Integer> entries = HashMap.newHashMap(21_128);
        skipTo("\"}");
        while (json.charAt(at) == '"') {
            String piece = string();
            skipTo("0123456789");
            entries.put(piece, number());
            skipTo("\"}");
        }
        return entries;
    }

    private void skipTo(String anyOf) {
        while (anyOf.indexOf(json.charAt(at)) < 0) {
            at++;
        }
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        at++;
        while (json.charAt(at) != '"') {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
            at++;
        }
        at++;
        return text.toString();
    }

    /** Leaves the place at the last character of the escape. */
    private char escaped() {
        at++;
        char c = json.charAt(at);
        if (c != 'u') {
            return c;
        }
        at += 4;
        return (char) Integer.parseInt(json, at - 3, at + 1, 16);
    }

    private int number() {
        int start = at;
        while (Character.isDigit(json.charAt(at))) {
            at++;
        }
        return Integer.parseInt(json, start, at, 10);
    }
}
