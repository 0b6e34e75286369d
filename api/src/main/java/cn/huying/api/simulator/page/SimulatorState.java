package cn.huying.api.simulator.page;

import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.PlatformCall;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.phone.SimulatedWorkers.WorkerPhone;
import cn.huying.api.simulator.town.Neighbourhood.Door;
import cn.huying.api.simulator.town.Neighbourhood.Spot;
import java.util.List;

/**
 * Everything the page needs for its first picture.
 *
 * @param last the number of the newest event contained; the page asks for what comes after it
 * @param settled how many residents told where they live
 */
record SimulatorState(
        String account,
        String zone,
        long last,
        List<Phone> phones,
        List<GroupBook> groups,
        List<WorkerPhone> workers,
        List<PlatformCall> calls,
        List<SimulatorEvent.Switched> faults,
        List<Door> doors,
        List<Spot> spots,
        int settled) {
    record Phone(String openId, String name, String about, String grid, boolean follower, List<PhoneEntry> entries) {}

    record GroupBook(String gridId, String name, List<GroupPost> posts) {}
}
