package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.handling.Answer;
import cn.huying.bot.handling.Click;
import cn.huying.bot.handling.NewRequest;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.Taps;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.handling.lifecycle.WorkCards;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.staff.Duty;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Fifty workers tap the same two hundred cards at once, half of them through one replica and half through another. */
@Tag("slow")
final class FiftyWorkersTest {
    private static final int WORKERS = 50;
    private static final int CARDS = 200;
    private static final int AT_ONCE = 50;
    /** A tap that is not answered in time is delivered again, as the platform does, only more often: this is about who wins. */
    private static final Duration ONE_DELIVERY = Duration.ofSeconds(5);

    private static final long DELIVERIES = 20;
    /** Submitted and dispatched, when the card was sent. */
    private static final int SEEN = 2;

    private static final Duration WAIT = Duration.ofMinutes(5);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final URI BASE = URI.create("https://huying.example");

    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(FiftyWorkersTest.class);

    private final TestClock clock = new TestClock(Sample.T0);
    private final List<Replica> replicas = List.of(replica(), replica());

    private record Replica(Requests requests, Taps taps, MongoStores stores) {}

    private record Tapped(RequestId request, WorkerId worker, Answer answer) {}

    @Test
    void everyCardShouldHaveExactlyOneWinnerAndTellTheOthersWhoItIs() {
        List<RequestId> requests = IntStream.range(0, CARDS)
                .mapToObj(n -> submitted(replicas.get(n % 2), n))
                .toList();
        long seed = new Random().nextLong();
        List<Click> clicks = clicks(requests, new Random(seed));

        long began = System.nanoTime();
        List<Tapped> tapped = Objects.requireNonNull(Flux.fromIterable(clicks)
                .flatMap(this::tap, AT_ONCE)
                .collectList()
                .block(WAIT));
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();

        Map<RequestId, List<Tapped>> byCard = tapped.stream().collect(Collectors.groupingBy(Tapped::request));
        assertThat(byCard).hasSize(CARDS);
        byCard.forEach((id, taps) -> assertOneWinner(seed, id, taps));
        System.out.printf(
                "fifty workers: %d cards, %d taps through 2 replicas in %d ms, one winner each%n",
                CARDS, tapped.size(), millis);
    }

    private void assertOneWinner(long seed, RequestId id, List<Tapped> taps) {
        ServiceRequest request = Objects.requireNonNull(
                replicas.getFirst().stores().requests().find(id).block(WAIT));
        List<RequestEvent> signed = request.history().stream()
                .filter(event -> event.verb() == Verb.SIGN)
                .toList();
        assertThat(signed).as("seed %d", seed).hasSize(1);
        assertThat(request.state()).isEqualTo(RequestState.SIGNED);
        String winner = signed.getFirst().actor().id();
        assertThat(taps).hasSize(WORKERS).allSatisfy(tap -> {
            if (tap.worker().value().equals(winner)) {
                assertThat(tap.answer()).isEqualTo(new Answer.Shown());
            } else {
                assertThat(tap.answer()).as("seed %d", seed).isEqualTo(new Answer.Told("name of " + winner));
            }
        });
    }

    /** Everybody at one card, then everybody at the next, in any order. */
    private static List<Click> clicks(List<RequestId> requests, Random random) {
        List<Click> clicks = new ArrayList<>();
        for (RequestId request : requests) {
            List<WorkerId> workers =
                    new ArrayList<>(workers().stream().map(Worker::id).toList());
            Collections.shuffle(workers, random);
            for (WorkerId worker : workers) {
                clicks.add(
                        new Click(request, SEEN, worker, Tap.SIGN, "code " + worker, "via " + request + ' ' + worker));
            }
        }
        return clicks;
    }

    private Flux<Tapped> tap(Click click) {
        int number = Integer.parseInt(click.worker().value().substring("worker".length()));
        return replicas.get(number % 2)
                .taps()
                .tap(click)
                .timeout(ONE_DELIVERY)
                .retryWhen(Retry.backoff(DELIVERIES, Duration.ofMillis(50)))
                .map(answer -> new Tapped(click.request(), click.worker(), answer))
                .flux();
    }

    private RequestId submitted(Replica replica, int number) {
        RequestId id = Sample.id(number, 1);
        NewRequest wanted = new NewRequest(
                id,
                new Submission.Requester(residentOf(replica, number), Sample.sender(number)),
                Sample.matter(Tier.P3, false),
                Sample.place(),
                Sample.WORDS,
                new NewRequest.Routing.ToUnit(Sample.GRID, List.of()),
                clock.instant());
        replica.requests().submit(wanted).block(WAIT);
        return id;
    }

    private static cn.huying.bot.resident.ResidentId residentOf(Replica replica, int number) {
        return Objects.requireNonNull(
                replica.stores().residents().of(Sample.sender(number)).block(WAIT));
    }

    private Replica replica() {
        MongoStores stores = MongoStores.of(MONGO.database(), clock);
        WorkCards cards = new WorkCards(rota(), BASE);
        LifeCycle lifeCycle = new LifeCycle(Deadlines.standard(ZONE), new Notices(BASE, ZONE), cards, 0.5);
        Requests requests = new Requests(stores.requests(), stores.numbers(), lifeCycle, _ -> {}, clock);
        Taps taps = new Taps(
                requests,
                lifeCycle,
                cards,
                new MongoCardCodes(MONGO.database()),
                (_, params) -> params.getOrDefault("who", ""),
                clock);
        return new Replica(requests, taps, stores);
    }

    private static List<Worker> workers() {
        return IntStream.range(0, WORKERS)
                .mapToObj(n ->
                        new Worker(new WorkerId("worker" + n), "name of worker" + n, Sample.GRID.grid(), Level.GRID))
                .toList();
    }

    private static DutyRota rota() {
        Duty duty =
                new Duty(Sample.GRID.grid(), Set.of(), new WorkerId("worker0"), Optional.of(new WorkerId("worker1")));
        return new DutyRota(
                workers(),
                List.of(duty),
                id -> List.of(new Grid(id, Optional.empty(), GridLevel.GENERAL, "网格", true, true)),
                ZONE);
    }
}
