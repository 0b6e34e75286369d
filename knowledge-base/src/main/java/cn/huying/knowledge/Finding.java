package cn.huying.knowledge;

import cn.huying.knowledge.faq.Entry;
import java.util.List;

/** What the knowledge base has to say. The three bands are set in {@code config/retrieval.yml}. */
public sealed interface Finding {
    /**
     * Sure enough to answer at once.
     *
     * @param score 0 to 1; 1 is the very question or one of its variants
     */
    record Direct(Entry entry, double score) implements Finding {}

    /** Not sure: the resident picks. One to three entries, the likeliest first. */
    record Choices(List<Entry> entries) implements Finding {
        public static final int MOST = 3;

        public Choices {
            entries = List.copyOf(entries);
            if (entries.isEmpty() || entries.size() > MOST) {
                throw new IllegalArgumentException("one to three choices");
            }
        }
    }

    /** Nothing fits; better said than guessed. */
    record Unknown() implements Finding {}
}
