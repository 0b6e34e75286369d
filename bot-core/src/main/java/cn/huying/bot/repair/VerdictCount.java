package cn.huying.bot.repair;

import cn.huying.bot.intent.Feedback;
import cn.huying.knowledge.faq.EntryId;

/** How many answers of an entry were called useful, useless, or leaving the matter unsolved, while one edition was served. */
public record VerdictCount(EntryId entry, long edition, long useful, long useless, long unsolved) {
    public static VerdictCount none(EntryId entry, long edition) {
        return new VerdictCount(entry, edition, 0, 0, 0);
    }

    public VerdictCount and(Feedback said) {
        return switch (said) {
            case USEFUL -> new VerdictCount(entry, edition, useful + 1, useless, unsolved);
            case USELESS -> new VerdictCount(entry, edition, useful, useless + 1, unsolved);
            case UNSOLVED -> new VerdictCount(entry, edition, useful, useless, unsolved + 1);
        };
    }

    /** Both together, of the entry and edition of this one. */
    public VerdictCount and(VerdictCount other) {
        return new VerdictCount(
                entry, edition, useful + other.useful, useless + other.useless, unsolved + other.unsolved);
    }

    public long all() {
        return useful + useless + unsolved;
    }

    /** How many of a hundred were not helped; 0 where nobody said anything. */
    public int notHelped() {
        return all() == 0 ? 0 : (int) (100 * (useless + unsolved) / all());
    }
}
