package cn.huying.api.worker;

import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.request.Due;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the sheet of a request for a worker. The buttons are asked of the life cycle itself, so page and rules cannot disagree. */
public final class Sheets {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final StepForm FILLED = new StepForm(0, StepForm.Channel.PHONE, "", StepForm.Ending.FIXED, "-", "-");

    private final LifeCycle lifeCycle;
    private final Remit remit;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    public Sheets(LifeCycle lifeCycle, Remit remit, Texts texts, Clock clock, ZoneId zone) {
        this.lifeCycle = lifeCycle;
        this.remit = remit;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** Every text the pages ask for, for checking the files at start. */
    public static Collection<TextKey> texts() {
        return Stream.of(
                        Stream.of(RequestState.values()).map(Sheets::key),
                        Stream.of(Tier.values()).map(Sheets::key),
                        Stream.of(Verb.values()).map(Sheets::key),
                        Stream.of(Told.values()).map(Told::key))
                .flatMap(keys -> keys)
                .map(TextKey::of)
                .toList();
    }

    Sheet of(ServiceRequest request, Worker worker) {
        Submission submission = request.submission();
        Submission.Place place = submission.place();
        boolean mine = remit.handles(worker, request);
        Instant now = clock.instant();
        return new Sheet(
                head(request),
                request.standing().assignment().lead().map(Unit::name).orElse(""),
                place.fullAddress().isEmpty() ? place.publicLabel() : place.fullAddress(),
                submission.text(),
                deadlines(request, now),
                request.history().reversed().stream()
                        .map(event -> line(event, now))
                        .toList(),
                mine ? steps(request, worker, now) : Set.of(),
                mine,
                request.history().size());
    }

    String told(Told told) {
        return words(told.key());
    }

    private Sheet.Head head(ServiceRequest request) {
        Tier tier = request.standing().tier();
        return new Sheet.Head(
                request.id().value(),
                request.number().toString(),
                request.submission().matter().name(),
                words(key(tier)),
                tier.compareTo(Tier.P1) <= 0,
                words(key(request.state())));
    }

    private Set<String> steps(ServiceRequest request, Worker worker, Instant now) {
        return Stream.of(Step.values())
                .filter(step ->
                        lifeCycle.apply(request, step.action(FILLED), step.actor(worker, 0), now) instanceof Moved)
                .map(Step::path)
                .collect(Collectors.toSet());
    }

    private List<Sheet.Deadline> deadlines(ServiceRequest request, Instant now) {
        if (!request.state().isOpen()) {
            return List.of();
        }
        Due due = request.standing().due();
        boolean stands = due.stoppedAt().isPresent();
        List<Sheet.Deadline> deadlines = new ArrayList<>();
        if (request.firstContactAt().isEmpty()) {
            deadlines.add(deadline("最晚联系居民", due.firstContact(), now, stands));
        }
        deadlines.add(deadline("最晚办结", due.resolve(), now, stands));
        due.promised().ifPresent(on -> deadlines.add(deadline("与居民约定", on, now, stands)));
        return deadlines;
    }

    private Sheet.Deadline deadline(String what, Instant at, Instant now, boolean stands) {
        return new Sheet.Deadline(what, time(at, now) + (stands ? "（计时暂停）" : ""), !stands && now.isAfter(at));
    }

    private Sheet.Line line(RequestEvent event, Instant now) {
        String who =
                switch (event.actor().role()) {
                    case RESIDENT, PROXY -> "居民";
                    case SYSTEM, IMPORTER -> "系统";
                    case WORKER,
                            DISPATCHER,
                            UNIT,
                            HANDLER,
                            ADJUDICATOR,
                            SECRETARY,
                            LEAD,
                            SUPERVISOR,
                            SUPERIOR,
                            APPROVER,
                            OWNER,
                            REVIEWER,
                            CALLER -> event.actor().id();
                };
        return new Sheet.Line(time(event.at(), now), words(key(event.verb())), who, event.note(), event.proof());
    }

    private String time(Instant at, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        return (local.getYear() == now.atZone(zone).getYear() ? THIS_YEAR : OTHER_YEAR).format(local);
    }

    private String words(String key) {
        return texts.render(key, Map.of());
    }

    /** {@code worker.} with the kind and the name of the constant. */
    private static String key(Enum<?> constant) {
        String kind =
                switch (constant) {
                    case RequestState _ -> "state";
                    case Tier _ -> "tier";
                    default -> "step";
                };
        return "worker." + kind + '.' + constant.name().toLowerCase(Locale.ROOT);
    }
}
