package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The knowledge base on an in-memory Lucene index. A cascade keeps the common case cheap: the very question is one look-up; words decide what
 * is plain or plainly unknown in a few passes over decoded postings; only the rest is looked at in every way, its meaning included. Entries
 * are kept beside the index, never read from stored fields. Immutable: new content is a new instance.
 */
public final class LuceneKnowledgeBase implements KnowledgeBase {
    private final Map<EntryId, Entry> byId;
    private final ExactQuestions exact;
    private final Rating rating;
    private final Bands bands;
    private final Optional<Closer> closer;
    private final LongAdder byExact = new LongAdder();
    private final LongAdder byWords = new LongAdder();
    private final LongAdder byMeaning = new LongAdder();

    /** What is asked where words do not decide. */
    private record Closer(Inspection inspection, Calibration calibration) {
        Optional<Calibration.Judged> judge(Question question) {
            return inspection.look(question).map(seen -> inspection.judge(seen, question, calibration));
        }
    }

    /**
     * How questions were decided since the start.
     *
     * @param exact by the very words
     * @param words by words alone
     * @param meaning only with the encoder
     */
    public record Tally(long exact, long words, long meaning) {}

    private LuceneKnowledgeBase(List<Entry> entries, RetrievalSettings settings, Optional<Meanings> meanings)
            throws IOException {
        this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));
        this.exact = new ExactQuestions(entries);
        this.rating = new Rating(List.copyOf(entries), settings.questionText(), settings.weights());
        this.bands = settings.bands();
        this.closer = settings.calibration()
                .flatMap(calibration -> meanings.map(present -> new Closer(
                        new Inspection(entries, rating, settings.questionText(), settings.synonyms(), present),
                        calibration)));
    }

    /** By words alone. */
    public static LuceneKnowledgeBase of(List<Entry> entries, RetrievalSettings settings) {
        return of(entries, settings, Optional.empty());
    }

    /** By words, and by meaning as soon as the encoder is there. */
    public static LuceneKnowledgeBase of(List<Entry> entries, RetrievalSettings settings, Meanings meanings) {
        return of(entries, settings, Optional.of(meanings));
    }

    private static LuceneKnowledgeBase of(
            List<Entry> entries, RetrievalSettings settings, Optional<Meanings> meanings) {
        try {
            return new LuceneKnowledgeBase(entries, settings, meanings);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    @Override
    public Finding find(Question question) {
        Optional<Entry> same = exact.find(question);
        if (same.isPresent()) {
            byExact.increment();
            return new Finding.Direct(same.get(), 1);
        }
        Rating.Result result = rating.rate(question);
        if (!bands.areClear(result)) {
            Optional<Calibration.Judged> judged = closer.flatMap(present -> present.judge(question));
            if (judged.isPresent()) {
                byMeaning.increment();
                return closer.orElseThrow().calibration().judge(judged.get());
            }
        }
        byWords.increment();
        return bands.judge(result);
    }

    /** The entries in the order they fit, the likeliest first, by everything that is known: for measuring and for staff who try a question. */
    public List<EntryId> ranked(Question question) {
        List<Rated> rated = closer.flatMap(present -> present.judge(question))
                .map(Calibration.Judged::rated)
                .orElseGet(() -> rating.rate(question).rated());
        List<EntryId> ids =
                new ArrayList<>(rated.stream().map(one -> one.entry().id()).toList());
        exact.find(question).map(Entry::id).ifPresent(first -> {
            ids.remove(first);
            ids.addFirst(first);
        });
        return ids;
    }

    /** What comes of a question and why, entries that may not be served included: for staff who try one. */
    public TryOut tryOut(Question question) {
        Optional<Entry> same = exact.find(question);
        boolean[] everything = new boolean[byId.size()];
        Arrays.fill(everything, true);
        Map<EntryId, Rated> byWords = new LinkedHashMap<>();
        rating.rate(question, everything)
                .rated()
                .forEach(one -> byWords.put(one.entry().id(), one));
        List<Rated> byAll = closer.flatMap(present -> present.judge(question))
                .map(Calibration.Judged::rated)
                .orElse(List.of());
        boolean clear = same.isPresent() || bands.areClear(rating.rate(question));
        return new TryOut(
                find(question),
                same.isPresent() ? TryOut.By.QUESTION : clear || byAll.isEmpty() ? TryOut.By.WORDS : TryOut.By.MEANING,
                TryOut.rows(question, same, byWords, byAll));
    }

    public Tally tally() {
        return new Tally(byExact.sum(), byWords.sum(), byMeaning.sum());
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
