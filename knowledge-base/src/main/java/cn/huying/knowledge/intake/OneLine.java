package cn.huying.knowledge.intake;

import java.util.List;
import java.util.stream.Collectors;

/** A text on one line, where a line is all there is for it: a line end is written {@code \n}, a backslash twice. */
final class OneLine {
    private static final char ESCAPE = '\\';

    private OneLine() {}

    static String written(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Lenient: a backslash before anything else is a backslash. */
    static String read(String line) {
        if (line.indexOf(ESCAPE) < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            if (line.charAt(i) != ESCAPE || (next != 'n' && next != ESCAPE)) {
                text.append(line.charAt(i));
            } else {
                text.append(next == 'n' ? '\n' : ESCAPE);
                i++;
            }
        }
        return text.toString();
    }

    /** Several, one on each line. */
    static String written(List<String> texts) {
        return texts.stream().map(OneLine::written).collect(Collectors.joining("\n"));
    }
}
