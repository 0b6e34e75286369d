package cn.huying.knowledge.law;

import cn.huying.knowledge.evaluate.SoftmaxFit;
import cn.huying.knowledge.evaluate.SoftmaxFit.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns from judged questions how much each cue counts and which laws questions turn to. What it learned is judged on questions it has not seen:
 * by turns each part of them is left out.
 */
public final class RankingLesson {
    private final LawLibrary library;
    private final List<JudgedQuestion> questions;
    private final List<List<Integer>> answers = new ArrayList<>();
    private final List<List<String>> laws = new ArrayList<>();

    public RankingLesson(LawLibrary library, List<JudgedQuestion> questions) throws IOException {
        this.library = library;
        this.questions = List.copyOf(questions);
        Map<String, Integer> places = library.book().places();
        for (JudgedQuestion question : questions) {
            List<Integer> known = question.answers().stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            answers.add(known);
            laws.add(known.stream()
                    .map(place -> library.book().name(library.book().law(place)))
                    .toList());
        }
    }

    /** Fitted to all questions. */
    public Ranking fit() throws IOException {
        return fit(IntStream.range(0, questions.size()).boxed().toList());
    }

    /** What is found for every question by a ranking fitted to the other parts, in the order of the questions. */
    public List<List<Article>> findUnseen(int parts, long seed, int most) throws IOException {
        List<List<Article>> found = new ArrayList<>(Collections.nCopies(questions.size(), List.of()));
        for (List<Integer> part : parts(parts, seed)) {
            List<Integer> others = IntStream.range(0, questions.size())
                    .boxed()
                    .filter(question -> !part.contains(question))
                    .toList();
            Ranking ranking = fit(others);
            for (int question : part) {
                found.set(question, library.byEverything(questions.get(question).text(), ranking, most));
            }
        }
        return found;
    }

    /** The places of the questions, shuffled and dealt out. */
    public List<List<Integer>> parts(int parts, long seed) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, questions.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        Map<Integer, List<Integer>> dealt = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            dealt.computeIfAbsent(i % parts, _ -> new ArrayList<>()).add(shuffled.get(i));
        }
        return List.copyOf(dealt.values());
    }

    /** The custom each question is shown leaves that question out, or it would give its own answer away. */
    private Ranking fit(List<Integer> places) throws IOException {
        LawCustom custom = LawCustom.of(
                places.stream().map(laws::get).filter(some -> !some.isEmpty()).toList());
        List<Example> examples = new ArrayList<>();
        for (int place : places) {
            Candidates candidates = library.candidates(questions.get(place).text(), custom)
                    .accustomedTo(custom.without(laws.get(place)), library.book());
            double[] right = candidates.marked(answers.get(place));
            if (Arrays.stream(right).sum() > 0) {
                examples.add(new Example(candidates.cues(), right));
            }
        }
        return examples.isEmpty() ? Ranking.UNFITTED : new Ranking(SoftmaxFit.of(examples), custom);
    }
}
