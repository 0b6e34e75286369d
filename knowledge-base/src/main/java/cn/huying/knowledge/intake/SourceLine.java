package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.load.Outline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A source on one line, as it is shown to residents: {@code 《民法典》第九百四十四条（note）} or {@code issuer《policy》（note）}. A bracket that
 * belongs to a name is written with a backslash before it where it would be mistaken; names within names need none.
 */
final class SourceLine {
    private final String line;
    private int at;

    private SourceLine(String line) {
        this.line = line;
    }

    static String written(Source source) {
        return switch (source) {
            case Source.Article(String law, String article, String note) ->
                '《' + escaped(law, "《》") + '》' + escaped(article, "（") + inBrackets(note);
            case Source.Policy(String policy, String issuer, String note) ->
                escaped(issuer, "《") + '《' + escaped(policy, "《》") + '》' + inBrackets(note);
        };
    }

    private static String inBrackets(String note) {
        return note.isEmpty() ? "" : '（' + OneLine.written(note) + '）';
    }

    private static String escaped(String text, String brackets) {
        String one = OneLine.written(text);
        for (char bracket : brackets.toCharArray()) {
            one = one.replace(String.valueOf(bracket), "\\" + bracket);
        }
        return one;
    }

    /** Empty when the line is not of this form. */
    static Optional<Outline> read(String line, int number, String column) {
        return new SourceLine(line.strip()).parts().map(parts -> {
            Map<String, Outline> fields = new LinkedHashMap<>();
            parts.forEach((key, value) -> fields.put(key, Outline.text(number, column, value)));
            return Outline.fields(number, column, fields);
        });
    }

    private Optional<Map<String, String>> parts() {
        String before = upTo('《', false);
        if (!take('《')) {
            return Optional.empty();
        }
        String name = upTo('》', true);
        if (!take('》')) {
            return Optional.empty();
        }
        String after = upTo('（', false);
        Optional<String> note = note();
        if (note.isEmpty() || (!before.isBlank() && !after.isBlank())) {
            return Optional.empty();
        }
        return Optional.of(
                before.isBlank()
                        ? Map.of("law", name, "article", after, "note", note.get())
                        : Map.of("policy", name, "issuer", before, "note", note.get()));
    }

    /** What stands in the brackets at the end; empty text where there are none. */
    private Optional<String> note() {
        if (!take('（')) {
            return Optional.of("");
        }
        boolean closed = line.endsWith("）");
        return closed ? Optional.of(OneLine.read(line.substring(at, line.length() - 1))) : Optional.empty();
    }

    private boolean take(char bracket) {
        boolean here = at < line.length() && line.charAt(at) == bracket;
        at += here ? 1 : 0;
        return here;
    }

    /** @param nested whether names within the name are passed over */
    private String upTo(char end, boolean nested) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == end && depth == 0) {
                break;
            }
            if (c == '\\' && at + 1 < line.length()) {
                text.append(escape(line.charAt(++at)));
                continue;
            }
            depth += nested && c == '《' ? 1 : 0;
            depth -= nested && c == '》' ? 1 : 0;
            text.append(c);
        }
        return text.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case '\\', '《', '》', '（' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }
}
