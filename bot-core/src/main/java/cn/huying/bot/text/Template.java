package cn.huying.bot.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One text taken apart once: words and placeholders in turn, so that filling it in is one pass and values are never read again. */
record Template(List<Part> parts) {
    sealed interface Part {
        record Words(String words) implements Part {}

        record Placeholder(String name) implements Part {}
    }

    Template {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when a brace has no partner or a placeholder has no proper name; the message is for the editor */
    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            refuseStray(text.substring(from, open));
            int close = text.indexOf('}', open);
            String name = close < 0 ? "" : text.substring(open + 1, close);
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "花括号写法有误：" + text.substring(open, Math.min(open + 12, text.length())));
            }
            parts.add(new Part.Words(text.substring(from, open)));
            parts.add(new Part.Placeholder(name));
            from = close + 1;
        }
        refuseStray(text.substring(from));
        parts.add(new Part.Words(text.substring(from)));
        return new Template(parts);
    }

    Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Placeholder(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    String render(Map<String, String> params) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Words(String words) -> words;
                        case Part.Placeholder(String name) -> value(params, name);
                    });
        }
        return text.toString();
    }

    private static String value(Map<String, String> params, String name) {
        String value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for placeholder " + name);
        }
        return value;
    }

    private static void refuseStray(String words) {
        if (words.indexOf('}') >= 0) {
            throw new IllegalArgumentException("多出一个 }");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
