package cn.huying.knowledge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts one phrase for another, all in one pass from left to right, the longest phrase first where several begin at the same place. What was put
 * in is not read again.
 */
public final class PhraseRewriter {
    private final PhraseMatcher matcher;
    private final List<String> phrases;
    private final List<String> replacements;

    /** @param replacements what stands for each phrase; phrases in their one spelling, see {@link PlainText#folded} */
    public PhraseRewriter(Map<String, String> replacements) {
        this.phrases = List.copyOf(replacements.keySet());
        List<String> inOrder = new ArrayList<>();
        phrases.forEach(phrase -> inOrder.add(replacements.getOrDefault(phrase, phrase)));
        this.replacements = List.copyOf(inOrder);
        this.matcher = PhraseMatcher.of(phrases);
    }

    public String rewrite(String text) {
        int[] longestAt = new int[text.length()];
        boolean[] any = new boolean[1];
        matcher.scan(text, (phrase, start, end) -> {
            // Occurrences at one start come with growing length: the last one is the longest.
            longestAt[start] = phrase + 1;
            any[0] = true;
        });
        return any[0] ? replaced(text, longestAt) : text;
    }

    private String replaced(String text, int[] longestAt) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            if (longestAt[i] == 0) {
                out.append(text.charAt(i));
                i++;
            } else {
                int phrase = longestAt[i] - 1;
                out.append(replacements.get(phrase));
                i += phrases.get(phrase).length();
            }
        }
        return out.toString();
    }
}
