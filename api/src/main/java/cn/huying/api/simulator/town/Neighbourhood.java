package cn.huying.api.simulator.town;

import java.util.List;

/** What the page must know of the organisation tree. Asked anew each time, so that an edited tree shows at once. */
public interface Neighbourhood {
    List<Door> doors();

    List<Spot> spots();

    List<Group> groups();

    /**
     * A QR code on a door, as residents scan it.
     *
     * @param scene what the code carries, for example {@code building:xingfuli-3}
     * @param name what the door is called, for example 幸福里3栋
     */
    record Door(String scene, String name) {}

    /** A place a resident can send from the phone's map. */
    record Spot(String name, double latitude, double longitude) {}

    /**
     * A grid's WeCom group with its message robot.
     *
     * @param robotKey the secret at the end of the robot's address; never shown
     */
    record Group(String gridId, String name, String robotKey) {
        @Override
        public String toString() {
            return gridId;
        }
    }
}
