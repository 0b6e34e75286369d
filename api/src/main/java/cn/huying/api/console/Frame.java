package cn.huying.api.console;

import cn.huying.bot.staff.Post;
import java.util.List;

/**
 * What stands round every page.
 *
 * @param sections what the member may open
 * @param here the section that is open, by its address; empty for none
 * @param notice what the last click came to; empty when there was none
 */
public record Frame(String who, String post, List<Section> sections, String here, Notice notice) {
    /** @param kind {@code success} or {@code warning} */
    public record Notice(String kind, String text) {
        public static final Notice NONE = new Notice("", "");

        public static Notice good(String text) {
            return new Notice("success", text);
        }

        public static Notice kindly(String text) {
            return new Notice("warning", text);
        }

        public boolean there() {
            return !text.isEmpty();
        }
    }

    static String name(Post post) {
        return switch (post) {
            case WORKER -> "网格员";
            case DISPATCHER -> "分拨员";
            case COMMUNITY -> "社区";
            case SUBDISTRICT -> "街道";
            case AUTHOR -> "拟稿";
            case APPROVER -> "审批";
            case ADMIN -> "系统管理";
            case SECURITY -> "安全管理";
            case AUDITOR -> "审计";
        };
    }
}
