package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The knowledge base on an in-memory Lucene index. Fast enough for an event loop: the very question is one look-up, anything else a
 * few passes over decoded postings. Entries are kept beside the index, never read from stored fields. Immutable: new content is a new instance.
 */
public final class LuceneKnowledgeBase implements KnowledgeBase {
    private final Map<EntryId, Entry> byId;
    private final ExactQuestions exact;
    private final Rating rating;
    private final Bands bands;

    private LuceneKnowledgeBase(List<Entry> entries, RetrievalSettings settings) throws IOException {
        this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));
        this.exact = new ExactQuestions(entries);
        this.rating = new Rating(List.copyOf(entries), settings.questionText(), settings.weights());
        this.bands = settings.bands();
    }

    public static LuceneKnowledgeBase of(List<Entry> entries, RetrievalSettings settings) {
        try {
            return new LuceneKnowledgeBase(entries, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    @Override
    public Finding find(Question question) {
        Optional<Entry> same = exact.find(question);
        if (same.isPresent()) {
            return new Finding.Direct(same.get(), 1);
        }
        return bands.judge(rating.rate(question));
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
