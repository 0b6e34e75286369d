package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Note;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.town.DemoResident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Who follows the account, and how many customer-service messages may still be sent to whom: five within 48 hours after the resident
 * wrote, three within one minute after a menu click, a follow or a scan.
 */
public final class FakeFollowers {
    private static final Duration AFTER_WRITING = Duration.ofHours(48);
    private static final int MESSAGES_AFTER_WRITING = 5;
    private static final Duration AFTER_TOUCHING = Duration.ofMinutes(1);
    private static final int MESSAGES_AFTER_TOUCHING = 3;

    private final Clock clock;
    private final Notebook notebook;
    private final Map<String, Follower> followers = new HashMap<>();

    public FakeFollowers(List<DemoResident> residents, Clock clock, Notebook notebook) {
        this.clock = clock;
        this.notebook = notebook;
        residents.forEach(resident ->
                followers.put(resident.openId(), new Follower(resident.follower(), Allowance.NONE, Allowance.NONE)));
        notebook.known(Note.Follows.class)
                .forEach(note -> followers.computeIfPresent(note.openId(), (_, _) -> Follower.of(note)));
    }

    /** @param left how many messages may still be sent before {@code until} */
    private record Allowance(int left, Instant until) {
        static final Allowance NONE = new Allowance(0, Instant.EPOCH);

        boolean openAt(Instant now) {
            return now.isBefore(until);
        }

        Allowance less() {
            return new Allowance(left - 1, until);
        }
    }

    private record Follower(boolean following, Allowance wrote, Allowance touched) {
        static Follower of(Note.Follows note) {
            return new Follower(
                    note.following(),
                    new Allowance(note.written(), note.writtenUntil()),
                    new Allowance(note.touched(), note.touchedUntil()));
        }

        Note.Follows note(String openId) {
            return new Note.Follows(openId, following, wrote.left(), wrote.until(), touched.left(), touched.until());
        }
    }

    public boolean known(String openId) {
        return followers.containsKey(openId);
    }

    public boolean following(String openId) {
        Follower follower = followers.get(openId);
        return follower != null && follower.following();
    }

    public void follow(String openId) {
        change(openId, was -> new Follower(true, was.wrote(), was.touched()));
        touched(openId);
    }

    public void unfollow(String openId) {
        change(openId, _ -> new Follower(false, Allowance.NONE, Allowance.NONE));
    }

    /** The resident sent a message. */
    public void wrote(String openId) {
        var fresh = new Allowance(MESSAGES_AFTER_WRITING, clock.instant().plus(AFTER_WRITING));
        change(openId, was -> new Follower(was.following(), fresh, was.touched()));
    }

    /** The resident clicked a menu, followed or scanned. */
    public void touched(String openId) {
        var fresh = new Allowance(MESSAGES_AFTER_TOUCHING, clock.instant().plus(AFTER_TOUCHING));
        change(openId, was -> new Follower(was.following(), was.wrote(), fresh));
    }

    /** Uses up one message to this resident, or says why it may not be sent. */
    public Answer take(String openId) {
        Follower follower = followers.get(openId);
        if (follower == null) {
            return Answer.error(40003, "invalid openid");
        }
        if (!follower.following()) {
            return Answer.error(43004, "require subscribe");
        }
        Instant now = clock.instant();
        boolean touched = follower.touched().openAt(now);
        boolean wrote = follower.wrote().openAt(now);
        if (touched && follower.touched().left() > 0) {
            change(openId, was -> new Follower(true, was.wrote(), was.touched().less()));
            return Answer.OK;
        }
        if (wrote && follower.wrote().left() > 0) {
            change(openId, was -> new Follower(true, was.wrote().less(), was.touched()));
            return Answer.OK;
        }
        return touched || wrote
                ? Answer.error(45047, "out of response count limit")
                : Answer.error(45015, "response out of time limit or subscription is canceled");
    }

    private void change(String openId, UnaryOperator<Follower> change) {
        Follower next = followers.computeIfPresent(openId, (_, was) -> change.apply(was));
        if (next != null) {
            notebook.write(next.note(openId));
        }
    }
}
