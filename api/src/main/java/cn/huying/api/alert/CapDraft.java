package cn.huying.api.alert;

import cn.huying.api.alert.CapReader.Reading;
import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.Alert.Kind;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.alert.Area;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.alert.Verdict.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** The elements of a CAP document as they come by, and the alert they make. Of repeated elements the first counts. */
final class CapDraft {
    private static final int MOST_REFERENCES = 50;
    private static final int MOST_AREAS = 200;
    private static final int MOST_CODES = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private final Map<String, String> head = new HashMap<>();
    private final List<Info> infos = new ArrayList<>();

    /** One language's version of what is said. */
    private record Info(Map<String, String> texts, List<NamedArea> areas) {
        String get(String name) {
            return texts.getOrDefault(name, "");
        }

        Optional<NamedArea> lastArea() {
            return areas.isEmpty() ? Optional.empty() : Optional.of(areas.getLast());
        }
    }

    /** A place whose elements come by. */
    private record NamedArea(List<String> names, List<String> codes) {
        Area area() {
            return new Area(names.isEmpty() ? "" : names.getFirst(), codes);
        }
    }

    /** A part that is missing or cannot be read. */
    private static final class WrongPart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String part;

        WrongPart(String part) {
            super(part, null, false, false);
            this.part = part;
        }
    }

    void enter(Deque<String> path) {
        if (path.size() == 2 && path.getLast().equals("info")) {
            infos.add(new Info(new HashMap<>(), new ArrayList<>()));
        } else if (path.size() == 3 && isInInfo(path) && path.getLast().equals("area")) {
            List<NamedArea> areas = infos.getLast().areas();
            if (areas.size() < MOST_AREAS) {
                areas.add(new NamedArea(new ArrayList<>(), new ArrayList<>()));
            }
        }
    }

    void leave(Deque<String> path, String text) {
        if (path.size() == 2) {
            head.putIfAbsent(path.getLast(), text);
        } else if (path.size() == 3 && isInInfo(path)) {
            infos.getLast().texts().putIfAbsent(path.getLast(), text);
        } else if (path.size() == 4 && isInInfo(path) && path.getLast().equals("areaDesc")) {
            infos.getLast().lastArea().ifPresent(area -> area.names().add(text));
        } else if (path.size() == 5 && isInInfo(path) && path.getLast().equals("value")) {
            infos.getLast()
                    .lastArea()
                    .filter(area -> area.codes().size() < MOST_CODES)
                    .ifPresent(area -> area.codes().add(text));
        }
    }

    private static boolean isInInfo(Deque<String> path) {
        return path.stream().skip(1).findFirst().filter("info"::equals).isPresent();
    }

    Reading finished() {
        String scope = head.getOrDefault("scope", "");
        if (!scope.isEmpty() && !scope.equals("Public")) {
            return new Reading.Unreadable(Reason.NOT_PUBLIC, "scope");
        }
        try {
            return new Reading.Readable(alert());
        } catch (WrongPart wrong) {
            return new Reading.Unreadable(Reason.MALFORMED, wrong.part);
        }
    }

    private Alert alert() {
        AlertId id = id(head.getOrDefault("sender", ""), head.getOrDefault("identifier", ""));
        if (head.getOrDefault("scope", "").isEmpty()) {
            throw new WrongPart("scope");
        }
        Kind kind = kind(head.getOrDefault("msgType", ""));
        Instant sent = time("sent", head.getOrDefault("sent", "")).orElseThrow(() -> new WrongPart("sent"));
        Info info = info(kind);
        Instant effective = time("effective", info.get("effective")).orElse(sent);
        String event = info.get("event");
        String headline = info.get("headline").isEmpty() ? event : info.get("headline");
        return new Alert(
                id,
                sent,
                head.getOrDefault("status", ""),
                kind,
                references(head.getOrDefault("references", ""), id),
                event,
                colour(kind, info),
                effective,
                time("expires", info.get("expires")).orElse(effective.plus(AlertRules.NEWS_FOR)),
                info.get("senderName"),
                headline,
                info.get("description").isEmpty() ? headline : info.get("description"),
                info.get("instruction"),
                info.areas().stream().map(NamedArea::area).toList());
    }

    private static AlertId id(String sender, String identifier) {
        if (!AlertId.isFit(sender)) {
            throw new WrongPart("sender");
        }
        if (!AlertId.isFit(identifier)) {
            throw new WrongPart("identifier");
        }
        return new AlertId(sender, identifier);
    }

    private static Kind kind(String msgType) {
        return switch (msgType) {
            case "Alert" -> Kind.ALERT;
            case "Update" -> Kind.UPDATE;
            case "Cancel" -> Kind.CANCEL;
            default -> throw new WrongPart("msgType");
        };
    }

    /** What is said in Chinese, else what is said first. A cancellation need not say anything. */
    private Info info(Kind kind) {
        Info said = infos.stream()
                .filter(info -> info.get("language").toLowerCase(Locale.ROOT).startsWith("zh"))
                .findFirst()
                .or(() -> infos.stream().findFirst())
                .orElseGet(() -> new Info(Map.of(), List.of()));
        if (kind != Kind.CANCEL && said.get("event").isEmpty()) {
            throw new WrongPart("event");
        }
        return said;
    }

    private static Colour colour(Kind kind, Info info) {
        return Colour.namedIn(info.get("headline"))
                .or(() -> Colour.namedIn(info.get("event")))
                .or(() -> Colour.ofSeverity(info.get("severity")))
                .or(() -> kind == Kind.CANCEL ? Optional.of(Colour.BLUE) : Optional.empty())
                .orElseThrow(() -> new WrongPart("severity"));
    }

    /** Triples of sender, identifier and time, divided by blanks. A message that names itself would end itself: that is passed over. */
    private static List<AlertId> references(String text, AlertId own) {
        StringTokenizer triples = new StringTokenizer(text);
        if (triples.countTokens() > MOST_REFERENCES) {
            throw new WrongPart("references");
        }
        List<AlertId> references = new ArrayList<>();
        while (triples.hasMoreTokens()) {
            String triple = triples.nextToken();
            int first = triple.indexOf(',');
            int second = triple.indexOf(',', first + 1);
            if (first < 0 || second < 0) {
                throw new WrongPart("references");
            }
            references.add(id(triple.substring(0, first), triple.substring(first + 1, second)));
        }
        references.removeIf(own::equals);
        return references;
    }

    /** Empty when it is not given. The standard writes UTC as {@code -00:00}. */
    private static Optional<Instant> time(String part, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            String usual = text.endsWith("-00:00") ? text.substring(0, text.length() - 6) + "Z" : text;
            OffsetDateTime time = OffsetDateTime.parse(usual);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw new WrongPart(part);
            }
            return Optional.of(time.toInstant());
        } catch (DateTimeParseException unreadable) {
            throw new WrongPart(part);
        }
    }
}
