package cn.huying.knowledge.evaluate;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.EntryId;
import java.util.Collection;

/** What a question was told, held against what it should have been told. */
public enum Said {
    RIGHT,
    WRONG,
    CHOICES_WITH,
    CHOICES_WITHOUT,
    UNKNOWN;

    /** @param right the entries that answer it; none where nothing does */
    public static Said of(Finding found, Collection<EntryId> right) {
        return switch (found) {
            case Finding.Direct(var entry, double _) -> right.contains(entry.id()) ? RIGHT : WRONG;
            case Finding.Choices(var entries) ->
                entries.stream().anyMatch(entry -> right.contains(entry.id())) ? CHOICES_WITH : CHOICES_WITHOUT;
            case Finding.Unknown() -> UNKNOWN;
        };
    }

    /** Whether the resident gets at the right answer. */
    public boolean helps() {
        return this == RIGHT || this == CHOICES_WITH;
    }
}
