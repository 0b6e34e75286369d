package cn.huying.api.simulator.feed;

import cn.huying.api.simulator.feed.PhoneEntry.Kind;
import cn.huying.api.simulator.feed.PhoneEntry.Source;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands on each phone's screen. */
public final class Timelines {
    private static final int KEPT = 200;

    private final Feed feed;
    private final Clock clock;
    private final Map<String, Recent<PhoneEntry>> phones = new HashMap<>();
    private final Set<String> watched = new HashSet<>();

    public Timelines(Feed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** From now on the page hears of every line on this phone; the others are looked at when they are opened. */
    public void watch(String openId) {
        watched.add(openId);
    }

    public PhoneEntry add(String openId, Source source, Kind kind, String text, String detail) {
        var entry = new PhoneEntry(feed.nextId(), openId, clock.instant(), source, kind, text, detail);
        phone(openId).add(entry);
        if (watched.contains(openId)) {
            feed.publish(new SimulatorEvent.Said(entry));
        }
        return entry;
    }

    public PhoneEntry notice(String openId, String text) {
        return add(openId, Source.NOTICE, Kind.NOTICE, text, "");
    }

    /** The account is busy answering, or has ended. */
    public void busy(String openId, boolean busy) {
        feed.publish(new SimulatorEvent.Typing(openId, busy));
    }

    public void followed(String openId, boolean follower) {
        feed.publish(new SimulatorEvent.Followed(openId, follower));
    }

    public List<PhoneEntry> of(String openId) {
        Recent<PhoneEntry> phone = phones.get(openId);
        return phone == null ? List.of() : phone.list();
    }

    private Recent<PhoneEntry> phone(String openId) {
        return phones.computeIfAbsent(openId, _ -> new Recent<>(KEPT));
    }
}
