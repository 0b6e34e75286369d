package cn.huying.api.simulator.town;

import java.util.List;

/**
 * The WeCom application the grid workers have on their phones, and who they are.
 *
 * @param side the application's callback seen from the platform's end
 */
public record DemoWorkApp(String corpId, int agentId, String secret, List<Member> members, PlatformSide side) {
    public DemoWorkApp {
        members = List.copyOf(members);
    }

    /** @param about what he or she does, for example 第一网格 */
    public record Member(String id, String name, String about) {}

    /** Where the application takes what happens to its cards. */
    public String callback() {
        return "/wecom/" + corpId + '/' + agentId;
    }

    @Override
    public String toString() {
        return corpId + '/' + agentId;
    }
}
