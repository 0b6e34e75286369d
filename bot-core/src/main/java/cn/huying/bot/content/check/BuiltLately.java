package cn.huying.bot.content.check;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Builds, and keeps what it built last: what comes after one change is what comes before the next. */
public final class BuiltLately implements Function<List<Entry>, LuceneKnowledgeBase> {
    private static final int KEPT = 2;

    private final Function<List<Entry>, LuceneKnowledgeBase> build;
    private final Deque<Built> kept = new ArrayDeque<>();

    private record Built(List<Entry> of, LuceneKnowledgeBase knowledge) {}

    public BuiltLately(Function<List<Entry>, LuceneKnowledgeBase> build) {
        this.build = build;
    }

    @Override
    public synchronized LuceneKnowledgeBase apply(List<Entry> entries) {
        Built built = kept.stream()
                .filter(one -> one.of().equals(entries))
                .findFirst()
                .orElseGet(() -> new Built(entries, build.apply(entries)));
        kept.remove(built);
        kept.addFirst(built);
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
        return built.knowledge();
    }
}
