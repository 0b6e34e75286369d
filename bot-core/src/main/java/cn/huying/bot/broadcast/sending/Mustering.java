package cn.huying.bot.broadcast.sending;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Muster.Exclusion;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.resident.ResidentDirectory;
import cn.huying.bot.resident.ResidentDirectory.Neighbour;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down who gets an approved broadcast, and starts it. Begun again after a crash, it begins from the start under a new edition. */
final class Mustering {
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(12);

    private final Broadcasts broadcasts;
    private final RecipientStore recipients;
    private final ResidentDirectory directory;
    private final Told told;
    private final GridTree tree;
    private final Clock clock;

    Mustering(
            Broadcasts broadcasts, RecipientStore recipients, ResidentDirectory directory, GridTree tree, Clock clock) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.directory = directory;
        this.told = new Told(broadcasts, recipients);
        this.tree = tree;
        this.clock = clock;
    }

    /** Refused when another replica is at it, or the broadcast is no longer to be sent. */
    Mono<Change> muster(BroadcastId id) {
        return broadcasts
                .change(
                        id,
                        known -> known.muster(clock.instant(), clock.instant().plus(LEASE)))
                .flatMap(begun -> begun instanceof Change.Changed(Broadcast mine) ? written(mine) : Mono.just(begun));
    }

    private Mono<Change> written(Broadcast mine) {
        Portions portions = new Portions(mine, clock.instant());
        int edition = mine.muster().edition();
        Lease lease = new Lease(mine.id(), edition, mine.muster().leaseUntil());
        return everybody(mine, portions)
                .concatMapIterable(portions::take)
                .concatWith(Flux.defer(() -> Flux.fromIterable(portions.rest())))
                .concatMap(portion -> lease.held().then(recipients.write(portion.batch(), portion.recipients())))
                .then(Mono.defer(() -> broadcasts.change(
                        mine.id(),
                        known -> known.start(edition, portions.written(), portions.excluded(), clock.instant()))));
    }

    private Flux<Recipient> everybody(Broadcast mine, Portions portions) {
        return mine.audience().told().isEmpty()
                ? groups(mine)
                        .concatWith(
                                directory.at(nodes(mine)).concatMapIterable(neighbour -> meant(neighbour, portions)))
                : told.of(mine.audience().told());
    }

    private Flux<Recipient> groups(Broadcast mine) {
        if (!mine.audience().channels().contains(Channel.GROUP)) {
            return Flux.empty();
        }
        Set<GridId> groups = new LinkedHashSet<>();
        for (GridId chosen : mine.audience().grids()) {
            List<GridId> below = within(chosen).stream()
                    .filter(grid -> grid.group() && grid.active())
                    .map(Grid::id)
                    .toList();
            groups.addAll(below);
            if (below.isEmpty()) {
                tree.groupFor(chosen).map(Grid::id).ifPresent(groups::add);
            }
        }
        return Flux.fromIterable(groups).map(Recipient.Group::new);
    }

    private List<Grid> within(GridId chosen) {
        return tree.grids().stream()
                .filter(grid -> tree.isWithin(grid.id(), chosen))
                .toList();
    }

    private Set<GridId> nodes(Broadcast mine) {
        return resident(mine).isEmpty()
                ? Set.of()
                : mine.audience().grids().stream()
                        .flatMap(chosen -> within(chosen).stream())
                        .map(Grid::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Channel> resident(Broadcast mine) {
        return mine.audience().channels().stream()
                .filter(channel -> channel != Channel.GROUP)
                .findFirst();
    }

    /** A person with several ways to be reached is sent one message. */
    private static List<Recipient> meant(Neighbour neighbour, Portions portions) {
        if (neighbour.follows().isEmpty()) {
            portions.exclude(neighbour.left() ? Exclusion.UNFOLLOWED : Exclusion.NO_BINDING);
            return List.of();
        }
        return List.of(
                new Recipient.Resident(neighbour.resident(), neighbour.follows().getFirst()));
    }

    /** Keeps others from beginning as long as we are at it. */
    private final class Lease {
        private final BroadcastId id;
        private final int edition;
        private Instant until;

        Lease(BroadcastId id, int edition, Instant until) {
            this.id = id;
            this.edition = edition;
            this.until = until;
        }

        Mono<Void> held() {
            return Mono.defer(() -> {
                Instant now = clock.instant();
                if (until.isAfter(now.plus(RENEWED_BEFORE_END))) {
                    return Mono.empty();
                }
                until = now.plus(LEASE);
                return broadcasts
                        .change(id, known -> known.stillMustering(edition, until))
                        .then();
            });
        }
    }
}
