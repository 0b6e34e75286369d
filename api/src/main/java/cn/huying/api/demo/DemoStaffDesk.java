package cn.huying.api.demo;

import cn.huying.api.simulator.town.StaffDesk;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Counts;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Next;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.staff.WorkerId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What the tour lets staff do, by the operations behind their pages. */
final class DemoStaffDesk implements StaffDesk {
    private static final Duration VALID = Duration.ofHours(6);
    private static final String AUTHOR = "author";
    private static final String APPROVER = "approver";
    private static final String REPLY = "已上门疏通主管道，现在排水正常，地面也冲洗干净了。";
    private static final String EVIDENCE = "现场照片两张（导览演示）";
    private static final String TITLE = "冒充客服退款的骗局";
    private static final String WARNING =
            "近期有人自称网购客服，以“商品质量问题、双倍退款”为由，让居民下载会议软件并共享屏幕。" + "请记住：退款不需要共享屏幕，也不需要转账。遇到这类电话请直接挂断，拿不准就打 96110。";

    private final Requests requests;
    private final Broadcasts broadcasts;
    private final BroadcastTexts texts;
    private final DutyRota rota;
    private final Clock clock;

    DemoStaffDesk(Requests requests, Broadcasts broadcasts, BroadcastTexts texts, DutyRota rota, Clock clock) {
        this.requests = requests;
        this.broadcasts = broadcasts;
        this.texts = texts;
        this.rota = rota;
        this.clock = clock;
    }

    @Override
    public Mono<Resolved> resolve(String workerId, String number) {
        Mono<Worker> worker = Mono.justOrEmpty(
                WorkerId.isWorkerId(workerId)
                        ? rota.worker(new WorkerId(workerId)).orElse(null)
                        : null);
        Mono<ServiceRequest> request =
                Mono.justOrEmpty(RequestNumber.parse(number)).flatMap(requests::find);
        return Mono.zip(worker, request)
                .filter(both -> both.getT2()
                        .standing()
                        .assignment()
                        .lead()
                        .filter(unit -> rota.covers(both.getT1(), unit.grid()))
                        .isPresent())
                .flatMap(both -> requests.act(both.getT2().id(), ending(), handler(both.getT1())))
                .ofType(Next.Moved.class)
                .map(moved -> new Resolved(
                        REPLY, "/worker/requests/" + moved.request().id().value()));
    }

    private static Action ending() {
        return new Action.Resolve("fixed", REPLY, EVIDENCE, Set.of());
    }

    private static Actor handler(Worker worker) {
        return Actor.staff(Actor.Role.HANDLER, worker.id().value(), worker.level());
    }

    @Override
    public Mono<Draft> compose(String gridId) {
        Content content = texts.antiFraud(TITLE, WARNING, clock.instant().plus(VALID));
        Audience audience = new Audience(Set.of(new GridId(gridId)), Set.of(Channel.MASS_SEND, Channel.GROUP));
        return broadcasts
                .compose(content, audience, AUTHOR)
                .ofType(Change.Changed.class)
                .flatMap(draft -> broadcasts.submit(draft.broadcast().id(), AUTHOR))
                .ofType(Change.Changed.class)
                .map(handedIn -> new Draft(handedIn.broadcast().id().value(), TITLE, content.text(), AUTHOR));
    }

    @Override
    public Mono<Sending> approve(String id) {
        return find(id).flatMap(known -> broadcasts.approve(known.id(), known.seal(), APPROVER))
                .ofType(Change.Changed.class)
                .flatMap(approved -> sending(approved.broadcast()));
    }

    @Override
    public Mono<Sending> progress(String id) {
        return find(id).flatMap(this::sending);
    }

    private Mono<Broadcast> find(String id) {
        return Mono.fromSupplier(() -> new BroadcastId(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(broadcasts::find);
    }

    private Mono<Sending> sending(Broadcast broadcast) {
        return broadcasts.counts(broadcast).map(counts -> sending(broadcast, counts));
    }

    private static Sending sending(Broadcast broadcast, Counts counts) {
        Tally tally = counts.tally();
        return new Sending(
                APPROVER,
                counts.recipients(),
                tally.delivered(),
                tally.accepted(),
                tally.failures(),
                tally.unknown(),
                broadcast.state().isEnded());
    }
}
