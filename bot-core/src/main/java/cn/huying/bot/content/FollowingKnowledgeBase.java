package cn.huying.bot.content;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Answers from the newest edition it could take up: a new one is built beside the old one, which answers until then, and longer when
 * something goes wrong. Knows nothing before it followed for the first time.
 */
public final class FollowingKnowledgeBase implements KnowledgeBase {
    private static final Logger LOG = LoggerFactory.getLogger(FollowingKnowledgeBase.class);

    private final EditionLog log;
    private final Editions editions;
    private final Function<List<Entry>, LuceneKnowledgeBase> build;
    private final Scheduler building;
    private volatile Served served;
    private volatile Standing standing = new Standing(0, 0, Optional.empty());

    private record Served(long edition, LuceneKnowledgeBase knowledge) {}

    /**
     * How far it is.
     *
     * @param served the edition answers come from
     * @param latest the newest it has heard of
     * @param trouble the kind of failure the last round ended with; empty when it did not. A driver's words may quote an address with its password
     */
    public record Standing(long served, long latest, Optional<String> trouble) {}

    /**
     * @param first answers before the first edition was taken up
     * @param building where an index is built; one thread is enough, for there is one at a time
     */
    public FollowingKnowledgeBase(
            EditionLog log,
            Editions editions,
            LuceneKnowledgeBase first,
            Function<List<Entry>, LuceneKnowledgeBase> build,
            Scheduler building) {
        this.log = log;
        this.editions = editions;
        this.build = build;
        this.building = building;
        this.served = new Served(0, first);
    }

    /** Looks whether there is a newer edition and takes it up; gives how many came at once. Never to be called twice at a time. */
    public Mono<Long> follow() {
        return Mono.defer(log::latest)
                .flatMap(latest -> {
                    standing = new Standing(served.edition(), latest, standing.trouble());
                    return latest > served.edition() ? takeUp() : Mono.just(0L);
                })
                .doOnSuccess(_ -> tell(Optional.empty()))
                .doOnError(error -> tell(Optional.of(error.getClass().getSimpleName())));
    }

    private void tell(Optional<String> trouble) {
        if (!trouble.equals(standing.trouble())) {
            LOG.warn(
                    "editions {}, answered from edition {}",
                    trouble.map(why -> "cannot be followed (" + why + ")").orElse("are followed again"),
                    served.edition());
        }
        standing = new Standing(served.edition(), Math.max(served.edition(), standing.latest()), trouble);
    }

    private Mono<Long> takeUp() {
        return editions.newest()
                .publishOn(building)
                .onErrorResume(unreadable -> Mono.<Content>error(unreadable)
                        .doFirst(() -> serve(editions.known()))
                        .subscribeOn(building))
                .map(this::serve);
    }

    /** Whatever came before an edition that cannot be read is served all the same. */
    private long serve(Content content) {
        long before = served.edition();
        if (content.edition() > before) {
            served = new Served(content.edition(), build.apply(content.list()));
        }
        return served.edition() - before;
    }

    public Standing standing() {
        return standing;
    }

    /** What answers now, for staff who want to see why. */
    public LuceneKnowledgeBase now() {
        return served.knowledge();
    }

    @Override
    public Finding find(Question question) {
        return now().find(question);
    }

    @Override
    public Optional<Finding> glance(Question question) {
        return now().glance(question);
    }

    @Override
    public Finding byWords(Question question) {
        return now().byWords(question);
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return now().entry(id);
    }
}
