package cn.huying.bot.content;

import java.time.Instant;

/**
 * One change of the content, whole: live everywhere or nowhere. Never changed afterwards; taking it back is another edition.
 *
 * @param number 1 and then one more each time, without a gap
 * @param credit who answers for it
 * @param at when it was published
 * @param reason what the editors say about it, in their words
 */
public record Edition(long number, Patch patch, Credit credit, Instant at, String reason) {
    public Edition {
        if (number < 1) {
            throw new IllegalArgumentException("editions are counted from 1");
        }
    }

    /**
     * Who answers for an edition.
     *
     * @param author the sign-in name of who wrote it, or the file it was read from
     * @param approver the sign-in name of the second person; empty for files, which somebody with the server's keys takes in
     */
    public record Credit(String author, String approver) {}
}
