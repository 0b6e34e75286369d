package cn.huying.bot.taxonomy.reading;

import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Wording;
import cn.huying.bot.taxonomy.reading.Clues.Role;
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
    private final Unions unions;
    private final List<Evidence> evidence = new ArrayList<>();
    private boolean first = true;

    private Reading(Clues clues, String text, Unions unions) {
        this.clues = clues;
        this.text = text;
        best = new double[clues.categories()];
        sum = new double[clues.categories()];
        hints = new double[clues.categories()];
        excluded = new boolean[clues.categories()];
        this.unions = unions;
    }

    /** Reads a text in its normal form, see {@link Wording}. */
    static Reading of(Clues clues, String text) {
        try (Unions unions = new Unions(clues, text)) {
            Reading reading = new Reading(clues, text, unions);
            reading.sentences();
            return reading;
        }
    }

    private void sentences() {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsSentence(text.charAt(i), i - from)) {
                sentence(from, i);
                from = i;
            }
        }
        sentence(from, text.length());
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
                    unions.join(part, hits, hit, sentence);
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

    private void takeUnions(double place) {
        for (Unions.Found found : unions.drain()) {
            int category = clues.union(found.union()).category();
            add(category, found.weight() * place * (excluded[category] ? EXCLUDED : 1));
            evidence.add(new Evidence(category, found.words()));
        }
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
