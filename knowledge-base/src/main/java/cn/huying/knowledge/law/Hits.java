package cn.huying.knowledge.law;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Articles, by their place in the list, and their scores, the best first. */
record Hits(int[] articles, float[] scores) {
    static final Hits NONE = new Hits(new int[0], new float[0]);

    /** In order of the scores; of equal ones the earlier. */
    static Hits sorted(int[] articles, double[] scores) {
        int[] order = IntStream.range(0, articles.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] sorted = new int[order.length];
        float[] inOrder = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = articles[order[i]];
            inOrder[i] = (float) scores[order[i]];
        }
        return new Hits(sorted, inOrder);
    }

    int size() {
        return articles.length;
    }

    /** From 1 for the best down to 0 for the last and everything after it. */
    float share(float score) {
        if (scores.length == 0) {
            return 0;
        }
        float last = scores[scores.length - 1];
        float width = scores[0] - last;
        return width <= 0 ? 0 : (score - last) / width;
    }

    Hits first(int most) {
        return size() <= most ? this : new Hits(Arrays.copyOf(articles, most), Arrays.copyOf(scores, most));
    }
}
