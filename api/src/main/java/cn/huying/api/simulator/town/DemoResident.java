package cn.huying.api.simulator.town;

import java.util.List;

/**
 * An invented person with a phone.
 *
 * @param grid the grid the person is known to live in, as residents read it; empty for one who never told
 * @param follower whether the person already follows the account when the demo starts
 */
public record DemoResident(String openId, String name, String about, String grid, boolean follower) {
    /** The people the page offers first. None exists. */
    public static List<DemoResident> all() {
        return List.of(
                new DemoResident("oDemoResident00000000001", "周巧云", "退休教师，还没有登记住址", "", true),
                new DemoResident("oDemoResident00000000002", "韩立冬", "租住两年的外卖骑手", "", true),
                new DemoResident("oDemoResident00000000003", "罗小满", "二孩妈妈，楼栋热心人", "", true),
                new DemoResident("oDemoResident00000000004", "白凡", "上周刚搬来，还没有关注", "", false));
    }

    DemoResident livingIn(String where) {
        return new DemoResident(openId, name, about, where, follower);
    }
}
