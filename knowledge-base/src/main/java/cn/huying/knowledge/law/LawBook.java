package cn.huying.knowledge.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The articles in their order: which law each is of, its neighbours, and how large its law is. */
final class LawBook {
    /** Keeps the logarithm of a very short article in bounds. */
    private static final double SHORT = 10;

    private final List<Article> articles;
    private final int[] lawOf;
    private final int[] sizes;

    LawBook(List<Article> articles) {
        this.articles = List.copyOf(articles);
        this.lawOf = new int[articles.size()];
        Map<String, Integer> laws = new HashMap<>();
        for (int i = 0; i < lawOf.length; i++) {
            Integer next = laws.size();
            lawOf[i] = laws.computeIfAbsent(articles.get(i).law(), _ -> next);
        }
        this.sizes = new int[laws.size()];
        for (int law : lawOf) {
            sizes[law]++;
        }
    }

    /** Where the article of an id is. */
    Map<String, Integer> places() {
        Map<String, Integer> places = HashMap.newHashMap(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            places.put(articles.get(i).id(), i);
        }
        return places;
    }

    Article article(int place) {
        return articles.get(place);
    }

    int law(int article) {
        return lawOf[article];
    }

    int laws() {
        return sizes.length;
    }

    boolean areNeighbours(int article, int other) {
        return other >= 0 && other < lawOf.length && lawOf[article] == lawOf[other];
    }

    double length(int article) {
        return Math.log(articles.get(article).text().length() + SHORT);
    }

    double custom(LawCustom custom, int article) {
        return custom.of(articles.get(article).law(), (double) sizes[lawOf[article]] / articles.size());
    }
}
