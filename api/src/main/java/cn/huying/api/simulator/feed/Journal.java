package cn.huying.api.simulator.feed;

import cn.huying.api.simulator.feed.PlatformCall.Direction;
import java.time.Clock;
import java.util.List;

/** What the platform was called with and what it called, the last 2,000 of it. Callers hand in masked texts only. */
public final class Journal {
    public static final int KEPT = 2_000;

    private final Feed feed;
    private final Clock clock;
    private final Recent<PlatformCall> calls = new Recent<>(KEPT);

    public Journal(Feed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    public void received(String method, String path, int code, String message, String detail) {
        add(Direction.RECEIVED, method, path, code, message, detail);
    }

    public void calledBack(String path, int status, String message, String detail) {
        add(Direction.CALLBACK, "POST", path, status, message, detail);
    }

    public List<PlatformCall> last(int count) {
        return calls.last(count);
    }

    private void add(Direction direction, String method, String path, int code, String message, String detail) {
        var call = new PlatformCall(feed.nextId(), clock.instant(), direction, method, path, code, message, detail);
        calls.add(call);
        feed.publish(new SimulatorEvent.Called(call));
    }
}
