package cn.huying.bot.intent;

import cn.huying.knowledge.analysis.Beginnings;
import cn.huying.knowledge.analysis.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the question beside what else a message says, on either side of a word that lists them. Without such a word it may be of the same matter
 * (楼上漏水泡了我家。应该谁赔？): then only a home that is told first stands apart from it.
 */
final class BesideReader {
    /** Whoever writes more tells a story: there only a short question at the end, announced as one, is beside it. */
    private static final int STORY = 200;

    private static final int LONGEST_AT_THE_END = 80;
    private static final List<String> ANNOUNCING = List.of("问", "咨询");

    /** 去哪 is no question of its own. */
    private static final int FEWEST_LETTERS = 4;

    private static final String JOINTS = "，；,;、 ";
    private static final String SENTENCE_ENDS = "。！？!?\n";

    private final Beginnings marks;
    private final List<String> courtesies;
    private final Function<String, Intent> reader;

    /**
     * @param marks 另外, 顺便问一下
     * @param courtesies 请问: what follows may be of the same matter, as in another sentence
     */
    BesideReader(List<String> marks, List<String> courtesies, Function<String, Intent> reader) {
        this.marks = Beginnings.of(marks);
        this.courtesies = courtesies;
        this.reader = reader;
    }

    Optional<Beside> read(String text) {
        boolean story = text.length() > STORY;
        Optional<Beside> unmarked = Optional.empty();
        for (int at = story ? text.length() - LONGEST_AT_THE_END : 1; at < text.length() - 1; at++) {
            if (Clauses.endsAt(text, at) && (!story || isAnnounced(text, at + 1))) {
                String rest = text.substring(at + 1).strip();
                String beyond = withoutMark(rest);
                boolean marked = beyond.length() < rest.length();
                boolean polite = courtesies.stream().anyMatch(rest::startsWith);
                if (marked || polite || SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0) {
                    Optional<Beside> both = both(text.substring(0, at + 1), beyond, marked);
                    if (marked && both.isPresent()) {
                        return both;
                    }
                    unmarked = unmarked.or(() -> both);
                }
            }
        }
        return unmarked;
    }

    private boolean isAnnounced(String text, int from) {
        int begun = from;
        while (begun < text.length() && Character.isWhitespace(text.charAt(begun))) {
            begun++;
        }
        String mark = text.substring(begun, marks.skip(text, begun));
        return ANNOUNCING.stream().anyMatch(mark::contains);
    }

    private String withoutMark(String rest) {
        int marked = marks.skip(rest, 0);
        return marked == 0 ? rest : Clauses.begun(rest.substring(marked));
    }

    private Optional<Beside> both(String before, String after, boolean marked) {
        Intent one = reader.apply(before);
        Intent other = reader.apply(after);
        if (isQuestion(other, after) && (marked ? isMatter(one) || mayBeFirst(one) : one instanceof Intent.Bind)) {
            return Optional.of(new Beside(whole(before), after, marked));
        }
        return isQuestion(one, before) && (marked ? isMatter(other) : other instanceof Intent.Bind)
                ? Optional.of(new Beside(after, before, marked))
                : Optional.empty();
    }

    /** 3栋下水道堵了， without what only joins. */
    private static String whole(String before) {
        int end = before.length();
        while (end > 0 && JOINTS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return before.substring(0, end);
    }

    /** Another question, or the answer to what was asked. */
    private static boolean mayBeFirst(Intent intent) {
        return intent instanceof Intent.Ask || intent instanceof Intent.Unclear || intent instanceof Intent.Number;
    }

    private static boolean isQuestion(Intent intent, String words) {
        return intent instanceof Intent.Ask(String text, boolean trouble)
                && !trouble
                && PlainText.squeezed(words).length() >= FEWEST_LETTERS;
    }

    /** What stands by itself without the question. */
    private static boolean isMatter(Intent intent) {
        return switch (intent) {
            case Intent.Report _,
                    Intent.Urge _,
                    Intent.Unsolved _,
                    Intent.Bind _,
                    Intent.Add _,
                    Intent.Withdraw _,
                    Intent.Correct _ -> true;
            case Intent.Command _,
                    Intent.Number _,
                    Intent.SmallTalk _,
                    Intent.Ask _,
                    Intent.Unsure _,
                    Intent.Unclear _ -> false;
        };
    }
}
