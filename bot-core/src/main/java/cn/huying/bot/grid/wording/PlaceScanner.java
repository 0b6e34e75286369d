package cn.huying.bot.grid.wording;

import cn.huying.bot.grid.wording.PlaceToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the pieces that may be part of a place. One pass from left to right that never goes back: a run of number characters
 * is taken whole or dropped whole. Expects text from {@link PlaceText}.
 */
final class PlaceScanner {
    private static final int MOST_PARTS = 3;

    private final NameTrie<Meaning> names;
    private final CharSequence text;
    private final List<PlaceToken> tokens = new ArrayList<>();
    private int at;

    PlaceScanner(NameTrie<Meaning> names, CharSequence text) {
        this.names = names;
        this.text = text;
    }

    List<PlaceToken> tokens() {
        while (at < text.length()) {
            NameTrie.Match<Meaning> name = names.longest(text, at);
            if (name.end() > at) {
                tokens.add(new PlaceToken(Kind.NAME, at, name.end(), "", name.values()));
                at = name.end();
            } else if (PlaceNumber.end(text, at) > at) {
                numbers();
            } else {
                at++;
            }
        }
        return tokens;
    }

    /** A number, or several joined by hyphens, and the measure word after them. */
    private void numbers() {
        int start = at;
        List<String> parts = new ArrayList<>(MOST_PARTS);
        int end = part(start, parts);
        while (end + 1 < text.length() && text.charAt(end) == '-' && PlaceNumber.end(text, end + 1) > end + 1) {
            end = part(end + 1, parts);
        }
        at = end;
        if (parts.contains("") || parts.size() > MOST_PARTS) {
            return;
        }
        if (parts.size() == 1) {
            single(start, end, parts.getFirst());
        } else {
            chain(start, end, parts);
        }
    }

    private int part(int from, List<String> parts) {
        int end = PlaceNumber.end(text, from);
        parts.add(PlaceNumber.canonical(text, from, end));
        return end;
    }

    private void single(int start, int end, String value) {
        Measure measure = Measure.at(text, end);
        if (measure.accepts(text, start, end, value)) {
            add(measure.kind(), start, end + measure.length(), value);
        }
    }

    private void chain(int start, int end, List<String> parts) {
        Measure measure = Measure.at(text, end);
        String first = parts.getFirst();
        String last = parts.getLast();
        boolean two = parts.size() == 2;
        if (two && measure.kind() == Kind.UNIT) {
            add(Kind.BUILDING, start, end, first);
            add(Kind.UNIT, end, end + measure.length(), last);
        } else if (two && measure.kind() == Kind.BUILDING && PlaceNumber.isDigits(first)) {
            add(Kind.BUILDING, start, end, first);
            add(Kind.BUILDING, end, end + measure.length(), last);
        } else if (two && measure.kind() == Kind.BUILDING) {
            add(Kind.BUILDING, start, end + measure.length(), first + last);
        } else if (measure.endsChain(text, end)) {
            add(Kind.CHAIN, start, end + measure.length(), String.join("-", parts));
        }
    }

    private void add(Kind kind, int start, int end, String value) {
        tokens.add(PlaceToken.number(kind, start, end, value));
        at = Math.max(at, end);
    }
}
