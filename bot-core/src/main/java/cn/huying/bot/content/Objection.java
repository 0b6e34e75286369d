package cn.huying.bot.content;

import java.util.List;

/**
 * Why content must not be published as it is.
 *
 * @param about what it is about: an entry's id, or a golden question
 * @param reason what is wrong and how to mend it, in the editors' language
 */
public record Objection(String about, String reason) {
    /** Both, in a line. */
    public String told() {
        return about + "：" + reason;
    }

    /** Looks at content before it is published. Takes its time: called on a thread that may wait. */
    @FunctionalInterface
    public interface Check {
        List<Objection> objections(Content before, Content after);

        /** Whether it is asked as well when an edition is taken back: what harms has to go, even where it helped somebody. */
        default boolean holdsForTakingBack() {
            return false;
        }
    }
}
