package cn.huying.knowledge.law;

import java.util.Set;

/** A question with the ids of the articles that answer it. */
public record JudgedQuestion(String text, Set<String> answers) {
    public JudgedQuestion {
        answers = Set.copyOf(answers);
    }
}
