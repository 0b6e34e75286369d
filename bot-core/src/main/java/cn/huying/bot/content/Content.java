package cn.huying.bot.content;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is known as of an edition.
 *
 * @param edition the number of the last edition in it, 0 before the first
 */
public record Content(long edition, SortedMap<EntryId, Entry> entries) {
    public static final Content NOTHING = new Content(0, Collections.emptySortedMap());

    public Content {
        entries = Collections.unmodifiableSortedMap(entries);
    }

    public List<Entry> list() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> entry(EntryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** @throws IllegalArgumentException when the edition is not the next one */
    public Content with(Edition next) {
        if (next.number() != edition + 1) {
            throw new IllegalArgumentException("edition " + next.number() + " does not follow " + edition);
        }
        return new Content(next.number(), patched(next.patch()));
    }

    /** As it would be, to be looked at before it is published. */
    public Content tried(Patch patch) {
        return new Content(edition, patched(patch));
    }

    private SortedMap<EntryId, Entry> patched(Patch patch) {
        SortedMap<EntryId, Entry> patched = new TreeMap<>(entries);
        patch.removed().forEach(patched::remove);
        patch.put().forEach(entry -> patched.put(entry.id(), entry));
        return patched;
    }

    /** What of a patch is not so already. */
    public Patch news(Patch patch) {
        return towards(tried(patch));
    }

    /** What makes this into the other: how an import finds what is new, and how an edition is taken back. */
    public Patch towards(Content other) {
        List<Entry> put = new ArrayList<>(other.list());
        put.removeIf(entry -> entry.equals(entries.get(entry.id())));
        List<EntryId> removed = new ArrayList<>(entries.keySet());
        removed.removeAll(other.entries().keySet());
        return new Patch(put, removed);
    }
}
