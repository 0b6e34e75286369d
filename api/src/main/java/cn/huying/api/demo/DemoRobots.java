package cn.huying.api.demo;

import cn.huying.api.wecom.RobotKey;
import cn.huying.bot.grid.GridId;

/** The robots of the demo's groups: public keys that open nothing outside the built-in platform. */
public final class DemoRobots {
    private DemoRobots() {}

    public static RobotKey keyOf(GridId grid) {
        return new RobotKey("demo-robot-" + grid.value());
    }
}
