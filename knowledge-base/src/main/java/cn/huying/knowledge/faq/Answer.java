package cn.huying.knowledge.faq;

import java.util.List;

/**
 * What the resident is told.
 *
 * @param text the answer itself, at most {@value #LONGEST} characters
 * @param steps what to do in order, may be empty
 * @param bring what to bring to the counter, may be empty
 */
public record Answer(String text, List<String> steps, List<String> bring) {
    /** Longer answers are not read on a phone. */
    public static final int LONGEST = 300;

    public Answer {
        steps = List.copyOf(steps);
        bring = List.copyOf(bring);
    }
}
