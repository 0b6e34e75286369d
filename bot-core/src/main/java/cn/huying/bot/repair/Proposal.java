package cn.huying.bot.repair;

import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of the content that waits for a second person. What it changes is fixed from the beginning: another change is another proposal, so
 * what was looked at is what is published.
 *
 * @param rev how often it was stored before
 * @param basedOn the edition it was made on
 * @param questions the unanswered ones it is to answer; they are done with when it is published
 * @param verdict what became of it; empty while it waits
 */
public record Proposal(
        ProposalId id,
        long rev,
        Patch patch,
        long basedOn,
        Written written,
        List<String> questions,
        Optional<Verdict> verdict) {
    /** @param reason what the author says about it, for whoever approves and for the history */
    public record Written(String author, Instant at, String reason) {}

    public enum State {
        PROPOSED,
        PUBLISHED,
        REJECTED,
        /** Approved by a person and refused by a check. */
        REFUSED
    }

    /**
     * What became of it.
     *
     * @param state anything but PROPOSED
     * @param edition the edition that published it, 0 where none did
     * @param note why a person rejected it; may be empty
     * @param objections why a check refused it
     */
    public record Verdict(State state, String by, Instant at, long edition, String note, List<Objection> objections) {
        public Verdict {
            objections = List.copyOf(objections);
        }
    }

    public Proposal {
        questions = List.copyOf(questions);
    }

    public State state() {
        return verdict.map(Verdict::state).orElse(State.PROPOSED);
    }

    public boolean isOpen() {
        return verdict.isEmpty();
    }

    /** Nobody approves what he or she wrote. */
    public boolean mayBeApprovedBy(String member) {
        return isOpen() && !written.author().equals(member);
    }

    public Proposal ended(Verdict how) {
        if (!isOpen()) {
            throw new IllegalStateException("the proposal has ended already");
        }
        return new Proposal(id, rev, patch, basedOn, written, questions, Optional.of(how));
    }

    /** As if it still waited: for a verdict that has to take the place of another. */
    Proposal reopened() {
        return new Proposal(id, rev, patch, basedOn, written, questions, Optional.empty());
    }

    @Override
    public String toString() {
        return "Proposal[" + id + ' ' + state() + ']';
    }
}
