package cn.huying.knowledge.encode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Cuts a text into the pieces a BERT model was trained on: every ideograph and every punctuation mark by itself, other words into the longest
 * pieces the vocabulary knows. Written out here because the library for it brings a second native runtime for what is a map and a loop.
 */
final class WordPieces {
    private static final int UNKNOWN = 100;
    private static final int BEGIN = 101;
    private static final int END = 102;
    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> ids;
    /** The id of every character that is a piece by itself; the way of nearly all of a Chinese text. */
    private final int[] single = new int[Character.MAX_VALUE + 1];

    WordPieces(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        Arrays.fill(single, UNKNOWN);
        ids.forEach((piece, id) -> {
            if (piece.length() == 1) {
                single[piece.charAt(0)] = id;
            }
        });
    }

    /** Reads the vocabulary out of a tokenizer file. */
    static WordPieces read(InputStream json) throws IOException {
        return new WordPieces(VocabularyJson.read(json));
    }

    /** The ids of the text between the marks of its beginning and end, cut off at {@code most}. */
    int[] ids(String text, int most) {
        Pieces out = new Pieces(Math.min(most, text.length() + 2), most - 1);
        out.add(BEGIN);
        int i = 0;
        while (i < text.length() && out.hasRoom()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u3000') {
                i++;
            } else if (standsAlone(c)) {
                out.add(single[c]);
                i++;
            } else {
                int end = endOfWord(text, i);
                addWord(text.substring(i, end), out);
                i = end;
            }
        }
        return out.closedBy(END);
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length() && !standsAlone(text.charAt(end)) && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The longest known piece first, then on from there. A word with an unknown part is unknown as a whole. */
    private void addWord(String word, Pieces out) {
        if (word.length() > LONGEST_WORD) {
            out.add(UNKNOWN);
            return;
        }
        int from = out.size();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer id = null;
            while (end > start && id == null) {
                String piece = word.substring(start, end);
                id = ids.get(start == 0 ? piece : INSIDE + piece);
                end--;
            }
            if (id == null) {
                out.cutTo(from);
                out.add(UNKNOWN);
                return;
            }
            out.add(id);
            start = end + 1;
        }
    }

    private static boolean standsAlone(char c) {
        return isIdeograph(c) || isPunctuation(c);
    }

    private static boolean isIdeograph(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    private static boolean isPunctuation(char c) {
        if (c < 0x80) {
            return c > ' ' && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Grows up to its most, then takes nothing more. */
    private static final class Pieces {
        private final int most;
        private int[] ids;
        private int size;

        Pieces(int expected, int most) {
            this.ids = new int[Math.max(expected, 2)];
            this.most = most;
        }

        boolean hasRoom() {
            return size < most;
        }

        int size() {
            return size;
        }

        void cutTo(int length) {
            size = Math.min(size, length);
        }

        void add(int id) {
            if (hasRoom()) {
                if (size == ids.length) {
                    ids = Arrays.copyOf(ids, size * 2);
                }
                ids[size] = id;
                size++;
            }
        }

        int[] closedBy(int id) {
            int[] closed = Arrays.copyOf(ids, size + 1);
            closed[size] = id;
            return closed;
        }
    }
}
