package cn.huying.bot.content;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.Optional;

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

    /**
     * What an edition made of one entry.
     *
     * @param entry the entry as it was from then on; empty when the edition removed it
     */
    public record Version(long number, Credit credit, Instant at, String reason, Optional<Entry> entry) {}

    /** Empty when the entry is none of those it changed. */
    public Optional<Version> version(EntryId id) {
        Optional<Entry> put =
                patch.put().stream().filter(entry -> entry.id().equals(id)).findFirst();
        return put.isPresent() || patch.removed().contains(id)
                ? Optional.of(new Version(number, credit, at, reason, put))
                : Optional.empty();
    }
}
