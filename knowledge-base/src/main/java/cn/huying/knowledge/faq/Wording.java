package cn.huying.knowledge.faq;

import java.util.List;
import java.util.stream.Stream;

/** How people ask: the question as the editor words it, and the ways residents really write it. */
public record Wording(String question, List<String> variants) {
    public Wording {
        variants = List.copyOf(variants);
    }

    /** The question and then its variants. */
    public Stream<String> phrases() {
        return Stream.concat(Stream.of(question), variants.stream());
    }
}
