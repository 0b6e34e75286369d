package cn.huying.api.console.knowledge;

import cn.huying.api.console.Frame.Notice;
import java.util.Locale;
import java.util.stream.Stream;

/** What a member is told after a click here. Travels in the address of the page that follows, so it is one of these and never free text. */
enum Notices {
    PROPOSED(true, "已提交，等另一位同事审批。"),
    PUBLISHED(true, "已发布，几秒内在所有窗口生效。"),
    REJECTED(true, "已退回。"),
    REFUSED(false, "没有发布：检查没通过，原因见下。"),
    DISMISSED(true, "已从列表移除。"),
    GONE(false, "这一条刚刚已经有人处理了，没有重复处理。"),
    OVERTAKEN(false, "您打开页面以后有了新的进展，刚才的操作没有执行。请先看看最新情况。"),
    OTHER_PERSON(false, "自己写的要由另一位同事审批，没有发布。"),
    UNCHANGED(false, "没有任何改动，不用提交。"),
    ROLLED_BACK(true, "已恢复，几秒内在所有窗口生效。"),
    NOT_ALONE(false, "这一期之后同样的条目又改过，不能单独撤回。请在条目的历史里看看，或者回到更早的一期。");

    private final boolean good;
    private final String words;

    Notices(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Notice of(String code) {
        return Stream.of(values())
                .filter(told -> told.code().equals(code))
                .map(told -> told.good ? Notice.good(told.words) : Notice.kindly(told.words))
                .findFirst()
                .orElse(Notice.NONE);
    }
}
