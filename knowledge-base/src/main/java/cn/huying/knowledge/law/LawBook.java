package cn.huying.knowledge.law;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;

/** The articles of an index in their order: which law each is of, its neighbours, and how large its law is. Their texts stay in the index. */
final class LawBook {
    /** Keeps the logarithm of a very short article in bounds. */
    private static final double SHORT = 10;

    private final LeafReader leaf;
    private final String[] laws;
    private final int[] lawOf;
    private final float[] lengths;
    private final int[] sizes;

    private LawBook(LeafReader leaf, String[] laws, int[] lawOf, float[] lengths) {
        this.leaf = leaf;
        this.laws = laws;
        this.lawOf = lawOf;
        this.lengths = lengths;
        this.sizes = new int[laws.length];
        for (int law : lawOf) {
            sizes[law]++;
        }
    }

    static LawBook read(LeafReader leaf) throws IOException {
        SortedDocValues names = DocValues.getSorted(leaf, ArticleIndex.LAW_OF);
        NumericDocValues lengths = DocValues.getNumeric(leaf, ArticleIndex.LENGTH);
        String[] laws = new String[names.getValueCount()];
        for (int law = 0; law < laws.length; law++) {
            laws[law] = names.lookupOrd(law).utf8ToString();
        }
        int[] lawOf = new int[leaf.maxDoc()];
        float[] logarithms = new float[lawOf.length];
        for (int article = 0; article < lawOf.length; article++) {
            if (names.nextDoc() != article || lengths.nextDoc() != article) {
                throw new IOException("an article without its law");
            }
            lawOf[article] = names.ordValue();
            logarithms[article] = (float) Math.log(lengths.longValue() + SHORT);
        }
        return new LawBook(leaf, laws, lawOf, logarithms);
    }

    /** Where the article of an id is. */
    Map<String, Integer> places() throws IOException {
        Map<String, Integer> places = HashMap.newHashMap(lawOf.length);
        StoredFields stored = leaf.storedFields();
        for (int i = 0; i < lawOf.length; i++) {
            places.put(stored.document(i).get(ArticleIndex.ID), i);
        }
        return places;
    }

    List<Article> articles(int[] places) throws IOException {
        StoredFields stored = leaf.storedFields();
        List<Article> articles = new ArrayList<>(places.length);
        for (int place : places) {
            Document document = stored.document(place);
            articles.add(new Article(
                    document.get(ArticleIndex.ID),
                    name(lawOf[place]),
                    document.get(ArticleIndex.NUMBER),
                    document.get(ArticleIndex.TEXT)));
        }
        return articles;
    }

    int law(int article) {
        return lawOf[article];
    }

    String name(int law) {
        return laws[law];
    }

    int laws() {
        return sizes.length;
    }

    int size() {
        return lawOf.length;
    }

    boolean areNeighbours(int article, int other) {
        return other >= 0 && other < lawOf.length && lawOf[article] == lawOf[other];
    }

    double length(int article) {
        return lengths[article];
    }

    double custom(LawCustom custom, int article) {
        return custom.of(laws[lawOf[article]], (double) sizes[lawOf[article]] / lawOf.length);
    }
}
