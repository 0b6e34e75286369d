package cn.huying.bot.intent;

import cn.huying.knowledge.analysis.PhraseMatcher;
import cn.huying.knowledge.analysis.PlainText;
import java.util.List;
import java.util.Set;

/** What is still wrong in words that take something back: 二楼的已经亮了，三楼不亮 takes back nothing that may be dropped. */
final class Remains {
    private static final String CLAUSE_ENDS = "，。；！？、,;!?\n";

    /** 刚才报的漏水，已经好了 names what was told, and nothing that is left. */
    private static final List<String> TOLD_BEFORE = List.of("报的", "说的", "反映的", "登记的", "提的", "刚才", "之前", "上次");

    private static final List<String> NEGATIONS = List.of("不", "没", "没有");

    private final PhraseMatcher cues;
    private final List<Set<Cue>> cuesOf;

    Remains(PhraseMatcher cues, List<Set<Cue>> cuesOf) {
        this.cues = cues;
        this.cuesOf = cuesOf;
    }

    /** Whether some trouble is told beside, or behind, what takes back. */
    boolean isLeft(String text) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || CLAUSE_ENDS.indexOf(text.charAt(at)) >= 0) {
                if (isLeftIn(PlainText.squeezed(text.substring(from, at)))) {
                    return true;
                }
                from = at + 1;
            }
        }
        return false;
    }

    private boolean isLeftIn(String clause) {
        int[] takenBack = {-1};
        int[] wrong = {-1};
        cues.scan(clause, (phrase, start, end) -> {
            Set<Cue> heard = cuesOf.get(phrase);
            if (heard.contains(Cue.WITHDRAW) && takenBack[0] < 0) {
                takenBack[0] = end;
            }
            if (heard.contains(Cue.TROUBLE) && !isNegated(clause, start)) {
                wrong[0] = Math.max(wrong[0], start);
            }
        });
        return takenBack[0] < 0
                ? wrong[0] >= 0 && TOLD_BEFORE.stream().noneMatch(clause::contains)
                : wrong[0] >= takenBack[0];
    }

    private static boolean isNegated(String clause, int start) {
        return NEGATIONS.stream().anyMatch(not -> clause.startsWith(not, start - not.length()));
    }
}
