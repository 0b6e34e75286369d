package cn.huying.bot.content;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an edition changes.
 *
 * @param put entries that are new, or take the place of the one of the same id
 * @param removed entries that are no longer answered
 */
public record Patch(List<Entry> put, List<EntryId> removed) {
    public Patch {
        put = List.copyOf(put);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return put.isEmpty() && removed.isEmpty();
    }

    /** Whether everything the other one changes is changed here in the same way; what was so already is left out of an edition. */
    public boolean covers(Patch other) {
        return !other.isEmpty() && put.containsAll(other.put) && removed.containsAll(other.removed);
    }

    /** The entries it touches. */
    public Set<EntryId> ids() {
        Set<EntryId> ids = new LinkedHashSet<>(removed);
        put.forEach(entry -> ids.add(entry.id()));
        return ids;
    }
}
