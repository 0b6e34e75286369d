package cn.huying.api.simulator;

import cn.huying.api.simulator.PhoneEntry.Kind;
import cn.huying.api.simulator.PhoneEntry.Source;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands on each phone's screen. */
final class Timelines {
    private static final int KEPT = 200;

    private final Feed feed;
    private final Clock clock;
    private final Map<String, Recent<PhoneEntry>> phones = new ConcurrentHashMap<>();

    Timelines(Feed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    PhoneEntry add(String openId, Source source, Kind kind, String text, String detail) {
        var entry = new PhoneEntry(feed.nextId(), openId, clock.instant(), source, kind, text, detail);
        phone(openId).add(entry);
        feed.publish(new SimulatorEvent.Said(entry));
        return entry;
    }

    PhoneEntry notice(String openId, String text) {
        return add(openId, Source.NOTICE, Kind.NOTICE, text, "");
    }

    List<PhoneEntry> of(String openId) {
        return phone(openId).list();
    }

    private Recent<PhoneEntry> phone(String openId) {
        return phones.computeIfAbsent(openId, _ -> new Recent<>(KEPT));
    }
}
