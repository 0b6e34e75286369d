package cn.huying.bot.taxonomy.reading;

import cn.huying.bot.taxonomy.Category;
import cn.huying.bot.taxonomy.Lexicon;
import cn.huying.bot.taxonomy.Lexicon.CategoryWords;
import cn.huying.bot.taxonomy.Lexicon.Combination;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.taxonomy.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lexicon made ready for reading: every word once, with all it says about any category. Immutable. */
final class Clues {
    /** What one word says. */
    sealed interface Role {
        /** Speaks for a category; a strong word swallows the weaker ones inside it. */
        record Word(int category, double weight, boolean strong, String source) implements Role {}

        /** Speaks against a category. */
        record Exclusion(int category) implements Role {}

        /** Fulfils one part of a combination. */
        record Part(int combination, int slot) implements Role {}

        /** Tells what the resident wants. */
        record Wish(Nature nature, double weight) implements Role {}

        /**
         * Takes back the word behind it.
         *
         * @param always also where lacking something is the matter itself, as 不是 does and 没有 does not
         */
        record Negation(boolean always) implements Role {}
    }

    /** A combination of a category's words, without its words: they are {@link Role.Part}s. */
    record Union(int category, int parts) {}

    private static final double HINT = 0.3;
    private static final double UNION = 0.9;
    private static final double[] WEIGHT_BY_LENGTH = {0, 1.0, 2.0, 2.6, 3.0, 3.3, 3.6};

    private final List<Category> categories;
    private final boolean[] lacking;
    private final List<Union> unions = new ArrayList<>();
    private final Map<String, List<Role>> roles = new LinkedHashMap<>();
    private final WordAutomaton automaton;
    private final Role[][] rolesByWord;
    private final boolean[] strong;

    Clues(Taxonomy taxonomy) {
        categories = List.copyOf(taxonomy.categories());
        lacking = new boolean[categories.size()];
        Lexicon lexicon = taxonomy.lexicon();
        Map<String, Integer> shares = shares(lexicon);
        for (int i = 0; i < categories.size(); i++) {
            add(i, lexicon.words().getOrDefault(categories.get(i).code(), CategoryWords.NONE), shares);
        }
        addPlain(lexicon);
        strong = new boolean[roles.size()];
        int word = 0;
        for (List<Role> said : roles.values()) {
            strong[word++] = said.stream().anyMatch(role -> role instanceof Role.Word w && w.strong());
        }
        automaton = new WordAutomaton(List.copyOf(roles.keySet()));
        rolesByWord =
                roles.values().stream().map(list -> list.toArray(Role[]::new)).toArray(Role[][]::new);
    }

    private void addPlain(Lexicon lexicon) {
        lexicon.natures().forEach((nature, words) -> words.forEach(word -> role(word, wish(nature, word))));
        lexicon.negations().forEach(word -> role(word, new Role.Negation(word.contains("是") || word.contains("非"))));
    }

    /** How many categories a hint leans to: the more, the less it says. */
    private static Map<String, Integer> shares(Lexicon lexicon) {
        Map<String, Integer> shares = new HashMap<>();
        lexicon.words()
                .values()
                .forEach(words -> words.hints().forEach(hint -> shares.merge(Wording.normal(hint), 1, Integer::sum)));
        return shares;
    }

    private void add(int category, CategoryWords words, Map<String, Integer> shares) {
        lacking[category] = words.lacking();
        for (String word : words.synonyms()) {
            role(word, new Role.Word(category, weight(Wording.normal(word).length()), true, word));
        }
        for (String word : words.hints()) {
            String normal = Wording.normal(word);
            double share = Math.sqrt(shares.getOrDefault(normal, 1));
            role(word, new Role.Word(category, HINT * weight(normal.length()) / share, false, word));
        }
        words.exclusions().forEach(word -> role(word, new Role.Exclusion(category)));
        words.combinations().forEach(combination -> add(category, combination));
    }

    private void add(int category, Combination combination) {
        int union = unions.size();
        unions.add(new Union(category, combination.parts().size()));
        for (int slot = 0; slot < combination.parts().size(); slot++) {
            Role part = new Role.Part(union, slot);
            combination.parts().get(slot).forEach(word -> role(word, part));
        }
    }

    private void role(String word, Role role) {
        List<Role> all = roles.computeIfAbsent(Wording.normal(word), w -> new ArrayList<>());
        if (!all.contains(role)) {
            all.add(role);
        }
    }

    /** Longer words say more, but not without end. */
    static double weight(int length) {
        return WEIGHT_BY_LENGTH[Math.min(length, WEIGHT_BY_LENGTH.length - 1)];
    }

    /** @param gap how many characters stand between the parts */
    static double unionWeight(int length, int gap) {
        double nearness = gap <= 4 ? 1 : gap <= 10 ? 0.85 : 0.7;
        return UNION * nearness * weight(length);
    }

    private static Role wish(Nature nature, String word) {
        int length = Wording.normal(word).length();
        return new Role.Wish(nature, length == 1 ? 0.5 : length == 2 ? 1 : 1.4);
    }

    void scan(CharSequence text, int from, int to, WordAutomaton.Sink sink) {
        automaton.scan(text, from, to, sink);
    }

    Role[] roles(int word) {
        return rolesByWord[word];
    }

    /** Whether a word alone tells some category. */
    boolean isStrong(int word) {
        return strong[word];
    }

    Union union(int index) {
        return unions.get(index);
    }

    int unions() {
        return unions.size();
    }

    Category category(int index) {
        return categories.get(index);
    }

    int categories() {
        return categories.size();
    }

    /** Whether 没有 before a word of this category is the matter itself. */
    boolean lacking(int category) {
        return lacking[category];
    }
}
