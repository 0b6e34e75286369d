package cn.huying.knowledge.fit;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.evaluate.FaqFigures;
import cn.huying.knowledge.evaluate.Said;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.GoldenQuestions.Answerable;
import cn.huying.knowledge.faq.GoldenQuestions.Unanswerable;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks a knowledge base the golden questions and counts. */
public final class FaqTrial {
    private static final double NANOS_PER_MS = 1e6;

    private final LuceneKnowledgeBase knowledge;
    private final LocalDate on;
    private final List<Long> nanos = new ArrayList<>();

    public FaqTrial(LuceneKnowledgeBase knowledge, LocalDate on) {
        this.knowledge = knowledge;
        this.on = on;
    }

    /** Questions of entries that are not there are left out: that is a hole in the content, not in the finding of it. */
    public FaqFigures run(GoldenQuestions all) {
        GoldenQuestions golden = new GoldenQuestions(
                all.answerable().stream()
                        .filter(one -> one.right().stream()
                                .anyMatch(id -> knowledge.entry(id).isPresent()))
                        .toList(),
                all.unanswerable());
        LuceneKnowledgeBase.Tally before = knowledge.tally();
        List<Said> said = golden.answerable().stream()
                .map(one -> said(one.ask(), one.right()))
                .toList();
        Map<String, List<Said>> unanswered = golden.unanswerable().stream()
                .collect(Collectors.groupingBy(
                        Unanswerable::why, Collectors.mapping(one -> said(one.ask(), List.of()), Collectors.toList())));
        LuceneKnowledgeBase.Tally after = knowledge.tally();
        List<Said> falsely = unanswered.values().stream().flatMap(List::stream).toList();
        nanos.sort(null);
        return new FaqFigures(
                said.size(),
                all.answerable().size() - said.size(),
                falsely.size(),
                share(golden.answerable(), this::isFirst),
                share(said, one -> one == Said.RIGHT || one == Said.WRONG),
                share(
                        said.stream()
                                .filter(one -> one == Said.RIGHT || one == Said.WRONG)
                                .toList(),
                        Said.RIGHT::equals),
                share(
                        said.stream()
                                .filter(one -> one == Said.CHOICES_WITH || one == Said.CHOICES_WITHOUT)
                                .toList(),
                        Said.CHOICES_WITH::equals),
                share(said, Said.UNKNOWN::equals),
                share(falsely, Said.WRONG::equals),
                share(falsely, Said.CHOICES_WITHOUT::equals),
                unanswered.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> share(one.getValue(), Said.WRONG::equals))),
                (double) (after.meaning() - before.meaning()) / Math.max(1, said.size() + falsely.size()),
                at(0.5),
                at(0.99));
    }

    private Said said(String ask, Collection<EntryId> right) {
        long begun = System.nanoTime();
        Finding found = knowledge.find(new Question(ask, List.of(), on));
        nanos.add(System.nanoTime() - begun);
        return Said.of(found, right);
    }

    private boolean isFirst(Answerable one) {
        return knowledge.ranked(new Question(one.ask(), List.of(), on)).stream()
                .findFirst()
                .filter(one.right()::contains)
                .isPresent();
    }

    private static <T> double share(Collection<T> all, Predicate<T> such) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(such).count() / all.size();
    }

    private double at(double share) {
        return nanos.isEmpty() ? 0 : nanos.get((int) Math.min(nanos.size() - 1, share * nanos.size())) / NANOS_PER_MS;
    }
}
