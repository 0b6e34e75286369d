package cn.huying.bot.emergency;

import cn.huying.knowledge.analysis.PhraseRewriter;
import cn.huying.knowledge.analysis.PlainText;

/** A message as the screen hears it: letters and digits in one spelling, each knowing the clause it was in. */
record Heard(String text, int[] clauses) {
    private static final String CLAUSE_ENDS = "。！？；，、!?;,\n";

    /** @param misspellings puts right what is often mistyped; must not change lengths */
    static Heard of(String raw, PhraseRewriter misspellings) {
        String folded = PlainText.folded(raw);
        StringBuilder kept = new StringBuilder(folded.length());
        int[] clauses = new int[folded.length()];
        int clause = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                clauses[kept.length()] = clause;
                kept.append(c);
            } else if (CLAUSE_ENDS.indexOf(c) >= 0) {
                clause++;
            }
        }
        return new Heard(misspellings.rewrite(kept.toString()), clauses);
    }

    /** 救救救我 as 救我. */
    String withoutRepeats() {
        StringBuilder once = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                once.append(text.charAt(i));
            }
        }
        return once.toString();
    }

    int length() {
        return text.length();
    }

    int clauseAt(int index) {
        return clauses[index];
    }
}
