package cn.huying.bot.dialogue.community.phrase;

import cn.huying.knowledge.load.Characters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How several things and the resident's own words look on a phone. */
final class Lines {
    /** The resident's own words are shown back in part only: the message must stay readable on a phone. */
    private static final int QUOTED = 80;

    private Lines() {}

    static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + ". " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }

    static String dotted(List<String> lines) {
        return lines.stream().map(line -> "· " + line).collect(Collectors.joining("\n"));
    }

    static String quoted(String words) {
        return beginning(words, QUOTED);
    }

    /** Cut on a code point. */
    static String beginning(String words, int most) {
        return Characters.shortened(words, most, "……");
    }
}
