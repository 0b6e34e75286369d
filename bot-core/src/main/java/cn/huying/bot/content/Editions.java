package cn.huying.bot.content;

import cn.huying.bot.content.Edition.Credit;
import cn.huying.bot.content.Edition.Version;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Publishing: a patch is checked against the newest content and put behind it. Every replica may do so at any time. */
public final class Editions {
    /** What an empty log begins with. */
    public static final long FIRST = 1;

    private static final int MOST_TRIES = 5;

    private final EditionLog log;
    private final List<Objection.Check> checks;
    private final Scheduler thinking;
    private final Clock clock;
    private final AtomicReference<Content> known;

    /** @param thinking where the checks, which take their time, are made */
    public Editions(EditionLog log, List<Objection.Check> checks, Scheduler thinking, Clock clock) {
        this(log, checks, thinking, clock, new AtomicReference<>(Content.NOTHING));
    }

    private Editions(
            EditionLog log,
            List<Objection.Check> checks,
            Scheduler thinking,
            Clock clock,
            AtomicReference<Content> known) {
        this.log = log;
        this.checks = List.copyOf(checks);
        this.thinking = thinking;
        this.clock = clock;
        this.known = known;
    }

    /** The same with one more check; what was read of the log is not read again. */
    public Editions asking(Objection.Check more) {
        List<Objection.Check> all = new ArrayList<>(checks);
        all.add(more);
        return new Editions(log, all, thinking, clock, known);
    }

    /** A change and what is said against it before any check. */
    private record Draft(Patch patch, List<Objection> objections) {}

    /**
     * What somebody wants.
     *
     * @param draft made for the content it will change
     * @param asked which checks are
     */
    private record Wish(
            Function<Content, Draft> draft, Predicate<Objection.Check> asked, Credit credit, String reason) {}

    /** The newest content there is. */
    public Mono<Content> newest() {
        return Mono.defer(() -> {
            Content start = known.get();
            return log.after(start.edition()).reduce(start, this::next);
        });
    }

    private Content next(Content content, Edition edition) {
        Content newer = content.with(edition);
        known.accumulateAndGet(newer, (a, b) -> a.edition() >= b.edition() ? a : b);
        return newer;
    }

    /** As far as was ever read here: everything before an edition that cannot be. */
    Content known() {
        return known.get();
    }

    /**
     * Gives an empty log its first edition; whoever of several replicas is first. False when there is content already, and then the files
     * are not read.
     */
    public Mono<Boolean> seed(Supplier<List<Entry>> files, String folder) {
        return log.latest()
                .filter(latest -> latest == 0)
                .publishOn(thinking)
                .map(_ -> new Edition(
                        FIRST, new Patch(files.get(), List.of()), new Credit(folder, ""), clock.instant(), "首次载入"))
                .flatMap(log::append)
                .defaultIfEmpty(false);
    }

    /** Those that were in no edition in this form: what a folder holds that nobody took in yet. */
    public Mono<List<EntryId>> unpublished(List<Entry> entries) {
        return all().reduce(new HashSet<>(entries), (left, edition) -> {
                    edition.patch().put().forEach(left::remove);
                    return left;
                })
                .map(left -> left.stream().map(Entry::id).sorted().toList());
    }

    /** The content as it was when an edition was the last one; of a lower edition when there is none of that number. */
    public Mono<Content> asOf(long number) {
        return log.after(0).takeWhile(edition -> edition.number() <= number).reduce(Content.NOTHING, Content::with);
    }

    /** What was before and after an edition; empty when there is none of that number. */
    public Mono<Sides> sides(long number) {
        return log.after(0)
                .takeWhile(edition -> edition.number() <= number)
                .reduce(Sides.OF_NOTHING, Sides::next)
                .filter(sides -> number >= FIRST && sides.after().edition() == number);
    }

    /** Every edition, the first one first. */
    public Flux<Edition> all() {
        return log.after(0);
    }

    /** What became of an entry, the first version first. */
    public Flux<Version> history(EntryId id) {
        return all().concatMapIterable(edition -> edition.version(id).stream().toList());
    }

    public Mono<Publication> publish(Patch patch, Credit credit, String reason) {
        return fulfilled(new Wish(_ -> new Draft(patch, List.of()), _ -> true, credit, reason), MOST_TRIES);
    }

    /**
     * The same for a patch written some time ago; refused where others have changed the same entries in another way since, for that would
     * be undone without anybody having seen it.
     *
     * @param seen the edition its author looked at
     */
    public Mono<Publication> publish(Patch patch, long seen, Credit credit, String reason) {
        return asOf(seen)
                .flatMap(then -> fulfilled(
                        new Wish(newest -> written(patch, then, newest), _ -> true, credit, reason), MOST_TRIES));
    }

    private static Draft written(Patch patch, Content then, Content newest) {
        Content wanted = newest.tried(patch);
        List<Objection> changed = patch.ids().stream()
                .filter(id -> !newest.entry(id).equals(then.entry(id)))
                .filter(id -> !newest.entry(id).equals(wanted.entry(id)))
                .map(id -> new Objection(
                        id.value(),
                        "这一条改自第 " + then.edition() + " 期，到第 " + newest.edition() + " 期时别人又改过。请在最新内容上重新修改，再提交一次"))
                .toList();
        return new Draft(patch, changed);
    }

    /** What a patch would be told, without publishing anything. */
    public Mono<List<Objection>> tried(Patch patch) {
        return newest().publishOn(thinking).map(before -> objections(before, before.tried(patch), _ -> true));
    }

    /**
     * Undoes one edition, however many came after it; refused where one of those changed the same entries again, and for the first one:
     * before it nothing was known.
     */
    public Mono<Publication> takeBack(long number, Credit credit, String reason) {
        return sides(number)
                .flatMap(sides -> fulfilled(
                        new Wish(newest -> undoing(sides, newest), Objection.Check::holdsForTakingBack, credit, reason),
                        MOST_TRIES))
                .defaultIfEmpty(noSuch(number));
    }

    private static Draft undoing(Sides sides, Content newest) {
        if (sides.after().edition() == FIRST) {
            return new Draft(
                    new Patch(List.of(), List.of()),
                    List.of(new Objection("第 1 期", "第 1 期是全部内容的开始，不能撤回。要改个别条目，请逐条修改或删除")));
        }
        Patch undo = sides.undo();
        List<Objection> overtaken = undo.ids().stream()
                .filter(id -> !newest.entry(id).equals(sides.after().entry(id)))
                .map(id -> new Objection(id.value(), "这一期之后该条目又改过，不能单独撤回。请在该条目的历史里选择要恢复的版本"))
                .toList();
        return new Draft(undo, overtaken);
    }

    /** Makes everything what it was as of an edition; never refused, for it has been live. */
    public Mono<Publication> backTo(long number, Credit credit, String reason) {
        return sides(number)
                .flatMap(sides -> fulfilled(
                        new Wish(newest -> new Draft(sides.backFrom(newest), List.of()), _ -> false, credit, reason),
                        MOST_TRIES))
                .defaultIfEmpty(noSuch(number));
    }

    private static Publication noSuch(long number) {
        return new Publication.Refused(List.of(new Objection("第 " + number + " 期", "没有这一期，请刷新后再选")));
    }

    private Mono<Publication> fulfilled(Wish wish, int tries) {
        return once(wish)
                .switchIfEmpty(Mono.defer(
                        () -> tries > 1 ? fulfilled(wish, tries - 1) : Mono.just(new Publication.Overtaken())));
    }

    /** Empty when somebody else was faster. */
    private Mono<Publication> once(Wish wish) {
        return newest().publishOn(thinking).flatMap(before -> {
            Draft draft = wish.draft().apply(before);
            Content after = before.tried(draft.patch());
            Patch news = before.towards(after);
            if (!draft.objections().isEmpty()) {
                return Mono.just(new Publication.Refused(draft.objections()));
            }
            if (news.isEmpty()) {
                return Mono.just(new Publication.Unchanged());
            }
            List<Objection> objections = objections(before, after, wish.asked());
            return objections.isEmpty()
                    ? append(new Edition(before.edition() + 1, news, wish.credit(), clock.instant(), wish.reason()))
                    : Mono.just(new Publication.Refused(objections));
        });
    }

    private List<Objection> objections(Content before, Content after, Predicate<Objection.Check> asked) {
        return checks.stream()
                .filter(asked)
                .flatMap(check -> check.objections(before, after).stream())
                .toList();
    }

    private Mono<Publication> append(Edition edition) {
        return log.append(edition)
                .flatMap(ours -> ours ? Mono.<Publication>just(new Publication.Live(edition)) : Mono.empty())
                .onErrorResume(
                        EditionLog.TooLarge.class,
                        tooLarge -> Mono.just(new Publication.Refused(
                                List.of(new Objection("第 " + edition.number() + " 期", "一次改动太多，存不下。请分几次发布")))));
    }
}
