package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.GroupPost.Format;
import cn.huying.api.simulator.feed.Note;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.Recent;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.Neighbourhood.Group;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The message robots of the grids' groups: 20 posts a minute each, and what they wrote. */
public final class FakeRobots {
    public static final int PER_MINUTE = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST_TEXT = 2_048;
    private static final int LONGEST_MARKDOWN = 4_096;
    private static final int KEPT = 100;

    private final Neighbourhood neighbourhood;
    private final Feed feed;
    private final Clock clock;
    private final Notebook notebook;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private final Map<String, Recent<GroupPost>> posts = new HashMap<>();

    public FakeRobots(Neighbourhood neighbourhood, Feed feed, Clock clock, Notebook notebook) {
        this.neighbourhood = neighbourhood;
        this.feed = feed;
        this.clock = clock;
        this.notebook = notebook;
        notebook.known(Note.Posted.class)
                .forEach(known -> book(known.post().gridId()).add(known.post()));
    }

    public Answer post(String key, Format format, String content) {
        Optional<Group> group = neighbourhood.groups().stream()
                .filter(candidate -> candidate.robotKey().equals(key))
                .findFirst();
        if (group.isEmpty()) {
            return Answer.error(93000, "invalid webhook url");
        }
        if (content.isEmpty()) {
            return Answer.error(44004, "text content is empty");
        }
        Answer size = size(format, content);
        return size.ok() ? write(group.get(), format, content) : size;
    }

    public List<GroupPost> of(String gridId) {
        return book(gridId).list();
    }

    private Answer write(Group group, Format format, String content) {
        if (!mayPost(group)) {
            return Answer.error(45009, "api freq out of limit");
        }
        var post = new GroupPost(feed.nextId(), group.gridId(), clock.instant(), format, content);
        notebook.write(new Note.Posted(post));
        book(group.gridId()).add(post);
        feed.publish(new SimulatorEvent.Posted(post));
        return Answer.OK;
    }

    private static Answer size(Format format, String content) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        int longest =
                switch (format) {
                    case TEXT -> LONGEST_TEXT;
                    case MARKDOWN -> LONGEST_MARKDOWN;
                };
        String field =
                switch (format) {
                    case TEXT -> "text";
                    case MARKDOWN -> "markdown";
                };
        return bytes <= longest
                ? Answer.OK
                : Answer.error(40058, field + ".content exceed max length " + longest + ". invalid Request Parameter");
    }

    private boolean mayPost(Group group) {
        Instant now = clock.instant();
        Deque<Instant> times = recent.computeIfAbsent(group.robotKey(), _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(MINUTE).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= PER_MINUTE) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    private Recent<GroupPost> book(String gridId) {
        return posts.computeIfAbsent(gridId, _ -> new Recent<>(KEPT));
    }
}
