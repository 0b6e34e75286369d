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
    private final Notebook notebook;
    private final Map<String, Recent<PhoneEntry>> phones = new HashMap<>();
    private final Set<String> watched = new HashSet<>();

    public Timelines(Feed feed, Clock clock, Notebook notebook) {
        this.feed = feed;
        this.clock = clock;
        this.notebook = notebook;
        notebook.known().forEach(this::restore);
    }

    private void restore(Note note) {
        if (note instanceof Note.Said(PhoneEntry entry)) {
            phone(entry.openId()).add(entry);
        } else if (note instanceof Note.MassSent sent) {
            sent.reached().forEach(openId -> phone(openId).add(pushed(openId, sent)));
        }
    }

    /** From now on the page hears of every line on this phone; the others are looked at when they are opened. */
    public void watch(String openId) {
        watched.add(openId);
    }

    public PhoneEntry add(String openId, Source source, Kind kind, String text, String detail) {
        var entry = new PhoneEntry(feed.nextId(), openId, clock.instant(), source, kind, text, detail);
        notebook.write(new Note.Said(entry));
        show(entry);
        return entry;
    }

    /** The same line on many phones at once. */
    public void massSent(Note.MassSent sent) {
        notebook.write(sent);
        sent.reached().forEach(openId -> show(pushed(openId, sent)));
    }

    private PhoneEntry pushed(String openId, Note.MassSent sent) {
        return new PhoneEntry(feed.nextId(), openId, sent.at(), Source.PUSH, Kind.TEXT, sent.text(), "群发");
    }

    private void show(PhoneEntry entry) {
        phone(entry.openId()).add(entry);
        if (watched.contains(entry.openId())) {
            feed.publish(new SimulatorEvent.Said(entry));
        }
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
