package cn.huying.api.console.knowledge;

import cn.huying.knowledge.faq.Source;
import java.util.Optional;

/** Sources as people write them, one a line, the way residents read them: 《民法典》第九百四十四条（注）, 某局《某办法》（注）. */
final class Sources {
    private Sources() {}

    /** Empty when nothing is between 《 and 》, or a law has no article. */
    static Optional<Source> read(String line) {
        String text = line.strip();
        int open = text.indexOf('《');
        int close = closing(text, open);
        if (open < 0 || close < 0) {
            return Optional.empty();
        }
        String name = text.substring(open + 1, close).strip();
        String before = text.substring(0, open).strip();
        String after = text.substring(close + 1).strip();
        String note = note(after);
        String article = after.substring(0, after.length() - (note.isEmpty() ? 0 : note.length() + 2))
                .strip();
        if (name.isEmpty() || before.isEmpty() == article.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                before.isEmpty() ? new Source.Article(name, article, note) : new Source.Policy(name, before, note));
    }

    /** Names of laws may have names of laws in them. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = Math.max(open, 0); i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : text.charAt(i) == '》' ? -1 : 0;
            if (depth == 0 && text.charAt(i) == '》') {
                return i;
            }
        }
        return -1;
    }

    private static String note(String after) {
        int open = after.indexOf('（');
        return open >= 0 && after.endsWith("）") ? after.substring(open + 1, after.length() - 1) : "";
    }
}
