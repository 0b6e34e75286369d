package cn.huying.bot.repair;

import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Questions that ask the same.
 *
 * @param face the one that stands for all, asked most often in these words
 * @param questions all of them, newest first
 */
public record Cluster(Unanswered face, List<Unanswered> questions) {
    public static final Comparator<Cluster> MOST_ASKED_FIRST = Comparator.comparingInt(Cluster::count)
            .thenComparing(Cluster::lastAsked)
            .reversed()
            .thenComparing(cluster -> cluster.face().id());

    public Cluster {
        questions = List.copyOf(questions);
    }

    public int count() {
        return questions.size();
    }

    public Instant lastAsked() {
        return questions.getFirst().at();
    }

    /** The different ways it was put, the one that stands for all first. */
    public List<String> wordings() {
        List<String> wordings =
                questions.stream().map(Unanswered::words).distinct().collect(Collectors.toList());
        wordings.remove(face.words());
        wordings.addFirst(face.words());
        return List.copyOf(wordings);
    }

    /** The entries that were called useless, and how often. */
    public Map<EntryId, Long> useless() {
        return questions.stream()
                .flatMap(question -> question.entry().stream())
                .collect(Collectors.groupingBy(entry -> entry, TreeMap::new, Collectors.counting()));
    }

    public List<String> ids() {
        return questions.stream().map(Unanswered::id).toList();
    }
}
