package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Note;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.feed.Timelines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mass sends as WeChat carries them out: 2 to 10,000 openids, 60 calls a minute, four a month to each resident, and each
 * {@code clientmsgid} once: within a minute it is refused, after that the first one's id comes back.
 */
public final class FakeMassSends {
    public static final int FEWEST = 2;
    public static final int MOST = 10_000;
    public static final int PER_MINUTE = 60;
    public static final int PER_MONTH = 4;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_TEXT = 2_048;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final FakeFollowers followers;
    private final Timelines timelines;
    private final Feed feed;
    private final Clock clock;
    private final Map<String, Sent> byKey = new HashMap<>();
    private final Map<String, Month> received = new HashMap<>();
    private final Deque<Instant> recent = new ArrayDeque<>();
    private long lastId;

    public FakeMassSends(FakeFollowers followers, Timelines timelines, Feed feed, Clock clock, Notebook notebook) {
        this.followers = followers;
        this.timelines = timelines;
        this.feed = feed;
        this.clock = clock;
        this.lastId = clock.millis();
        notebook.known(Note.MassSent.class).forEach(this::restore);
    }

    /** Of residents without a phone here nobody knows any more what they got. */
    private void restore(Note.MassSent sent) {
        if (!sent.key().isEmpty()) {
            byKey.put(sent.key(), new Sent(sent.msgId(), sent.at()));
        }
        YearMonth month = YearMonth.from(sent.at().atZone(ZONE));
        sent.reached().forEach(openId -> takes(openId, month));
    }

    private record Sent(String msgId, Instant asked) {}

    private record Month(YearMonth month, int messages) {}

    /** What a mass send was for, and whom it reached. */
    public record Report(String msgId, int total, int filtered, int sent) {}

    /** @param report what the platform will tell about it; null when nothing was sent */
    public record Result(Answer answer, @Nullable Report report) {
        static Result refused(int code, String message) {
            return new Result(Answer.error(code, message), null);
        }
    }

    public Result send(String key, String text, List<String> to) {
        Instant now = clock.instant();
        if (!withinTheMinute(now)) {
            return Result.refused(45011, "api minute-quota reach limit, must slower, retry next minute");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            return Result.refused(45067, "clientmsgid size out of limit");
        }
        Sent before = byKey.get(key);
        if (before != null) {
            return again(key, before, now);
        }
        if (to.size() < FEWEST || to.size() > MOST) {
            return Result.refused(40130, "invalid openid list size, at least two openid");
        }
        if (text.isEmpty()) {
            return Result.refused(44004, "empty content");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            return Result.refused(45002, "content size out of limit");
        }
        return carriedOut(key, text, to, now);
    }

    private Result again(String key, Sent before, Instant now) {
        if (before.asked().plus(MINUTE).isAfter(now)) {
            return Result.refused(45066, "same clientmsgid retry too fast");
        }
        byKey.put(key, new Sent(before.msgId(), now));
        return new Result(answer(45065, "clientmsgid exist", before.msgId()), null);
    }

    private Result carriedOut(String key, String text, List<String> to, Instant now) {
        String msgId = String.valueOf(++lastId);
        if (!key.isEmpty()) {
            byKey.put(key, new Sent(msgId, now));
        }
        YearMonth month = YearMonth.from(now.atZone(ZONE));
        List<String> reached = new ArrayList<>();
        int sent = 0;
        for (String openId : to) {
            if (takes(openId, month)) {
                sent++;
                if (followers.known(openId)) {
                    reached.add(openId);
                }
            }
        }
        timelines.massSent(new Note.MassSent(msgId, key, now, text, reached));
        feed.publish(new SimulatorEvent.MassSent(sent, text));
        return new Result(
                answer(0, "send job submission success", msgId), new Report(msgId, to.size(), to.size() - sent, sent));
    }

    /** Residents the page does not show are followers as well. */
    private boolean takes(String openId, YearMonth month) {
        if (followers.known(openId) && !followers.following(openId)) {
            return false;
        }
        Month known = received.get(openId);
        int before = known != null && known.month().equals(month) ? known.messages() : 0;
        if (before >= PER_MONTH) {
            return false;
        }
        received.put(openId, new Month(month, before + 1));
        return true;
    }

    private boolean withinTheMinute(Instant now) {
        while (!recent.isEmpty() && !recent.getFirst().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= PER_MINUTE) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    private static Answer answer(int code, String message, String msgId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errcode", code);
        body.put("errmsg", message);
        body.put("msg_id", Long.valueOf(msgId));
        return new Answer(code, message, body);
    }
}
