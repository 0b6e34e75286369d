package cn.huying.bot.taxonomy;

import cn.huying.bot.taxonomy.Clues.Role;
import cn.huying.bot.taxonomy.Clues.Union;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One text being read, sentence by sentence; what was found is kept until the text is read to its end. Used once, by one thread. */
final class Reading {
    /** A sentence without a full stop is cut at the next comma from here on, or the words of one matter would exclude another. */
    private static final int LONG_SENTENCE = 36;

    private static final int LONGEST_SENTENCE = 200;
    private static final int MOST_PARTS = 4;
    private static final int UNION_REACH = 16;
    /** A single character says little: 路 is in every address. */
    private static final int SHORT_REACH = 5;

    private static final double FIRST = 1.5;
    private static final double LATE = 0.6;
    private static final int LATE_FROM = 300;
    private static final double EXCLUDED = 0.15;
    private static final double REPEATED = 0.4;
    private static final double MOST_BY_HINTS = 1.6;

    /** A word of a category found in the text. */
    private record Evidence(int category, String source) {}

    private final Clues clues;
    private final String text;
    private final Hits hits = new Hits();
    private final double[] best;
    private final double[] sum;
    private final double[] hints;
    private final double[] wishes = new double[Nature.values().length];
    private final boolean[] excluded;
    private final int[] partStarts;
    private final int[] partEnds;
    private final boolean[] partSwallowed;
    private final double[] unionWeights;
    private final String[] unionWords;
    private final List<Integer> unionsFound = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private boolean first = true;

    private Reading(Clues clues, String text) {
        this.clues = clues;
        this.text = text;
        best = new double[clues.categories()];
        sum = new double[clues.categories()];
        hints = new double[clues.categories()];
        excluded = new boolean[clues.categories()];
        partStarts = new int[clues.unions() * MOST_PARTS];
        partEnds = new int[clues.unions() * MOST_PARTS];
        partSwallowed = new boolean[clues.unions() * MOST_PARTS];
        unionWeights = new double[clues.unions()];
        unionWords = new String[clues.unions()];
    }

    /** Reads a text in its normal form, see {@link Wording}. */
    static Reading of(Clues clues, String text) {
        Reading reading = new Reading(clues, text);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsSentence(text.charAt(i), i - from)) {
                reading.sentence(from, i);
                from = i + 1;
            }
        }
        reading.sentence(from, text.length());
        return reading;
    }

    private static boolean endsSentence(char c, int length) {
        return Wording.endsSentence(c) || length >= LONG_SENTENCE && c == ',' || length >= LONGEST_SENTENCE;
    }

    private void sentence(int from, int to) {
        hits.clear();
        clues.scan(text, from, to, hits);
        if (hits.size() == 0) {
            return;
        }
        double place = first ? FIRST : from >= LATE_FROM ? LATE : 1;
        Arrays.fill(excluded, false);
        markExclusions();
        hits.markSwallowed(clues::isStrong);
        int found = evidence.size();
        for (int i = 0; i < hits.size(); i++) {
            for (Role role : clues.roles(hits.word(i))) {
                take(role, i, from, place);
            }
        }
        takeUnions(place);
        first = first && evidence.size() == found;
    }

    private void markExclusions() {
        for (int i = 0; i < hits.size(); i++) {
            for (Role role : clues.roles(hits.word(i))) {
                if (role instanceof Role.Exclusion exclusion) {
                    excluded[exclusion.category()] = true;
                }
            }
        }
    }

    private void take(Role role, int hit, int sentence, double place) {
        switch (role) {
            case Role.Word word -> {
                if (!hits.swallowed(hit) && !negated(hit, sentence, word.category())) {
                    count(word, place);
                }
            }
            case Role.Part part -> {
                if (!negated(hit, sentence, clues.union(part.combination()).category())) {
                    join(part, hit, sentence);
                }
            }
            case Role.Wish wish -> wishes[wish.nature().ordinal()] += wish.weight() * place;
            case Role.Exclusion exclusion -> {}
            case Role.Negation negation -> {}
        }
    }

    /** Whether a negation ends where the word begins; 有没有 and 是不是 ask, they do not deny. */
    private boolean negated(int hit, int sentence, int category) {
        int end = hits.start(hit);
        for (int i = hit - 1; i >= 0 && hits.end(i) >= end; i--) {
            if (hits.end(i) == end && denies(hits.word(i), hits.start(i), sentence, category)) {
                return true;
            }
        }
        return false;
    }

    private boolean denies(int word, int start, int sentence, int category) {
        char before = start > sentence ? text.charAt(start - 1) : ' ';
        if (before == '有' || before == '是') {
            return false;
        }
        for (Role role : clues.roles(word)) {
            if (role instanceof Role.Negation negation) {
                return negation.always() || !clues.lacking(category);
            }
        }
        return false;
    }

    private void count(Role.Word word, double place) {
        double weight = word.weight() * place * (excluded[word.category()] ? EXCLUDED : 1);
        if (word.strong()) {
            add(word.category(), weight);
        } else {
            hints[word.category()] = Math.min(MOST_BY_HINTS, hints[word.category()] + weight);
        }
        evidence.add(new Evidence(word.category(), word.source()));
    }

    private void add(int category, double weight) {
        best[category] = Math.max(best[category], weight);
        sum[category] += weight;
    }

    /**
     * Notes a part; where all parts now stand close together the combination is found, unless longer words have told all of
     * them already. Positions are kept plus one, 0 is "not yet".
     */
    private void join(Role.Part part, int hit, int sentence) {
        int start = hits.start(hit);
        int end = hits.end(hit);
        int base = part.combination() * MOST_PARTS;
        if (partEnds[base + part.slot()] == end + 1) {
            return; // the tail of a longer word that fulfils the same part
        }
        partStarts[base + part.slot()] = start + 1;
        partEnds[base + part.slot()] = end + 1;
        partSwallowed[base + part.slot()] = hits.swallowed(hit);
        boolean told = true;
        int length = 0;
        int earliest = start + 1;
        int reach = UNION_REACH;
        for (int slot = 0; slot < clues.union(part.combination()).parts(); slot++) {
            int at = base + slot;
            if (partStarts[at] <= sentence || slot != part.slot() && partEnds[at] > start + 1) {
                return;
            }
            int own = partEnds[at] - partStarts[at];
            reach = own == 1 ? SHORT_REACH : reach;
            length += own;
            told = told && partSwallowed[at];
            earliest = Math.min(earliest, partStarts[at]);
        }
        int gap = end + 1 - earliest - length;
        if (!told && gap >= 0 && gap <= reach) {
            found(part.combination(), base, Clues.unionWeight(length, gap));
        }
    }

    private void found(int union, int base, double weight) {
        if (unionWeights[union] == 0) {
            unionsFound.add(union);
        }
        if (weight > unionWeights[union]) {
            unionWeights[union] = weight;
            unionWords[union] = words(base, clues.union(union).parts());
        }
    }

    /** The words that fulfil the parts, as staff shall see them: 楼上…漏水. */
    private String words(int base, int parts) {
        StringBuilder words = new StringBuilder();
        for (int at = base; at < base + parts; at++) {
            words.append(at == base ? "" : "…").append(text, partStarts[at] - 1, partEnds[at] - 1);
        }
        return words.toString();
    }

    private void takeUnions(double place) {
        for (int index : unionsFound) {
            Union union = clues.union(index);
            add(union.category(), unionWeights[index] * place * (excluded[union.category()] ? EXCLUDED : 1));
            evidence.add(new Evidence(union.category(), unionWords[index]));
            unionWeights[index] = 0;
        }
        unionsFound.clear();
    }

    /** What speaks for a category in the whole text. The best word counts in full, further ones less: saying it twice proves little. */
    double score(int category) {
        return best[category] + REPEATED * (sum[category] - best[category]) + hints[category];
    }

    double wish(Nature nature) {
        return wishes[nature.ordinal()];
    }

    boolean asks() {
        return text.indexOf('?') >= 0;
    }

    /** The words found for a category as the file writes them, in the order of the text. */
    List<String> reasons(int category, int most) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Evidence found : evidence) {
            if (found.category() == category && reasons.size() < most) {
                reasons.add(found.source());
            }
        }
        return List.copyOf(reasons);
    }
}
