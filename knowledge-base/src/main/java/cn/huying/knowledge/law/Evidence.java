package cn.huying.knowledge.law;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the three looks found, side by side: every article any of them found, and how each sees it from 0 to 1. */
final class Evidence {
    private final Map<Integer, Float> words = new HashMap<>();
    private final Map<Integer, Float> pairs = new HashMap<>();
    private final Hits meaning;
    private final Set<Integer> articles = new LinkedHashSet<>();

    Evidence(Hits words, Hits pairs, Hits meaning, Hits customary) {
        keep(words, this.words);
        keep(pairs, this.pairs);
        this.meaning = meaning;
        for (int article : meaning.articles()) {
            articles.add(article);
        }
        for (int article : customary.articles()) {
            articles.add(article);
        }
    }

    private void keep(Hits hits, Map<Integer, Float> shares) {
        for (int i = 0; i < hits.size(); i++) {
            shares.put(hits.articles()[i], hits.share(hits.scores()[i]));
            articles.add(hits.articles()[i]);
        }
    }

    Set<Integer> articles() {
        return articles;
    }

    double words(int article) {
        return words.getOrDefault(article, 0f);
    }

    double pairs(int article) {
        return pairs.getOrDefault(article, 0f);
    }

    /** May be below 0 for an article only the words found. */
    double meaning(float likeness) {
        return meaning.share(likeness);
    }
}
