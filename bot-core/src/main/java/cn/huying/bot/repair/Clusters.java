package cn.huying.bot.repair;

import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.encode.CompactVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Puts together questions that ask the same. The same words first; then, beginning with what was asked most often, each joins the likest group
 * before it or begins one. Only groups that share words with it are compared, and of the words that half the groups have only the first groups:
 * the work grows with the questions, not with their pairs. The same questions always give the same clusters.
 */
public final class Clusters {
    /** From this share of common characters and pairs on two questions ask the same. */
    private static final double ALIKE_IN_WORDS = 0.5;
    /** Two ways to ask one thing seldom point further apart, two things seldom closer together. */
    private static final double ALIKE_IN_MEANING = 0.8;

    /** What was asked most often is compared by meaning as well; of the rest, words must do: each meaning takes milliseconds. */
    static final int MOST_OF_MEANING = 500;

    private static final int COMPARED = 16;

    private static final int MOST_OF_ONE_WORD = 64;
    private static final Comparator<Group> MOST_ASKED_FIRST = Comparator.comparingInt(
                    (Group group) -> group.questions.size())
            .reversed()
            .thenComparing(group -> group.questions.getFirst().at())
            .thenComparing(group -> group.questions.getFirst().id());

    private final Reading reading;
    private final List<Group> leaders = new ArrayList<>();
    private final Map<String, List<Integer>> leadersOf = new HashMap<>();

    /**
     * How questions are read.
     *
     * @param gist leaves out what only makes it a question
     * @param meaning empty where there is no encoder
     */
    public record Reading(UnaryOperator<String> gist, Function<String, Optional<byte[]>> meaning) {
        public static final Reading PLAIN = new Reading(UnaryOperator.identity(), _ -> Optional.empty());
    }

    /** Questions of the same words, and those that joined them. */
    private static final class Group {
        private final List<Unanswered> questions = new ArrayList<>();
        private final List<Unanswered> joined = new ArrayList<>();
        private final Set<String> features;
        private Optional<byte[]> meaning = Optional.empty();

        Group(Set<String> features) {
            this.features = features;
        }
    }

    private Clusters(Reading reading) {
        this.reading = reading;
    }

    /** Most asked first. */
    public static List<Cluster> of(List<Unanswered> questions, Reading reading) {
        return new Clusters(reading).clusters(questions);
    }

    private List<Cluster> clusters(List<Unanswered> questions) {
        Map<String, Group> sameWords = new LinkedHashMap<>();
        questions.stream()
                .sorted(Comparator.comparing(Unanswered::at).thenComparing(Unanswered::id))
                .forEach(question -> sameWords
                        .computeIfAbsent(words(question.words()), words -> new Group(features(words)))
                        .questions
                        .add(question));
        List<Group> groups =
                sameWords.values().stream().sorted(MOST_ASKED_FIRST).toList();
        groups.stream().limit(MOST_OF_MEANING).forEach(this::read);
        groups.forEach(this::place);
        return leaders.stream()
                .map(Clusters::cluster)
                .sorted(Cluster.MOST_ASKED_FIRST)
                .toList();
    }

    private String words(String scrubbed) {
        String words = Scrubber.unmarked(scrubbed);
        String gist = PlainText.squeezed(reading.gist().apply(words));
        return gist.isEmpty() ? PlainText.squeezed(words) : gist;
    }

    private void read(Group group) {
        group.meaning = reading.meaning().apply(group.questions.getFirst().words());
    }

    /** The characters and the pairs of neighbours. */
    private static Set<String> features(String words) {
        Set<String> features = new LinkedHashSet<>();
        for (int i = 0; i < words.length(); i++) {
            features.add(words.substring(i, i + 1));
            if (i + 1 < words.length()) {
                features.add(words.substring(i, i + 2));
            }
        }
        return features;
    }

    private void place(Group group) {
        Group best = null;
        double most = 0;
        for (int candidate : candidates(group)) {
            Group leader = leaders.get(candidate);
            double likeness = likeness(group, leader);
            if (likeness > most) {
                most = likeness;
                best = leader;
            }
        }
        if (best != null && most >= 1) {
            best.joined.addAll(group.questions);
        } else {
            lead(group);
        }
    }

    private void lead(Group group) {
        leaders.add(group);
        for (String feature : group.features) {
            List<Integer> known = leadersOf.computeIfAbsent(feature, _ -> new ArrayList<>());
            if (known.size() < MOST_OF_ONE_WORD) {
                known.add(leaders.size() - 1);
            }
        }
    }

    /** The leaders that share most with it, the earlier first among equals. */
    private List<Integer> candidates(Group group) {
        Map<Integer, Integer> shared = new LinkedHashMap<>();
        for (String feature : group.features) {
            for (int leader : leadersOf.getOrDefault(feature, List.of())) {
                shared.merge(leader, 1, Integer::sum);
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** From 1 on they ask the same. */
    private static double likeness(Group one, Group other) {
        long common = one.features.stream().filter(other.features::contains).count();
        double words = 2.0 * common / Math.max(1, one.features.size() + other.features.size());
        double meaning = one.meaning.isPresent() && other.meaning.isPresent()
                ? CompactVector.likeness(one.meaning.get(), other.meaning.get())
                : 0;
        return Math.max(words / ALIKE_IN_WORDS, meaning / ALIKE_IN_MEANING);
    }

    private static Cluster cluster(Group leader) {
        List<Unanswered> all = new ArrayList<>(leader.questions);
        all.addAll(leader.joined);
        all.sort(Comparator.comparing(Unanswered::at)
                .thenComparing(Unanswered::id)
                .reversed());
        return new Cluster(leader.questions.getLast(), all);
    }
}
