package cn.huying.api.simulator;

import java.util.List;

/**
 * An invented person with a phone.
 *
 * @param follower whether the person already follows the account when the demo starts
 */
public record DemoResident(String openId, String name, String about, boolean follower) {
    /** The people the page offers. None exists. */
    public static List<DemoResident> all() {
        return List.of(
                new DemoResident("oDemoResident00000000001", "周巧云", "幸福里 · 退休教师", true),
                new DemoResident("oDemoResident00000000002", "韩立冬", "租住两年的外卖骑手", true),
                new DemoResident("oDemoResident00000000003", "罗小满", "二孩妈妈，楼栋热心人", true),
                new DemoResident("oDemoResident00000000004", "白凡", "上周刚搬来，还没有关注", false));
    }
}
