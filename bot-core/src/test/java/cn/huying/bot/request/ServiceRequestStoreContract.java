package cn.huying.bot.request;

import static cn.huying.bot.request.Sample.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Entries;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every store of requests does. Uses residents of its own, so it may run on a store that holds other things. */
public abstract class ServiceRequestStoreContract {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private int person;
    private ServiceRequestStore store = new InMemoryServiceRequestStore();

    protected abstract ServiceRequestStore store();

    @BeforeEach
    void open() {
        person = ThreadLocalRandom.current().nextInt(10_000_000, 1_000_000_000);
        store = store();
    }

    @Test
    void findShouldGiveWhatWasSubmitted() {
        ServiceRequest request = request(1, entry("a"));
        assertThat(store.submit(request).block(WAIT)).isEqualTo(request.atRev(1));
        assertThat(find(request.id())).isEqualTo(request.atRev(1));
    }

    @Test
    void findShouldBeEmptyForAnUnknownRequest() {
        assertThat(store.find(Sample.id(person, 999)).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void submitShouldGiveTheFirstOneWhenDoneAgain() {
        ServiceRequest request = request(1);
        store.submit(request).block(WAIT);
        compute(request.id(), r -> r.withOutbox(List.of(entry("later"))));
        ServiceRequest again = Objects.requireNonNull(store.submit(request).block(WAIT));
        assertThat(again.rev()).isEqualTo(2);
        assertThat(again.outbox()).hasSize(1);
        assertThat(mine(10)).hasSize(1);
    }

    @Test
    void concurrentSubmissionsOfOneRequestShouldKeepOne() {
        List<ServiceRequest> given = Flux.range(0, 16)
                .flatMap(i -> store.submit(request(1, entry("e" + i))).subscribeOn(Schedulers.parallel()), 16)
                .collectList()
                .block(WAIT);
        assertThat(given).hasSize(16);
        assertThat(given.stream().map(ServiceRequest::outbox).distinct()).hasSize(1);
        assertThat(mine(10)).hasSize(1);
    }

    @Test
    void computeShouldKeepWhatTheFunctionDecides() {
        ServiceRequest request = submitted(1);
        ServiceRequest next = compute(request.id(), r -> happened(r, Verb.SIGN));
        assertThat(find(request.id())).isEqualTo(next.atRev(2));
    }

    @Test
    void computeShouldWriteNothingWhenTheFunctionKeeps() {
        ServiceRequest request = submitted(1);
        String result = store.compute(request.id(), r -> new Decision.Keep<>("seen " + r.rev()))
                .block(WAIT);
        assertThat(result).isEqualTo("seen 1");
        assertThat(find(request.id()).rev()).isEqualTo(1);
    }

    @Test
    void computeShouldBeEmptyForAnUnknownRequest() {
        assertThat(store.compute(Sample.id(person, 999), r -> new Decision.Keep<>("x"))
                        .blockOptional(WAIT))
                .isEmpty();
    }

    @Test
    void concurrentChangesShouldAllCount() {
        ServiceRequest request = submitted(1);
        Flux.range(0, 30)
                .flatMap(
                        i -> store.compute(request.id(), r -> new Decision.Write<>(happened(r, Verb.URGE), i))
                                .subscribeOn(Schedulers.parallel()),
                        8)
                .blockLast(WAIT);
        assertThat(find(request.id()).count(Verb.URGE)).isEqualTo(30);
        assertThat(find(request.id()).rev()).isEqualTo(31);
    }

    @Test
    void historyShouldNotBeRewritten() {
        ServiceRequest request = submitted(1);
        compute(request.id(), r -> happened(r, Verb.SIGN));
        assertThatThrownBy(() -> compute(request.id(), r -> Sample.withHistory(r, List.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> compute(request.id(), r -> Sample.withHistory(r, List.of(event(Verb.RETURN, "")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(find(request.id()).history()).hasSize(1);
    }

    @Test
    void everyFieldShouldComeBack() {
        ServiceRequest request = submitted(1);
        Unit helper = new Unit(new GridId("c1"), "幸福里社区", Level.COMMUNITY, false);
        ServiceRequest full = compute(request.id(), r -> {
            Standing standing = r.standing()
                    .ledBy(Sample.GRID)
                    .with(r.standing().ledBy(Sample.GRID).assignment().helpedBy(helper))
                    .showing(Light.RED)
                    .with(Sample.due()
                            .promising(T0.plusSeconds(5))
                            .reviewedOn(T0.plusSeconds(6))
                            .stopped(T0.plusSeconds(7)))
                    .in(RequestState.SCHEDULED);
            Submission moved = r.submission().at(new Submission.Place(Optional.empty(), "幸福里", "幸福里东门旁"));
            return r.after(event(Verb.SCHEDULE, "答应周五来修，电话13900000000"), moved, standing);
        });
        assertThat(find(request.id())).isEqualTo(full.atRev(2));
    }

    @Test
    void everyKindOfOutboxEntryShouldComeBack() {
        List<OutboxEntry> entries = new ArrayList<>();
        for (Delivery delivery : List.of(
                new Delivery.New(3, T0),
                new Delivery.Sending(1, "owner", T0),
                new Delivery.Unknown(2, T0, "RESET"),
                new Delivery.Failed(4, T0, Delivery.Failure.UNREACHABLE, 45047))) {
            for (OutboxEntry like : List.of(Entries.post("p", true), Entries.notice("n"), Entries.lateReply("l"))) {
                String id = like.id() + entries.size();
                entries.add(new OutboxEntry(id, like.since(), like.target(), like.urgent(), delivery));
            }
        }
        ServiceRequest request = request(1).withOutbox(entries);
        store.submit(request).block(WAIT);
        assertThat(find(request.id()).outbox()).isEqualTo(entries);
    }

    @Test
    void ofRequesterShouldGiveTheNewestFirst() {
        List<RequestId> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ids.add(submitted(i).id());
        }
        assertThat(mine(3)).extracting(ServiceRequest::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
    }

    @Test
    void ofRequesterShouldNotGiveAnothersRequests() {
        submitted(1);
        assertThat(store.ofRequester(Sample.resident(person + 1), 10)
                        .collectList()
                        .block(WAIT))
                .isEmpty();
    }

    @Test
    void nobodyShouldHaveBeenAskedBeforeAWorkerAsks() {
        assertThat(mayHaveBeenAsked()).isFalse();
        RequestId asked = submitted(1).id();
        submitted(2);
        assertThat(mayHaveBeenAsked()).isFalse();

        compute(asked, r -> enter(r, RequestState.NEEDS_INFO));
        assertThat(mayHaveBeenAsked()).isTrue();

        compute(asked, r -> enter(r, RequestState.IN_PROGRESS));
        assertThat(mayHaveBeenAsked()).as("the answer may be handled once more").isTrue();
    }

    private static ServiceRequest enter(ServiceRequest request, RequestState state) {
        Actor actor = Actor.staff(Actor.Role.HANDLER, "worker1", Level.GRID);
        RequestEvent event = new RequestEvent(T0, actor, Verb.ASK_INFO, request.state(), state, "", "");
        return request.after(event, request.submission(), request.standing().in(state));
    }

    private boolean mayHaveBeenAsked() {
        return store.mayHaveBeenAsked(Sample.resident(person))
                .blockOptional(WAIT)
                .orElseThrow();
    }

    @Test
    void listShouldGiveTheNewestFirstAndGoOnWhereThePageEnded() {
        GridId grid = new GridId("list-" + person);
        List<RequestId> newestFirst = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            newestFirst.addFirst(submitted(listed(i, grid, "MUN02", Tier.P3, T0.plusSeconds(i / 2))));
        }
        RequestFilter there = new RequestFilter(Set.of(), Set.of(grid), Set.of(), Set.of());
        List<ServiceRequest> all = list(there, Optional.empty(), 10);
        assertThat(all).extracting(ServiceRequest::id).containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(all).isSortedAccordingTo(Comparator.comparing(ListPlace::of));
        List<ServiceRequest> first = list(there, Optional.empty(), 2);
        List<ServiceRequest> second = list(there, Optional.of(ListPlace.of(first.getLast())), 2);
        List<ServiceRequest> third = list(there, Optional.of(ListPlace.of(second.getLast())), 2);
        assertThat(Stream.of(first, second, third).flatMap(List::stream).toList())
                .isEqualTo(all);
    }

    @Test
    void listShouldGiveOnlyWhatFits() {
        GridId grid = new GridId("list-" + person);
        GridId other = new GridId("list-other-" + person);
        RequestId lamp = submitted(listed(1, grid, "MUN02", Tier.P3, T0));
        RequestId pipe = submitted(listed(2, grid, "MUN05", Tier.P1, T0));
        RequestId elsewhere = submitted(listed(3, other, "MUN02", Tier.P3, T0));
        Unit leader = new Unit(grid, "第三网格", Level.GRID, true);
        compute(elsewhere, r -> Sample.standing(r, r.standing().ledBy(leader).in(RequestState.TRIAGE)));
        Set<GridId> there = Set.of(grid);
        assertThat(ids(new RequestFilter(Set.of(), there, Set.of(), Set.of()))).containsOnly(lamp, pipe, elsewhere);
        assertThat(ids(new RequestFilter(Set.of(), there, Set.of("MUN02"), Set.of())))
                .containsOnly(lamp, elsewhere);
        assertThat(ids(new RequestFilter(Set.of(), there, Set.of(), Set.of(Tier.P1))))
                .containsOnly(pipe);
        assertThat(ids(new RequestFilter(Set.of(RequestState.TRIAGE), there, Set.of(), Set.of())))
                .containsOnly(elsewhere);
        assertThat(ids(new RequestFilter(Set.of(), Set.of(other), Set.of(), Set.of())))
                .containsOnly(elsewhere);
    }

    private static ServiceRequest atPlace(ServiceRequest like, GridId leaf, String category, Tier tier, Instant at) {
        Submission said = like.submission();
        Submission.Matter matter = new Submission.Matter(
                category, "路灯不亮", tier, Level.GRID, said.matter().nature(), 0.9, false);
        Submission.Place place = new Submission.Place(Optional.of(leaf), "幸福里3栋", "幸福里3栋2单元501");
        Submission there = new Submission(said.requester(), matter, place, said.text(), at);
        return ServiceRequest.draft(like.id(), like.number(), there, Sample.due());
    }

    private ServiceRequest listed(int message, GridId leaf, String category, Tier tier, Instant at) {
        return atPlace(Sample.draft(person, message), leaf, category, tier, at);
    }

    private List<ServiceRequest> list(RequestFilter filter, Optional<ListPlace> after, int limit) {
        return Objects.requireNonNull(
                store.list(filter, after, limit).collectList().block(WAIT));
    }

    private List<RequestId> ids(RequestFilter filter) {
        return list(filter, Optional.empty(), 100).stream()
                .map(ServiceRequest::id)
                .toList();
    }

    @Test
    void dueOutboxesShouldBeFoundThoseWaitingLongestFirst() {
        RequestId late = submitted(request(1, due("a", T0.minusSeconds(1))));
        RequestId later = submitted(request(2, due("a", T0.minusSeconds(9))));
        RequestId future = submitted(request(3, due("a", T0.plusSeconds(9))));
        RequestId quiet = submitted(4).id();
        assertThat(store.withDueOutbox(T0, 10_000).collectList().block(WAIT))
                .containsSubsequence(later, late)
                .doesNotContain(future, quiet);
    }

    @Test
    void outboxShouldNotBeDueOnceItIsEmpty() {
        ServiceRequest request = request(1, due("a", T0));
        store.submit(request).block(WAIT);
        compute(request.id(), r -> r.withOutbox(List.of()));
        assertThat(store.withDueOutbox(T0, 10_000).collectList().block(WAIT)).doesNotContain(request.id());
    }

    @Test
    void requestsToLookAtShouldBeFoundThoseThatWaitLongestFirst() {
        RequestId late = looked(1, T0.minusSeconds(1));
        RequestId later = looked(2, T0.minusSeconds(2));
        RequestId exactly = looked(3, T0);
        RequestId future = looked(4, T0.plusMillis(1));
        RequestId never = submitted(5).id();
        assertThat(store.toLookAt(T0, 10_000).collectList().block(WAIT))
                .containsSubsequence(later, late, exactly)
                .doesNotContain(future, never);
        compute(later, r -> r.lookedAt(Optional.empty()));
        assertThat(store.toLookAt(T0, 10_000).collectList().block(WAIT)).doesNotContain(later);
        assertThat(find(late).standing().due().look()).contains(T0.minusSeconds(1));
    }

    private RequestId looked(int message, Instant at) {
        RequestId id = submitted(message).id();
        compute(id, r -> r.lookedAt(Optional.of(at)));
        return id;
    }

    @Test
    void listedOutboxesShouldBeFound() {
        OutboxEntry dead = new OutboxEntry(
                "d", T0, Entries.notice("d").target(), false, new Delivery.Failed(1, T0, Delivery.Failure.REFUSED, 1));
        ServiceRequest request = request(1, dead);
        store.submit(request).block(WAIT);
        RequestId fine = submitted(2).id();
        assertThat(store.withListedOutbox(10_000).collectList().block(WAIT))
                .extracting(ServiceRequest::id)
                .contains(request.id())
                .doesNotContain(fine);
        compute(request.id(), r -> r.withOutbox(List.of()));
        assertThat(store.withListedOutbox(10_000).collectList().block(WAIT))
                .extracting(ServiceRequest::id)
                .doesNotContain(request.id());
    }

    private ServiceRequest request(int message, OutboxEntry... outbox) {
        return Sample.draft(person, message).withOutbox(List.of(outbox));
    }

    private RequestId submitted(ServiceRequest request) {
        return Objects.requireNonNull(store.submit(request).block(WAIT)).id();
    }

    private ServiceRequest submitted(int message) {
        return Objects.requireNonNull(store.submit(request(message)).block(WAIT));
    }

    private ServiceRequest compute(RequestId id, UnaryOperator<ServiceRequest> change) {
        return Objects.requireNonNull(store.compute(id, r -> {
                    ServiceRequest next = change.apply(r);
                    return new Decision.Write<>(next, next);
                })
                .block(WAIT));
    }

    private ServiceRequest find(RequestId id) {
        return Objects.requireNonNull(store.find(id).block(WAIT));
    }

    private List<ServiceRequest> mine(int limit) {
        return Objects.requireNonNull(
                store.ofRequester(Sample.resident(person), limit).collectList().block(WAIT));
    }

    private static ServiceRequest happened(ServiceRequest request, Verb verb) {
        return request.after(event(verb, "有人说了什么"), request.submission(), request.standing());
    }

    private static RequestEvent event(Verb verb, String note) {
        Actor actor = Actor.staff(Actor.Role.HANDLER, "worker1", Level.GRID);
        return new RequestEvent(T0, actor, verb, RequestState.SIGNED, RequestState.SIGNED, "code", note, note);
    }

    private static OutboxEntry entry(String id) {
        return Entries.post(id, false);
    }

    private static OutboxEntry due(String id, Instant at) {
        OutboxEntry like = entry(id);
        return new OutboxEntry(id, like.since(), like.target(), false, new Delivery.New(0, at));
    }
}
