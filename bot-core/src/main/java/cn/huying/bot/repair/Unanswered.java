package cn.huying.bot.repair;

import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that was not answered well, as staff read it: scrubbed of whatever tells who asked. Prints no words.
 *
 * @param id derived from the message with the key of the installation, so that handling it again adds nothing; 32 hexadecimal digits
 * @param words scrubbed
 * @param entry the answer the resident called useless; empty when there was none at all
 */
public record Unanswered(String id, String words, Optional<EntryId> entry, Instant at) {
    @Override
    public String toString() {
        return "Unanswered[" + id + ']';
    }
}
