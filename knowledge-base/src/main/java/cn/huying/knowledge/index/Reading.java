package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import java.util.Optional;
import java.util.Set;

/**
 * A question as it is looked up: what was mistyped put right, and the terms of its content, told once however often they are looked at. Telling
 * words apart takes longer than the look.
 */
final class Reading {
    private final Question question;
    private final String content;
    private final TextIndex fields;
    private Optional<Set<String>> pairs = Optional.empty();
    private Optional<Set<String>> words = Optional.empty();

    /** @param content what is left of the question without its fillers */
    Reading(Question question, String content, TextIndex fields) {
        this.question = question;
        this.content = content;
        this.fields = fields;
    }

    Question question() {
        return question;
    }

    String content() {
        return content;
    }

    /** The same question with another content. */
    Reading of(String other) {
        return other.equals(content) ? this : new Reading(question, other, fields);
    }

    Set<String> pairs() {
        if (pairs.isEmpty()) {
            pairs = Optional.of(fields.pairs().terms(content));
        }
        return pairs.orElseThrow();
    }

    Set<String> words() {
        if (words.isEmpty()) {
            words = Optional.of(fields.words().terms(content));
        }
        return words.orElseThrow();
    }
}
