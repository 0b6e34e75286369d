package cn.huying.api.callback;

import java.util.Optional;

/** Reads {@code <xml><Name>text or CDATA</Name>…</xml>} in one pass; every other construct is malformed. */
final class EnvelopeScanner {
    private static final Envelope MALFORMED = new Envelope.Malformed();
    private static final String CDATA = "<![CDATA[";
    private static final int MOST_ELEMENTS = 32;

    private final String text;
    private int at;

    EnvelopeScanner(String text) {
        this.text = text;
    }

    Envelope scan() {
        skipProlog();
        if (!skip("<xml>")) {
            return text.startsWith("<xml/>", at) ? new Envelope.Plaintext() : MALFORMED;
        }
        String encrypted = "";
        for (int i = 0; i < MOST_ELEMENTS; i++) {
            skipSpace();
            if (skip("</xml>")) {
                return end(encrypted);
            }
            Optional<String> name = openingTag();
            Optional<String> content = name.isEmpty() ? Optional.empty() : content();
            if (content.isEmpty() || !skip("</" + name.orElseThrow() + ">")) {
                return MALFORMED;
            }
            if (encrypted.isEmpty() && name.orElseThrow().equals("Encrypt")) {
                encrypted = content.orElseThrow();
            }
        }
        return MALFORMED;
    }

    private Envelope end(String encrypted) {
        skipSpace();
        if (at != text.length()) {
            return MALFORMED;
        }
        return encrypted.isEmpty() ? new Envelope.Plaintext() : new Envelope.Sealed(encrypted);
    }

    private void skipProlog() {
        skip("\uFEFF");
        skipSpace();
        if (text.startsWith("<?xml ", at)) {
            int close = text.indexOf("?>", at);
            at = close < 0 ? text.length() : close + 2;
            skipSpace();
        }
    }

    private Optional<String> openingTag() {
        int close = text.indexOf('>', at);
        if (close < 0 || text.charAt(at) != '<' || !isName(at + 1, close)) {
            return Optional.empty();
        }
        String name = text.substring(at + 1, close);
        at = close + 1;
        return Optional.of(name);
    }

    private Optional<String> content() {
        skipSpace();
        boolean marked = skip(CDATA);
        int close = text.indexOf(marked ? "]]>" : "<", at);
        if (close < 0) {
            return Optional.empty();
        }
        String content = text.substring(at, close);
        at = marked ? close + 3 : close;
        skipSpace();
        return Optional.of(content.strip());
    }

    private boolean isName(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!SignedQuery.allowed(text.charAt(i))) {
                return false;
            }
        }
        return to > from && to - from <= 64;
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
