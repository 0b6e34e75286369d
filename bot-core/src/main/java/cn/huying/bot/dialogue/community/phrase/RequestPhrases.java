package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.delivery.Target.ResidentNotice;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of requests that were registered, of their progress, and in an emergency. */
public final class RequestPhrases {
    /** 撤销, 撤回, 撤单: who says it means a request, who says 不用了 may mean anything. */
    private static final char TAKE_BACK = '撤';

    private final Texts texts;

    RequestPhrases(Texts texts) {
        this.texts = texts;
    }

    private String say(String key) {
        return texts.render(key, Map.of());
    }

    /** A place as people read it: a door code may say no more than the grid. */
    String label(Place place) {
        return place.compound().isEmpty()
                ? texts.render("place-of-grid", Map.of("grid", place.area()))
                : place.fullLabel();
    }

    public String registered(String number, String category, String place, String promise) {
        return texts.render(
                "registered",
                Map.of("number", number, "category", category, "place", Lines.quoted(place), "promise", promise));
    }

    public String promiseDispatched(String unit, Duration limit) {
        return texts.render("promise-dispatched", Map.of("unit", unit, "limit", limit(limit)));
    }

    public String promiseTriage(Duration limit) {
        return texts.render("promise-triage", Map.of("limit", limit(limit)));
    }

    private String limit(Duration limit) {
        if (limit.toHours() < 1) {
            return texts.render("limit-minutes", Map.of("n", Long.toString(limit.toMinutes())));
        }
        return limit.toDays() < 1
                ? texts.render("limit-hours", Map.of("n", Long.toString(limit.toHours())))
                : texts.render("limit-days", Map.of("n", Long.toString(limit.toDays())));
    }

    /** @param category what was being told; empty when it was nothing that has a name */
    public String staffCalled(String number, String category, String promise) {
        return category.isEmpty()
                ? texts.render("staff-called", Map.of("number", number, "promise", promise))
                : texts.render("staff-called-with", Map.of("number", number, "category", category, "promise", promise));
    }

    /** A person was already asked for and is on the way. */
    public String staffAlreadyCalled(String number) {
        return about("staff-already-called", number);
    }

    /** @param missed notices the resident should have got and did not */
    public String myRequests(List<String> lines, List<String> missed) {
        if (lines.isEmpty()) {
            return say("my-requests-none");
        }
        String list = texts.render("my-requests", Map.of("lines", String.join("\n", lines)));
        return missed.isEmpty()
                ? list
                : list + "\n\n" + texts.render("my-requests-missed", Map.of("lines", String.join("\n", missed)));
    }

    /** @param stateKey the life cycle's key of the state's name */
    public String myRequestsLine(String number, String category, String stateKey, String place) {
        return texts.render(
                "my-requests-line",
                Map.of("number", number, "category", category, "state", say(stateKey), "place", place));
    }

    /** A notice in the words it would have been sent in. */
    public String notice(ResidentNotice notice) {
        return texts.render(notice.template(), notice.params());
    }

    public String rated(String number, boolean rework) {
        return about(rework ? "rated-rework" : "rated", number);
    }

    public String whichRequest(List<ServiceRequest> requests) {
        List<String> lines = requests.stream()
                .map(request -> texts.render("request-line", standing(request)))
                .toList();
        return texts.render("which-request", Map.of("choices", Lines.numbered(lines)));
    }

    /** Nothing fits what the resident wants of a request made before. */
    public String nothingTo(Wish wish, String words) {
        return say(
                switch (wish) {
                    case URGE -> "nothing-to-urge";
                    case REWORK, ANSWER, ADD -> "nothing-to-rework";
                    case APPEAL -> "nothing-to-appeal";
                    case MOVE -> "nothing-to-change";
                    case WITHDRAW -> words.indexOf(TAKE_BACK) >= 0 ? "nothing-to-withdraw" : "nothing-to-cancel";
                });
    }

    public String howToChange() {
        return say("how-to-change");
    }

    /** Asks whether it is really to be taken back. */
    public String withdrawing(ServiceRequest request) {
        return texts.render("withdraw-confirm", standing(request));
    }

    public String withdrawn(ServiceRequest request) {
        return about("withdrawn", request.number().toString());
    }

    /** It was done with, or taken on by time, before 确认 came. */
    public String notWithdrawn(ServiceRequest request) {
        return stated("withdraw-refused", request);
    }

    public String kept() {
        return say("withdraw-kept");
    }

    /** Taking it back needs a call. */
    public String calledBack(ServiceRequest request) {
        return request.standing().tier() == Tier.P0
                ? say("emergency-not-cancelled")
                : about("withdraw-called-back", request.number().toString());
    }

    /** Asks where it really is. */
    public String moving(ServiceRequest request) {
        return texts.render("move-where", standing(request));
    }

    public String moveUnclear() {
        return say("move-unclear");
    }

    public String moved(ServiceRequest request) {
        return texts.render(
                "moved",
                Map.of(
                        "number", request.number().toString(),
                        "place", request.submission().place().fullAddress()));
    }

    public String notMoved(ServiceRequest request) {
        return stated("change-refused", request);
    }

    /** What the resident's word did to the request. */
    public String done(Verb verb, ServiceRequest request) {
        String number = request.number().toString();
        return switch (verb) {
            case REOPEN -> about("reopened", number);
            case WAKE -> about("woken", number);
            case APPEAL -> about("appealed", number);
            case ANSWER, ADD -> about("info-kept", number);
            case LOCATE -> moved(request);
            case WITHDRAW -> withdrawn(request);
            case UNSOLVED, UNSATISFIED -> about("rated-rework", number);
            default -> urged("urged", request);
        };
    }

    public String refused(Wish wish, ServiceRequest request) {
        return switch (wish) {
            case URGE -> urged("urge-refused", request);
            case REWORK, APPEAL, ANSWER ->
                about("rework-refused", request.number().toString());
            case ADD, MOVE -> notMoved(request);
            case WITHDRAW -> notWithdrawn(request);
        };
    }

    private String stated(String key, ServiceRequest request) {
        return texts.render(
                key,
                Map.of(
                        "number", request.number().toString(),
                        "state", say(request.state().textKey())));
    }

    public String infoKept(ServiceRequest request) {
        return about("info-kept", request.number().toString());
    }

    /** The words were taken for an answer; they may have been about something new. */
    public String infoKeptOrNew(ServiceRequest request) {
        return about("info-kept-or-new", request.number().toString());
    }

    private String urged(String key, ServiceRequest request) {
        Map<String, String> standing = new HashMap<>(standing(request));
        standing.remove("place");
        String text = texts.render(key, standing);
        return request.standing().tier() == Tier.P0 ? text + say("emergency-call-again") : text;
    }

    private Map<String, String> standing(ServiceRequest request) {
        return Map.of(
                "number", request.number().toString(),
                "category", request.submission().matter().name(),
                "state", say(request.state().textKey()),
                "place", request.submission().place().publicLabel());
    }

    private String about(String key, String number) {
        return texts.render(key, Map.of("number", number));
    }

    /** The fixed instructions: what to do now and whom to call. */
    public String instructions(Emergency emergency) {
        return say(emergency.template());
    }

    public String emergencyRegistered(String number) {
        return about("emergency-registered", number);
    }

    /** The same danger was told before. */
    public String emergencyAgain(String number) {
        return about("emergency-again", number);
    }

    public String emergencyWhere() {
        return say("emergency-where");
    }

    /** @param place empty when the words named none: they are kept all the same */
    public String emergencyWhereKept(Optional<Place> place, String number) {
        return place.map(known -> texts.render("emergency-where-kept", Map.of("place", label(known), "number", number)))
                .orElseGet(() -> about("emergency-words-kept", number));
    }

    /** What was passed on may have been a matter of its own. */
    public String emergencyOrNew(String text) {
        return text + "\n" + say("emergency-or-new");
    }

    public String emergencyNotCancelled() {
        return say("emergency-not-cancelled");
    }
}
