package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The standing of one channel user's conversation.
 *
 * @param claimedUntil until when another message of the same resident is being handled; {@link Instant#EPOCH} when none is
 * @param openedAt when a message last opened the window for customer-service messages, as far as it was written down
 * @param fence how often it was claimed so far, or moved on without a claim
 * @param last the last message that changed the conversation, with its reply: a message that is run again is answered from here
 */
public record Conversation(
        Sender sender, Step step, Instant claimedUntil, Instant openedAt, long fence, Optional<LastTurn> last) {
    /** How stale the written-down opening may be before a message takes the longer way to renew it. */
    static final Duration OPENING_GRAIN = Duration.ofHours(1);

    /** A message that was answered, and how. */
    public record LastTurn(InboxId inboxId, Reply reply) {}

    public static Conversation fresh(Sender sender) {
        return new Conversation(sender, new Step.Idle(), Instant.EPOCH, Instant.EPOCH, 0, Optional.empty());
    }

    /** This conversation in the hands of a message until then. */
    public Conversation claimed(Instant until) {
        return new Conversation(sender, step, until, openedAt, fence + 1, last);
    }

    /** Whether a message without effects may be answered beside this conversation, without claiming it. */
    boolean undisturbed(Instant now) {
        return !claimedUntil.isAfter(now) && openedAt.plus(OPENING_GRAIN).isAfter(now);
    }

    /** The reply this message already got, when it was handled but not completed before a crash. */
    Optional<Reply> replyTo(InboxId inboxId) {
        return last.filter(turn -> turn.inboxId().equals(inboxId)).map(LastTurn::reply);
    }
}
