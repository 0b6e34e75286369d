package cn.huying.api;

import cn.huying.api.wecom.RobotKey;
import cn.huying.bot.grid.GridId;

/** The robots of the demo's groups: public keys that open nothing outside the built-in platform. */
final class DemoRobots {
    private DemoRobots() {}

    static RobotKey keyOf(GridId grid) {
        return new RobotKey("demo-robot-" + grid.value());
    }
}
