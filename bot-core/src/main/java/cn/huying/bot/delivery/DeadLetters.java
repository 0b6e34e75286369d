package cn.huying.bot.delivery;

import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxStore;
import cn.huying.knowledge.digest.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the program could not bring to an end by itself: messages never answered, and things that were to be told and were not. */
public final class DeadLetters {
    private static final int MOST_LISTED = 200;
    private static final int HANDLE_DIGITS = 32;

    private final InboxStore inbox;
    private final List<Source> sources;
    private final Clock clock;

    /** Aggregates with an outbox, and who is told when something is to be sent again. */
    public record Source(OutboxStore store, OutboxHints hints) {}

    public DeadLetters(InboxStore inbox, List<Source> sources, Clock clock) {
        this.inbox = inbox;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Something to look at. The handle names it without saying anything about a person, so it may stand in an address. */
    public sealed interface Letter {
        String handle();

        /** A message that was given up; to be handled again, or to be answered by a person. */
        record Unanswered(String handle, InboxEntry entry) implements Letter {}

        /** Something that did not go out, or may have gone out and may not go out twice. */
        record Unsent(String handle, Source source, OutboxStore.Listed listed) implements Letter {}
    }

    /** Those of the inbox first; at most two hundred of each kind. */
    public Flux<Letter> list() {
        return Flux.concat(unanswered(), Flux.fromIterable(sources).concatMap(DeadLetters::unsent));
    }

    private Flux<Letter> unanswered() {
        return inbox.dead(MOST_LISTED)
                .map(entry -> new Letter.Unanswered(handle("inbox", entry.id().value(), ""), entry));
    }

    private static Flux<Letter.Unsent> unsent(Source source) {
        return source.store().listed(MOST_LISTED).map(listed -> {
            String handle = handle(
                    source.store().name(), listed.aggregate(), listed.entry().id());
            return new Letter.Unsent(handle, source, listed);
        });
    }

    /** Empty when it is no longer there: somebody else has seen to it. */
    public Mono<Letter> find(String handle) {
        return list().filter(letter -> letter.handle().equals(handle)).next();
    }

    /** Handles or sends it once more from the beginning; false when somebody else has seen to it meanwhile. */
    public Mono<Boolean> again(Letter letter) {
        return switch (letter) {
            case Letter.Unanswered(String _, InboxEntry entry) -> inbox.revive(entry.id());
            case Letter.Unsent unsent -> settle(unsent, new Delivery.New(0, clock.instant()));
        };
    }

    /** Takes it off the list for good, because a person has seen to it in another way. False for messages: they wait for an answer. */
    public Mono<Boolean> dismiss(Letter letter) {
        return switch (letter) {
            case Letter.Unanswered _ -> Mono.just(false);
            case Letter.Unsent unsent -> settle(unsent, new Delivery.Sent(0, "by hand"));
        };
    }

    /** Words that were to be told before that time and that nobody has seen to are dropped; gives how many. Messages stay. */
    public Mono<Long> forget(Instant before) {
        return Flux.fromIterable(sources)
                .concatMap(DeadLetters::unsent)
                .filter(letter -> letter.listed().entry().since().isBefore(before))
                .concatMap(this::dismiss)
                .count();
    }

    private static Mono<Boolean> settle(Letter.Unsent letter, Delivery next) {
        String aggregate = letter.listed().aggregate();
        return letter.source()
                .store()
                .settle(aggregate, letter.listed().entry(), next)
                .then(Mono.fromSupplier(() -> {
                    letter.source().hints().written(aggregate);
                    return true;
                }));
    }

    private static String handle(String store, String aggregate, String entry) {
        return Sha256.hex(store + '\n' + aggregate + '\n' + entry, HANDLE_DIGITS);
    }
}
