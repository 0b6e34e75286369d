package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.analysis.Numerals;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.faq.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions and variants word for word, whatever their spaces, punctuation, width and numerals: one look-up before any search. */
final class ExactQuestions {
    private final Map<String, List<Entry>> byWords = new HashMap<>();

    ExactQuestions(List<Entry> entries) {
        for (Entry entry : entries) {
            entry.wording()
                    .phrases()
                    .map(ExactQuestions::squeezed)
                    .distinct()
                    .forEach(words -> byWords.computeIfAbsent(words, _ -> new ArrayList<>(1))
                            .add(entry));
        }
    }

    private static String squeezed(String text) {
        return Numerals.inDigits(PlainText.squeezed(text));
    }

    /** The entry closest to the resident that may be served. */
    Optional<Entry> find(Question question) {
        return byWords.getOrDefault(squeezed(question.text()), List.of()).stream()
                .filter(entry -> Reach.mayServe(entry.validity(), question))
                .max(Comparator.comparingInt(entry -> Reach.closeness(entry.validity(), question)));
    }
}
