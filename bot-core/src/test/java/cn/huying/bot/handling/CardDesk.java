package cn.huying.bot.handling;

import static cn.huying.bot.request.Sample.GRID;
import static cn.huying.bot.request.Sample.T0;

import cn.huying.bot.delivery.CardCourier;
import cn.huying.bot.delivery.Courier;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.delivery.channel.InMemoryCardCodes;
import cn.huying.bot.delivery.channel.RecordingCards;
import cn.huying.bot.delivery.channel.RecordingChannels;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Tap;
import cn.huying.bot.handling.lifecycle.WorkCards;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.staff.Duty;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Three workers with phones: one on duty in g3, one who stands in from g4, one who is nobody here. */
final class CardDesk {
    static final WorkerId DUTY = new WorkerId("duty");
    static final WorkerId STAND_IN = new WorkerId("standin");
    static final WorkerId STRANGER = new WorkerId("stranger");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final URI BASE = URI.create("https://huying.example");

    final TestClock clock = new TestClock(T0);
    final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    final InMemoryCardCodes codes = new InMemoryCardCodes();
    final RecordingCards phones = new RecordingCards();
    final WorkCards cards = new WorkCards(rota(), BASE);
    final Requests requests;
    final Supervision supervision;
    final Taps taps;
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final OutboxDispatcher dispatcher;
    private int click;

    CardDesk() {
        RecordingChannels channels = new RecordingChannels();
        RequestOutbox outbox = new RequestOutbox(store);
        Courier courier = new Courier(
                channels,
                channels,
                channels,
                new InMemoryQuotaLedger(clock),
                channels,
                Optional.of(new CardCourier(phones, codes, channels, channels)));
        dispatcher = new OutboxDispatcher(List.of(outbox), courier, clock, time);
        LifeCycle lifeCycle = new LifeCycle(Deadlines.standard(ZONE), new Notices(BASE, ZONE), cards, 0.5);
        requests = new Requests(store, new InMemoryRequestNumbers(), lifeCycle, dispatcher.hints(outbox), clock);
        supervision = new Supervision(store, lifeCycle, new Superiors(DemoTree.TREE), dispatcher.hints(outbox), clock);
        taps = new Taps(requests, lifeCycle, cards, codes, channels, clock);
        dispatcher.start();
    }

    static DutyRota rota() {
        List<Worker> workers = List.of(
                new Worker(DUTY, "程小满", GRID.grid(), Level.GRID),
                new Worker(STAND_IN, "陆采薇", Sample.OTHER_GRID.grid(), Level.GRID),
                new Worker(STRANGER, "何念慈", new GridId("g9"), Level.GRID));
        List<Duty> duties = List.of(
                new Duty(GRID.grid(), Set.of(), DUTY, Optional.of(STAND_IN)),
                new Duty(Sample.OTHER_GRID.grid(), Set.of(), STAND_IN, Optional.of(DUTY)));
        return new DutyRota(
                workers,
                duties,
                id -> List.of(new Grid(id, Optional.empty(), GridLevel.GENERAL, "网格" + id, true, true)),
                ZONE);
    }

    ServiceRequest submitted(Tier tier, boolean sensitive) {
        RequestId id = RequestId.of(InboxId.ofMessage(Sample.sender(1), "1"), 0);
        NewRequest wanted = new NewRequest(
                id,
                new cn.huying.bot.request.Submission.Requester(Sample.resident(1), Sample.sender(1)),
                Sample.matter(tier, sensitive),
                Sample.place(),
                Sample.WORDS,
                new NewRequest.Routing.ToUnit(GRID, List.of()),
                clock.instant());
        requests.submit(wanted).block();
        settle();
        return now(id);
    }

    ServiceRequest now(RequestId id) {
        return Objects.requireNonNull(store.find(id).block());
    }

    Answer tap(WorkerId worker, ServiceRequest request, Tap tap) {
        click++;
        return tap(worker, request, tap, "via" + click);
    }

    /** @param via names the tap, so that it can be reported twice */
    Answer tap(WorkerId worker, ServiceRequest request, Tap tap, String via) {
        Card card = phones.of(worker);
        int seen = Click.task(card.task())
                .map(Click.Task::seen)
                .orElse(request.history().size());
        return tap(new Click(request.id(), seen, worker, tap, phones.code(worker), via));
    }

    Answer tap(Click clicked) {
        Answer answer = Objects.requireNonNull(taps.tap(clicked).block());
        settle();
        return answer;
    }

    /** Lets the dispatcher send what there is. */
    void settle() {
        time.advanceTimeBy(Duration.ofSeconds(20));
    }

    String shownTo(WorkerId worker) {
        Card card = phones.of(worker);
        return card.title() + " " + card.status() + " "
                + card.buttons().stream().map(Card.Button::key).toList();
    }

    void close() {
        dispatcher.stop().block();
        time.dispose();
    }
}
