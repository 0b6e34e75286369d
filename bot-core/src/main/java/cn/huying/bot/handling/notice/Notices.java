package cn.huying.bot.handling.notice;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.delivery.Words;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Actor.Role;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.TextKey;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a step of a request has to tell: the unit's group, which never reads anything about the person, and the resident, who is not told what
 * he or she just did: that is answered in the conversation.
 */
public final class Notices {
    /** All a worker may write, 500 characters: what remains of a message's 2,048 bytes is for the template. */
    private static final int LONGEST_QUOTE_BYTES = 1_500;

    private static final int LONGEST_NAME_BYTES = 60;

    /** What those on duty hear of a private emergency, too. */
    private static final Set<Posting> WAKES =
            EnumSet.of(Posting.DISPATCHED, Posting.SIGN_TIMEOUT, Posting.NUDGED, Posting.OVERDUE);

    private final URI base;
    private final ZoneId zone;

    /** @param base where this installation is reached, for links */
    private static final TextKey PRIVATE_ALARM = TextKey.of("group.private_emergency", "number", "ago", "link");

    public Notices(URI base, ZoneId zone) {
        this.base = base;
        this.zone = zone;
    }

    /** Every text this class asks for, for checking the files at start. */
    public static List<TextKey> texts() {
        return Stream.of(
                        Stream.of(PRIVATE_ALARM),
                        Stream.of(Wording.values()).map(Wording::text),
                        Stream.of(Posting.values()).flatMap(Posting::texts),
                        Stream.of(RequestState.values()).map(state -> TextKey.of(state.textKey())))
                .flatMap(keys -> keys)
                .toList();
    }

    /** The entries to be stored with the request as it is after the step. */
    public List<OutboxEntry> about(ServiceRequest after, Action action, Actor actor) {
        List<OutboxEntry> entries = new ArrayList<>();
        posting(action, after).ifPresent(posting -> entries.addAll(posts(posting, after, copies(action))));
        if (actor.role() != Role.RESIDENT) {
            wording(action, after).map(wording -> tell(wording, after, action)).ifPresent(entries::add);
        }
        return entries;
    }

    private static List<GridId> copies(Action action) {
        return switch (action) {
            case Action.AutoDispatch dispatch -> dispatch.copies();
            case Action.Locate locate -> locate.copies();
            case Action.SignTimeout(Unit standIn) -> groupOf(standIn);
            case Action.TurnRed(Unit supervisor) -> groupOf(supervisor);
            default -> List.of();
        };
    }

    private static List<GridId> groupOf(Unit unit) {
        return unit.hasGroup() ? List.of(unit.grid()) : List.of();
    }

    /** To the leading unit's group and to those who are told as well; nothing at all about what is private. */
    private List<OutboxEntry> posts(Posting posting, ServiceRequest request, List<GridId> copies) {
        Optional<Unit> unit = request.standing().assignment().lead().filter(Unit::hasGroup);
        if (request.isSensitive() || unit.isEmpty()) {
            return privately(posting, request);
        }
        Tier tier = request.standing().tier();
        Map<String, String> params = Map.of(
                "number", request.number().toString(),
                "category", request.submission().matter().name(),
                "unit", name(unit.get()),
                "place", Words.cut(request.submission().place().publicLabel(), LONGEST_NAME_BYTES),
                "link", link(request));
        boolean urgent = tier.compareTo(Tier.P1) <= 0;
        List<OutboxEntry> posts = new ArrayList<>();
        posts.add(entry(request, "g", new Target.GroupPost(unit.get().grid(), posting.key(tier), params), urgent));
        for (GridId copy : copies) {
            if (copy.equals(unit.get().grid())) {
                continue;
            }
            String whom = "g-" + copy.value();
            posts.add(entry(request, whom, new Target.GroupPost(copy, posting.key(tier), params), urgent));
        }
        return posts;
    }

    /** A private emergency still has to wake somebody: those on duty hear that there is one, and nothing else of it. */
    private List<OutboxEntry> privately(Posting posting, ServiceRequest request) {
        Optional<Unit> unit = request.standing().assignment().lead();
        boolean alarm = WAKES.contains(posting) && request.standing().tier() == Tier.P0;
        if (!alarm || !request.isSensitive() || unit.isEmpty()) {
            return List.of();
        }
        Map<String, String> params = Map.of("number", request.number().toString(), "link", link(request));
        return List.of(entry(request, "g", new Target.GroupPost(unit.get().grid(), PRIVATE_ALARM.key(), params), true));
    }

    private OutboxEntry tell(Wording wording, ServiceRequest request, Action action) {
        Map<String, String> known = new HashMap<>();
        known.put("number", request.number().toString());
        known.put(
                "unit",
                request.standing().assignment().lead().map(Notices::name).orElse(""));
        known.putAll(wordsOf(action, request));
        known.keySet().retainAll(wording.text().placeholders());
        Target target = new Target.ResidentNotice(
                request.submission().requester().sender(), wording.text().key(), known);
        return entry(request, "r", target, false);
    }

    private Map<String, String> wordsOf(Action action, ServiceRequest request) {
        return switch (action) {
            case Action.AskInfo(String question) -> Map.of("question", quote(question));
            case Action.Decline decline -> Map.of("alternative", quote(decline.alternative()));
            case Action.Schedule(Instant on) -> Map.of("date", date(on));
            case Action.HandOverExternal(String reference) ->
                Map.of("reference", Words.cut(reference, LONGEST_NAME_BYTES));
            case Action.Extend extend -> Map.of("date", date(extend.until()), "reason", quote(extend.reason()));
            case Action.KeepDeferred(Instant on) -> Map.of("date", date(on));
            case Action.Plain _ ->
                Map.of(
                        "date",
                                request.standing()
                                        .due()
                                        .review()
                                        .map(this::date)
                                        .orElse(""),
                        "question", quote(note(request, Verb.ASK_INFO)),
                        "reply", quote(note(request, Verb.RESOLVE)));
            default -> Map.of();
        };
    }

    private static String note(ServiceRequest request, Verb verb) {
        return request.last(verb).map(RequestEvent::note).orElse("");
    }

    /** What the unit's group is told. */
    private static Optional<Posting> posting(Action action, ServiceRequest after) {
        return switch (action) {
            case Action.AutoDispatch _, Action.Dispatch _, Action.Redirect _, Action.LeadUp _ ->
                Optional.of(Posting.DISPATCHED);
            case Action.Locate(Submission.Place _, Optional<Unit> unit, List<GridId> _) ->
                Optional.of(unit.isPresent() ? Posting.DISPATCHED : Posting.ADDED);
            case Action.Add _ -> Optional.of(Posting.ADDED);
            case Action.Withdraw _ -> Optional.of(Posting.WITHDRAWN);
            case Action.SignTimeout _ -> Optional.of(Posting.SIGN_TIMEOUT);
            case Action.TurnRed _ -> Optional.of(Posting.OVERDUE);
            case Action.Plain(Verb verb) when verb == Verb.NUDGE -> Optional.of(Posting.NUDGED);
            case Action.Plain(Verb verb) when verb == Verb.UPHOLD -> Optional.of(Posting.UPHELD);
            case Action.Plain(Verb verb) when verb == Verb.URGE -> Optional.of(Posting.URGED);
            default ->
                after.state() == RequestState.REWORK
                                && after.history().getLast().from() != RequestState.REWORK
                        ? Optional.of(Posting.REWORK)
                        : Optional.empty();
        };
    }

    /** What the resident is told. A reviewer's doubts are not the resident's trouble, nor is a deferral that was refused. */
    private static Optional<Wording> wording(Action action, ServiceRequest request) {
        return switch (action) {
            case Action.Dispatch _ -> Optional.of(Wording.DISPATCHED);
            case Action.Redirect _ -> Optional.of(Wording.REDIRECTED);
            case Action.Decline decline -> Optional.of(Wording.of("DECLINED_", decline.reason()));
            case Action.Merge _ -> Optional.of(Wording.MERGED);
            case Action.AskInfo _ -> Optional.of(Wording.NEEDS_INFO);
            case Action.Return _, Action.ReturnLate _ -> Optional.of(Wording.RETURNED);
            case Action.Contact contact -> Optional.of(contact.reached() ? Wording.CONTACTED : Wording.MISSED);
            case Action.Schedule _ -> Optional.of(Wording.SCHEDULED);
            case Action.HandOverExternal _ -> Optional.of(Wording.EXTERNAL);
            case Action.Extend _ -> Optional.of(Wording.EXTENDED);
            case Action.KeepDeferred _ -> Optional.of(Wording.KEPT_DEFERRED);
            case Action.Dissatisfied _ -> Optional.of(Wording.REWORK);
            case Action.Plain(Verb verb) -> wording(verb, request);
            default -> Optional.empty();
        };
    }

    private static Optional<Wording> wording(Verb verb, ServiceRequest request) {
        return switch (verb) {
            case SIGN -> Optional.of(Wording.SIGNED);
            case SURVEY, PASS -> Optional.of(Wording.RESOLVED);
            case NO_ANSWER_7D -> Optional.of(Wording.CLOSED);
            case INFO_TIMEOUT -> Optional.of(Wording.CLOSED_NO_ANSWER);
            case TAKE_UP -> Optional.of(Wording.TAKEN_UP);
            case RESUME -> Optional.of(Wording.RESUMED);
            case APPROVE_DEFER ->
                request.last(Verb.ASK_DEFER)
                        .map(event -> Wording.valueOf("DEFERRED_" + event.code().toUpperCase(Locale.ROOT)));
            case REMIND ->
                Optional.of(
                        request.state() == RequestState.NEEDS_INFO ? Wording.REMIND_INFO : Wording.REMIND_FOLLOW_UP);
            default -> Optional.empty();
        };
    }

    private static OutboxEntry entry(ServiceRequest request, String whom, Target target, boolean urgent) {
        RequestEvent event = request.history().getLast();
        return OutboxEntry.fresh(
                request.id().value() + '-' + request.history().size() + whom, event.at(), target, urgent);
    }

    private String link(ServiceRequest request) {
        return base.resolve("/worker/requests/" + request.id().value()).toString();
    }

    private String date(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    private static String quote(String words) {
        return Words.cut(words.strip(), LONGEST_QUOTE_BYTES);
    }

    private static String name(Unit unit) {
        return Words.cut(unit.name(), LONGEST_NAME_BYTES);
    }
}
