package cn.huying.api.simulator.fault;

import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.SimulatorEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One switch for each host, and how many calls met it. */
public final class FaultSwitches {
    private final Feed feed;
    private final Map<FaultyHost, SimulatorEvent.Switched> switches = new EnumMap<>(FaultyHost.class);

    public FaultSwitches(Feed feed) {
        this.feed = feed;
        reset();
    }

    /** How the switches stand, one for each host. */
    public List<SimulatorEvent.Switched> all() {
        return List.copyOf(switches.values());
    }

    /** Turned, a switch begins to count anew. */
    public void turn(FaultyHost host, Fault fault) {
        put(host, fault, 0);
    }

    public void reset() {
        for (FaultyHost host : FaultyHost.values()) {
            put(host, Fault.NONE, 0);
        }
    }

    /** What happens to a call that comes now. */
    Fault meet(FaultyHost host) {
        SimulatorEvent.Switched now = switches.getOrDefault(host, new SimulatorEvent.Switched(host.name(), "NONE", 0));
        Fault fault = Fault.valueOf(now.fault());
        if (fault != Fault.NONE) {
            put(host, fault, now.met() + 1);
        }
        return fault;
    }

    private void put(FaultyHost host, Fault fault, int met) {
        var next = new SimulatorEvent.Switched(host.name(), fault.name(), met);
        switches.put(host, next);
        feed.publish(next);
    }
}
