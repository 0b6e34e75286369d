package cn.huying.api.simulator;

import cn.huying.api.simulator.Neighbourhood.Door;
import cn.huying.api.simulator.Neighbourhood.Spot;
import java.util.List;

/**
 * Everything the page needs for its first picture.
 *
 * @param last the number of the newest event contained; the page asks for what comes after it
 */
record SimulatorState(
        String account,
        String zone,
        long last,
        List<Phone> phones,
        List<GroupBook> groups,
        List<WorkerPhone> workers,
        List<PlatformCall> calls,
        List<Door> doors,
        List<Spot> spots) {
    record Phone(String openId, String name, String about, boolean follower, List<PhoneEntry> entries) {}

    record WorkerPhone(String id, String name, String about, List<WorkCard> cards) {}

    record GroupBook(String gridId, String name, List<GroupPost> posts) {}
}
