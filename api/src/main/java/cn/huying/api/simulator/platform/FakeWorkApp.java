package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Note;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.feed.WorkCard;
import cn.huying.api.simulator.town.DemoWorkApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The WeCom application's messages: a token that stays the same until it ends, cards on each member's phone, codes that update one card
 * once within 72 hours, and messages over 30 a minute or 1,000 an hour to one member that are dropped without a word.
 */
public final class FakeWorkApp {
    public static final int PER_MINUTE = 30;
    public static final int PER_HOUR = 1_000;
    public static final Duration CODE_LIFE = Duration.ofHours(72);
    public static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final int TOKEN_BYTES = 114;
    private static final int CODE_BYTES = 24;
    private static final int KEPT = 60;
    private static final Answer BAD_CODE = Answer.error(40096, "invalid response_code");

    private final DemoWorkApp app;
    private final Feed feed;
    private final Clock clock;
    private final Notebook notebook;
    private final RandomGenerator random;
    private final Map<String, Deque<WorkCard>> phones = new LinkedHashMap<>();
    private final Map<String, Deque<Instant>> sent = new HashMap<>();
    private final Map<String, Note.Coded> codes = new HashMap<>();
    private final Set<String> tasks = new HashSet<>();
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    public FakeWorkApp(DemoWorkApp app, Feed feed, Clock clock, RandomGenerator random, Notebook notebook) {
        this.app = app;
        this.feed = feed;
        this.clock = clock;
        this.random = random;
        this.notebook = notebook;
        app.members().forEach(member -> phones.put(member.id(), new ArrayDeque<>()));
        notebook.known(Note.Carded.class).forEach(note -> lay(note.card()));
        notebook.known(Note.Coded.class).forEach(this::restore);
    }

    private void restore(Note.Coded code) {
        tasks.add(code.task());
        if (!code.used()) {
            codes.put(code.code(), code);
        }
    }

    public Answer token(String corpId, String secret) {
        if (!app.corpId().equals(corpId)) {
            return Answer.error(40013, "invalid corpid");
        }
        if (!app.secret().equals(secret)) {
            return Answer.error(40001, "invalid credential");
        }
        Instant now = clock.instant();
        if (!now.isBefore(tokenEnds)) {
            token = random(TOKEN_BYTES);
            tokenEnds = now.plus(TOKEN_LIFE);
        }
        return Answer.token(token, Duration.between(now, tokenEnds).toSeconds());
    }

    /** {@link Answer#OK} when a call may be made with this token. */
    public Answer check(String given) {
        if (given.isEmpty()) {
            return Answer.error(41001, "access_token missing");
        }
        if (!given.equals(token)) {
            return Answer.error(40014, "invalid access_token");
        }
        return clock.instant().isBefore(tokenEnds) ? Answer.OK : Answer.error(42001, "access_token expired");
    }

    public Answer send(JsonNode call) {
        JsonNode card = call.path("template_card");
        String task = card.path("task_id").asString("");
        String worker = call.path("touser").asString("");
        Answer fits = fits(call, card);
        if (!fits.ok()) {
            return fits;
        }
        if (!CardReader.isTask(task) || !tasks.add(task)) {
            return Answer.error(40097, "invalid task_id: missing, malformed or used before");
        }
        if (!phones.containsKey(worker)) {
            return Answer.error(81013, "user & party & tag all invalid");
        }
        Instant now = clock.instant();
        if (mayReceive(worker, now)) {
            put(CardReader.read(feed.nextId(), worker, task, now, card));
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("errcode", 0);
        more.put("errmsg", "ok");
        more.put("msgid", random(CODE_BYTES));
        more.put("response_code", code(worker, task));
        return new Answer(0, "ok", more);
    }

    public Answer update(JsonNode call) {
        if (call.path("agentid").asInt(0) != app.agentId()) {
            return Answer.error(40056, "invalid agentid");
        }
        JsonNode card = call.path("template_card");
        Answer fits = CardReader.check(card);
        if (!fits.ok()) {
            return fits;
        }
        Note.Coded code = codes.remove(call.path("response_code").asString(""));
        if (code == null || clock.instant().isAfter(code.end())) {
            return BAD_CODE;
        }
        notebook.write(new Note.Coded(code.code(), code.worker(), code.task(), code.end(), true));
        boolean theirs = call.path("userids")
                .valueStream()
                .anyMatch(id -> id.asString("").equals(code.worker()));
        if (!theirs) {
            return Answer.error(81013, "user & party & tag all invalid");
        }
        find(code.worker(), code.task())
                .ifPresent(there -> put(
                        there.showing(CardReader.read(there.id(), there.worker(), there.task(), there.at(), card))));
        return Answer.OK;
    }

    /** The event of a tap; empty when there is no such button to tap on that phone. */
    public Optional<String> tap(String worker, String task, String key) {
        return find(worker, task).filter(card -> card.offers(key)).map(_ -> event(worker, task, key));
    }

    public void replace(String worker, String task, String words) {
        find(worker, task).ifPresent(card -> put(card.replacedBy(words)));
    }

    /** The cards on a phone, oldest first. */
    public List<WorkCard> of(String worker) {
        return List.copyOf(phones.getOrDefault(worker, new ArrayDeque<>()));
    }

    private Answer fits(JsonNode call, JsonNode card) {
        if (call.path("agentid").asInt(0) != app.agentId()) {
            return Answer.error(40056, "invalid agentid");
        }
        return call.path("msgtype").asString("").equals("template_card")
                ? CardReader.check(card)
                : Answer.error(40008, "invalid message type");
    }

    private boolean mayReceive(String worker, Instant now) {
        Deque<Instant> times = sent.computeIfAbsent(worker, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(Duration.ofHours(1)).isAfter(now)) {
            times.removeFirst();
        }
        Instant minuteAgo = now.minus(Duration.ofMinutes(1));
        long lastMinute = times.stream().filter(at -> at.isAfter(minuteAgo)).count();
        boolean may = lastMinute < PER_MINUTE && times.size() < PER_HOUR;
        if (may) {
            times.addLast(now);
        }
        return may;
    }

    private Optional<WorkCard> find(String worker, String task) {
        return of(worker).stream().filter(card -> card.task().equals(task)).findFirst();
    }

    private void put(WorkCard card) {
        notebook.write(new Note.Carded(card));
        lay(card);
        feed.publish(new SimulatorEvent.Carded(card));
    }

    /** A new card goes to the end, a changed one keeps its place. */
    private void lay(WorkCard card) {
        Deque<WorkCard> phone = phones.computeIfAbsent(card.worker(), _ -> new ArrayDeque<>());
        List<WorkCard> cards = new ArrayList<>(phone);
        int at = cards.stream().map(WorkCard::task).toList().indexOf(card.task());
        if (at < 0) {
            cards.add(card);
        } else {
            cards.set(at, card);
        }
        phone.clear();
        phone.addAll(cards.subList(Math.max(0, cards.size() - KEPT), cards.size()));
    }

    private String event(String worker, String task, String key) {
        return "<xml><ToUserName><![CDATA[" + app.corpId() + "]]></ToUserName><FromUserName><![CDATA[" + worker
                + "]]></FromUserName><CreateTime>" + clock.instant().getEpochSecond()
                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event>"
                + "<EventKey><![CDATA[" + key + "]]></EventKey><TaskId><![CDATA[" + task
                + "]]></TaskId><CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA["
                + code(worker, task) + "]]></ResponseCode><AgentID>" + app.agentId() + "</AgentID></xml>";
    }

    private String code(String worker, String task) {
        String code = random(CODE_BYTES);
        Note.Coded note = new Note.Coded(code, worker, task, clock.instant().plus(CODE_LIFE), false);
        notebook.write(note);
        codes.put(code, note);
        return code;
    }

    private String random(int bytes) {
        byte[] random = new byte[bytes];
        this.random.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
