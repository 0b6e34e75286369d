package cn.huying.bot.request;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Invented requests for tests. */
public final class Sample {
    public static final Instant T0 = Instant.parse("2026-11-21T01:00:00Z");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    public static final String WORDS = "楼道灯坏了三天，我住3栋2单元501，电话13800000000";
    public static final String ADDRESS = "幸福里3栋2单元501";
    public static final Unit GRID = new Unit(new GridId("g3"), "幸福里社区3网格", Level.GRID, true);
    public static final Unit OTHER_GRID = new Unit(new GridId("g4"), "幸福里社区4网格", Level.GRID, true);
    public static final Unit COMMUNITY = new Unit(new GridId("c1"), "幸福里社区", Level.COMMUNITY, true);
    public static final Unit SUBDISTRICT = new Unit(new GridId("s1"), "前进街道", Level.SUBDISTRICT, false);

    private Sample() {}

    public static Sender sender(int person) {
        return new Sender(new AppId("wxdemo0000000001"), new OpenId("o" + "x".repeat(20) + person));
    }

    public static ResidentId resident(int person) {
        return new ResidentId(String.format(Locale.ROOT, "%032x", person));
    }

    public static RequestId id(int person, int message) {
        return RequestId.of(InboxId.ofMessage(sender(person), String.valueOf(message)), 0);
    }

    public static Submission.Matter matter(Tier tier, boolean sensitive) {
        return new Submission.Matter("MUN02", "路灯不亮", tier, Level.GRID, Nature.COMPLAINT, 0.9, sensitive);
    }

    public static Submission.Place place() {
        return new Submission.Place(Optional.of(new GridId("g3-07")), "幸福里3栋", ADDRESS);
    }

    public static Submission submission(int person, Tier tier, boolean sensitive) {
        return new Submission(
                new Submission.Requester(resident(person), sender(person)),
                matter(tier, sensitive),
                place(),
                WORDS,
                T0);
    }

    public static Due due() {
        return new Due(
                T0.plus(Duration.ofDays(1)),
                T0.plus(Duration.ofDays(1)),
                T0.plus(Duration.ofDays(7)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ServiceRequest draft(int person, int message) {
        return ServiceRequest.draft(
                id(person, message), new RequestNumber(DAY, message), submission(person, Tier.P3, false), due());
    }

    /** A request in a state it came into from SIGNED at {@link #T0}, led by {@link #GRID}. */
    public static ServiceRequest in(RequestState state) {
        return in(state, Tier.P3, false);
    }

    public static ServiceRequest in(RequestState state, Tier tier, boolean sensitive) {
        Standing standing = new Standing(
                state,
                tier,
                Level.GRID,
                Light.GREEN,
                Standing.Assignment.nobody().ledBy(GRID),
                due());
        ServiceRequest request = new ServiceRequest(
                id(1, 1),
                new RequestNumber(DAY, 42),
                submission(1, tier, sensitive),
                standing,
                List.of(),
                List.of(),
                1);
        return state == RequestState.DRAFT ? request : with(request, arrival(state));
    }

    private static RequestEvent arrival(RequestState state) {
        Verb verb = state == RequestState.NEEDS_INFO
                ? Verb.ASK_INFO
                : state == RequestState.DISPATCHED ? Verb.AUTO_DISPATCH : Verb.SIGN;
        RequestState from = state == RequestState.SIGNED ? RequestState.DISPATCHED : RequestState.SIGNED;
        return event(T0, Actor.system(), verb, from, state, GRID.grid().value());
    }

    public static RequestEvent event(
            Instant at, Actor actor, Verb verb, RequestState from, RequestState to, String code) {
        return new RequestEvent(at, actor, verb, from, to, code, "");
    }

    /** The same request with more history before the event that brought it where it is. */
    public static ServiceRequest having(ServiceRequest request, RequestEvent... earlier) {
        List<RequestEvent> history = new ArrayList<>(List.of(earlier));
        history.addAll(request.history());
        return withHistory(request, history);
    }

    /** The same request with more history after it. */
    public static ServiceRequest with(ServiceRequest request, RequestEvent... later) {
        List<RequestEvent> history = new ArrayList<>(request.history());
        history.addAll(List.of(later));
        return withHistory(request, history);
    }

    /** The same request with another history. */
    public static ServiceRequest withHistory(ServiceRequest request, List<RequestEvent> history) {
        return new ServiceRequest(
                request.id(),
                request.number(),
                request.submission(),
                request.standing(),
                history,
                request.outbox(),
                request.rev());
    }

    public static ServiceRequest standing(ServiceRequest request, Standing standing) {
        return new ServiceRequest(
                request.id(),
                request.number(),
                request.submission(),
                standing,
                request.history(),
                request.outbox(),
                request.rev());
    }
}
