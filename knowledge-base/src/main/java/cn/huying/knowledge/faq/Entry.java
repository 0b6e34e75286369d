package cn.huying.knowledge.faq;

import java.util.List;

/** One question with its checked answer. */
public record Entry(
        EntryId id,
        String topic,
        Wording wording,
        Answer answer,
        List<Source> sources,
        Validity validity,
        Action action) {
    public Entry {
        sources = List.copyOf(sources);
    }

    public String question() {
        return wording.question();
    }

    /** The same entry, asked for in other words. */
    public Entry with(Wording other) {
        return new Entry(id, topic, other, answer, sources, validity, action);
    }
}
