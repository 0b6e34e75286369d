package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboxId;
import java.util.Optional;

/**
 * A question the knowledge base owes an answer to. Prints how long the words are, never the words.
 *
 * @param message the message that asked it, or that said the answer was of no use
 * @param words as the resident wrote them
 * @param entry the answer that was of no use; empty when there was none at all
 */
public record Missed(InboxId message, String words, Optional<String> entry) {
    @Override
    public String toString() {
        return "Missed[" + words.length() + " characters, " + entry.orElse("unknown") + "]";
    }
}
