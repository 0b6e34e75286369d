package cn.huying.api.console.requests;

import cn.huying.api.console.Labels;
import cn.huying.api.console.Member;
import cn.huying.api.console.Scope;
import cn.huying.api.console.letters.LetterDesk;
import cn.huying.api.console.requests.DeedReader.Reading;
import cn.huying.api.console.requests.RequestList.Option;
import cn.huying.api.console.requests.RequestList.Row;
import cn.huying.api.console.requests.RequestPage.DeedForm;
import cn.huying.api.console.requests.RequestPage.FieldView;
import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.request.Due;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes rows and pages of requests. The buttons are asked of the life cycle itself, so page and rules cannot disagree. */
public final class RequestDesk {
    private final LifeCycle lifeCycle;
    private final Scope scope;
    private final Labels labels;

    public RequestDesk(LifeCycle lifeCycle, Scope scope, Labels labels) {
        this.lifeCycle = lifeCycle;
        this.scope = scope;
        this.labels = labels;
    }

    Row row(ServiceRequest request) {
        Submission submission = request.submission();
        Due due = request.standing().due();
        boolean counts = request.state().isOpen() && due.stoppedAt().isEmpty();
        Tier tier = request.standing().tier();
        return new Row(
                request.id().value(),
                request.number().toString(),
                submission.matter().name(),
                place(submission.place()),
                labels.of(tier),
                tier.compareTo(Tier.P1) <= 0,
                labels.of(request.state()),
                Labels.colour(request.state()),
                request.standing().assignment().lead().map(Unit::name).orElse(""),
                labels.time(submission.at()),
                request.state().isOpen() ? labels.time(due.resolve()) : "",
                counts && labels.now().isAfter(due.resolve()));
    }

    /** @param tried the button whose form was not in order, with what was typed; empty on a fresh page */
    RequestPage page(ServiceRequest request, Member member, Optional<Deed> tried, Reading reading) {
        boolean readable = scope.readsWords(member, request);
        return new RequestPage(
                row(request),
                words(request, readable),
                request.history().reversed().stream()
                        .map(event -> line(event, readable))
                        .toList(),
                deadlines(request),
                deeds(request, member).stream()
                        .map(deed -> form(deed, tried, reading))
                        .toList(),
                request.undelivered().stream().map(RequestDesk::missed).toList(),
                request.history().size());
    }

    /** What this member may do to it now. */
    List<Deed> deeds(ServiceRequest request, Member member) {
        Instant later = request.standing().due().resolve().plus(Duration.ofDays(1));
        Filled anyhow = Filled.anyhow(later);
        boolean leads = scope.leads(member, request);
        return Stream.of(Deed.values())
                .filter(deed -> deed.isFor(member, leads))
                .filter(deed -> lifeCycle.apply(request, deed.action(anyhow), deed.actor(member, 0), labels.now())
                        instanceof Moved)
                .toList();
    }

    private static String place(Submission.Place place) {
        return place.publicLabel().isEmpty() ? "地点还不知道" : place.publicLabel();
    }

    private static RequestPage.Words words(ServiceRequest request, boolean readable) {
        Submission submission = request.submission();
        return readable
                ? new RequestPage.Words(
                        true, submission.text(), submission.place().fullAddress())
                : new RequestPage.Words(false, "", "");
    }

    private RequestPage.Line line(RequestEvent event, boolean readable) {
        return new RequestPage.Line(
                labels.time(event.at()),
                labels.of(event.verb()),
                who(event),
                code(event),
                readable ? event.note() : "",
                event.from() == event.to() ? "same" : Labels.colour(event.to()));
    }

    private String code(RequestEvent event) {
        return switch (event.verb()) {
            case DISPATCH, AUTO_DISPATCH, REDIRECT, SIGN_TIMEOUT, TURN_RED, LEAD_UP, LOCATE ->
                scope.unit(event.code()).map(Unit::name).orElse(event.code());
            case TO_TRIAGE -> TriageReason.words(event.code());
            case DECLINE ->
                Stream.of(Action.Decline.Reason.values())
                        .filter(reason -> reason.name().equalsIgnoreCase(event.code()))
                        .map(RequestDesk::words)
                        .findFirst()
                        .orElse("");
            case HAND_OVER_EXTERNAL -> event.code();
            default -> "";
        };
    }

    private static String who(RequestEvent event) {
        if (event.actor().role().isStaff()) {
            return event.actor().id();
        }
        return switch (event.actor().role()) {
            case RESIDENT, PROXY -> "居民";
            default -> "系统";
        };
    }

    private List<RequestPage.Deadline> deadlines(ServiceRequest request) {
        if (!request.state().isOpen()) {
            return List.of();
        }
        Due due = request.standing().due();
        boolean stands = due.stoppedAt().isPresent();
        List<RequestPage.Deadline> deadlines = new ArrayList<>();
        if (request.firstContactAt().isEmpty()) {
            deadlines.add(deadline("最晚联系居民", due.firstContact(), stands));
        }
        deadlines.add(deadline("最晚办结", due.resolve(), stands));
        due.promised().ifPresent(on -> deadlines.add(deadline("与居民约定", on, stands)));
        due.review().ifPresent(on -> deadlines.add(deadline("挂账复核", on, stands)));
        return deadlines;
    }

    private RequestPage.Deadline deadline(String what, Instant at, boolean stands) {
        return new RequestPage.Deadline(
                what,
                labels.time(at) + (stands ? "（计时暂停）" : ""),
                !stands && labels.now().isAfter(at));
    }

    private DeedForm form(Deed deed, Optional<Deed> tried, Reading reading) {
        boolean again = tried.filter(deed::equals).isPresent();
        return new DeedForm(
                deed.path(),
                deed.label(),
                deed.hint(),
                deed.isGrave(),
                again,
                deed.fields().stream()
                        .map(field -> field(field, again ? reading : Reading.BLANK))
                        .toList());
    }

    private FieldView field(DeedField field, Reading reading) {
        return new FieldView(
                field.key(),
                field.kind(),
                field.label(),
                field.hint(),
                field.required(),
                reading.values().getOrDefault(field, ""),
                reading.flaws().getOrDefault(field, ""),
                options(field));
    }

    private List<Option> options(DeedField field) {
        return switch (field) {
            case UNIT ->
                scope.units().stream()
                        .map(unit -> new Option(unit.grid().value(), unit.name()))
                        .toList();
            case REASON ->
                Stream.of(Action.Decline.Reason.values())
                        .map(reason -> new Option(reason.name(), words(reason)))
                        .toList();
            default -> List.of();
        };
    }

    private static String words(Action.Decline.Reason reason) {
        return switch (reason) {
            case COURT -> "应当或已经由法院处理";
            case POLICE -> "应当由公安机关处理";
            case PETITION -> "已经在信访程序里";
            case SECRET -> "涉及国家秘密、商业秘密或个人隐私";
            case OTHER_AREA -> "不在本辖区";
        };
    }

    private static String missed(OutboxEntry entry) {
        String state =
                switch (entry.delivery()) {
                    case Delivery.Unknown _ -> "不确定是否送达";
                    case Delivery.Failed _, Delivery.New _, Delivery.Sending _, Delivery.Sent _ -> "没有送达";
                };
        return LetterDesk.where(entry.target()) + "：" + state;
    }
}
