package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.calibration.Calibration;
import cn.huying.knowledge.calibration.Calibrations;
import cn.huying.knowledge.calibration.Rated;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.shelf.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The knowledge base on a Lucene index, decoded into memory. A cascade keeps the common case cheap: the very question is one look-up; words decide what
 * is plain or plainly unknown in a few passes over decoded postings; only the rest is looked at in every way, its meaning included. Entries
 * are kept beside the index, never read from stored fields. Immutable: new content is a new instance.
 */
public final class LuceneKnowledgeBase implements KnowledgeBase {
    private static final int MOST_UNDECIDED = 128;

    private final Map<EntryId, Entry> byId;
    private final ExactQuestions exact;
    private final Rating rating;
    private final Bands bands;
    private final Optional<Closer> closer;
    private final LongAdder byExact = new LongAdder();
    private final LongAdder byWords = new LongAdder();
    private final LongAdder byMeaning = new LongAdder();
    private final LongAdder byMemory = new LongAdder();
    private final RecentFindings recent = new RecentFindings();
    /** What a glance rated and left to a closer look, which follows at once. */
    private final Map<Question, Rating.Result> undecided = new ConcurrentHashMap<>();

    /** What is asked where words do not decide. */
    private record Closer(Inspection inspection, Calibrations calibrations, boolean encoderWillCome) {
        boolean ready() {
            return inspection.ready();
        }

        Optional<Calibration.Judged> judge(Reading reading) {
            return inspection
                    .look(reading)
                    .map(seen -> inspection.judge(seen, reading.question(), calibrations.meaning()));
        }

        Calibration.Judged judgeByWords(Reading reading) {
            return inspection.judge(inspection.lookByWords(reading), reading.question(), calibrations.words());
        }
    }

    /**
     * How questions were decided since the start.
     *
     * @param exact by the very words
     * @param words by words alone
     * @param meaning only with the encoder
     * @param remembered as they were the time before
     */
    public record Tally(long exact, long words, long meaning, long remembered) {}

    private LuceneKnowledgeBase(
            List<Entry> entries, RetrievalSettings settings, Optional<Meanings> meanings, Optional<Shelf> shelf) {
        this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));
        this.exact = new ExactQuestions(entries);
        this.rating = settings.rating(entries, shelf);
        this.bands = settings.bands();
        this.closer = settings.calibrations()
                .map(calibrations -> new Closer(
                        new Inspection(entries, rating, settings, meanings), calibrations, meanings.isPresent()));
    }

    /** By words alone. */
    public static LuceneKnowledgeBase of(List<Entry> entries, RetrievalSettings settings) {
        return new LuceneKnowledgeBase(entries, settings, Optional.empty(), Optional.empty());
    }

    /** By words, and by meaning as soon as the encoder is there. */
    public static LuceneKnowledgeBase of(List<Entry> entries, RetrievalSettings settings, Meanings meanings) {
        return new LuceneKnowledgeBase(entries, settings, Optional.of(meanings), Optional.empty());
    }

    /**
     * The same with its index kept on disk: entries that did not change since are not analysed again. Where the encoder is there already, new
     * entries have their meaning when this comes back; it takes up to a second or two, so not for an event loop. Never fails for the disk's sake,
     * see {@link Shelf}.
     */
    public static LuceneKnowledgeBase of(
            List<Entry> entries, RetrievalSettings settings, Meanings meanings, Shelf shelf) {
        return new LuceneKnowledgeBase(entries, settings, Optional.of(meanings), Optional.of(shelf));
    }

    @Override
    public Finding find(Question question) {
        Optional<Finding> before = known(question);
        if (before.isPresent()) {
            return before.get();
        }
        Rating.Result result = rated(question);
        if (!bands.areClear(result)) {
            Optional<Calibration.Judged> judged = closer.flatMap(present -> present.judge(result.reading()));
            if (judged.isPresent()) {
                byMeaning.increment();
                return kept(
                        question, closer.orElseThrow().calibrations().meaning().judge(judged.get()));
            }
        }
        return judgedByWords(question, result);
    }

    @Override
    public Optional<Finding> glance(Question question) {
        Optional<Finding> before = known(question);
        if (before.isPresent()) {
            return before;
        }
        Rating.Result result = rating.rate(question);
        if (bands.areClear(result) || !closer.map(Closer::ready).orElse(false)) {
            return Optional.of(judgedByWords(question, result));
        }
        if (undecided.size() < MOST_UNDECIDED) {
            undecided.put(question, result);
        }
        return Optional.empty();
    }

    private Rating.Result rated(Question question) {
        Rating.Result before = undecided.remove(question);
        return before == null ? rating.rate(question) : before;
    }

    @Override
    public Finding byWords(Question question) {
        return known(question).orElseGet(() -> judgedByWords(question, rated(question)));
    }

    /** By the very words, or from the time before. */
    private Optional<Finding> known(Question question) {
        Optional<Entry> same = exact.find(question);
        if (same.isPresent()) {
            byExact.increment();
            return Optional.of(new Finding.Direct(same.get(), 1));
        }
        Optional<Finding> before = recent.find(question);
        before.ifPresent(_ -> byMemory.increment());
        return before;
    }

    /** What words said only because nothing else was there to ask is not kept: the next time it may be. */
    private Finding judgedByWords(Question question, Rating.Result result) {
        byWords.increment();
        boolean clear = bands.areClear(result);
        Finding finding = clear ? bands.judge(result) : byWordsAlone(result);
        return clear || !closer.map(Closer::encoderWillCome).orElse(false) ? kept(question, finding) : finding;
    }

    private Finding byWordsAlone(Rating.Result result) {
        return closer.map(present -> present.calibrations().words().judge(present.judgeByWords(result.reading())))
                .orElseGet(() -> bands.judge(result));
    }

    private Finding kept(Question question, Finding finding) {
        recent.keep(question, finding);
        return finding;
    }

    /** The entries in the order they fit, the likeliest first, by everything that is known: for measuring and for staff who try a question. */
    public List<EntryId> ranked(Question question) {
        Reading reading = rating.read(question);
        List<Rated> rated = closer.flatMap(present -> present.judge(reading))
                .or(() -> closer.map(present -> present.judgeByWords(reading)))
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
        Rating.Result result = rating.rate(question);
        rating.rate(result.reading(), everything)
                .rated()
                .forEach(one -> byWords.put(one.entry().id(), one));
        List<Rated> byAll = closer.flatMap(present -> present.judge(result.reading()))
                .map(Calibration.Judged::rated)
                .orElse(List.of());
        boolean clear = same.isPresent() || bands.areClear(result);
        return new TryOut(
                find(question),
                same.isPresent() ? TryOut.By.QUESTION : clear || byAll.isEmpty() ? TryOut.By.WORDS : TryOut.By.MEANING,
                TryOut.rows(question, same, byWords, byAll));
    }

    public Tally tally() {
        return new Tally(byExact.sum(), byWords.sum(), byMeaning.sum(), byMemory.sum());
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
