package cn.huying.api.console;

import cn.huying.api.console.Frame.Notice;
import cn.huying.bot.handling.lifecycle.Guard;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/** What a member is told after a click. Travels in the address of the page that follows, so it is one of these and never free text. */
public enum Told {
    DONE(true, "已办好，下面是最新进展。"),
    AGAIN(true, "已重新处理，结果会在十秒左右出来。"),
    DISMISSED(true, "已从列表移除。"),
    OVERTAKEN(false, "您打开页面以后，这件事有了新的进展，刚才的操作没有执行。请先看看最新进展。"),
    GONE(false, "这一条刚刚已经有人处理了，没有重复处理。"),
    HIGHER_LEVEL(false, "这一步要由上一级来办，没有改动。"),
    TOO_LATE(false, "已经过了可以办这一步的时间，没有改动。"),
    ONCE_ONLY(false, "这一步已经用过，不能再用，没有改动。"),
    OTHER_PERSON(false, "要由另一位同事来办这一步，没有改动。"),
    NOT_ALLOWED(false, "这一步现在不能办，没有改动。请看最新进展。");

    private final boolean good;
    private final String words;

    Told(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for a code nobody of ours has written. */
    public static Notice notice(String code) {
        return Stream.of(values())
                .filter(told -> told.code().equals(code))
                .map(told -> new Notice(told.good ? "success" : "warning", told.words))
                .findFirst()
                .orElse(Notice.NONE);
    }

    public static Told refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchRequest _, Refusal.NotFromHere _ -> OVERTAKEN;
            case Refusal.NotYours _ -> NOT_ALLOWED;
            case Refusal.Unmet(Guard guard) ->
                switch (guard) {
                    case FROM_THE_RAISED_LEVEL,
                            BY_A_LEVEL_ABOVE,
                            BY_THE_SUBDISTRICT_OR_ABOVE,
                            LEVEL_UP_AFTER_TWO_REDIRECTS -> HIGHER_LEVEL;
                    case BEFORE_EXPIRY, WITHIN_A_QUARTER -> TOO_LATE;
                    case EXTENDED_NEVER, ASKED_LESS_THAN_TWICE, ONE_URGE_A_DAY, THREE_URGES_BEFORE_STAFF_ACT ->
                        ONCE_ONLY;
                    case NOT_THE_HANDLER, ANOTHER_DISPATCHER -> OTHER_PERSON;
                    default -> NOT_ALLOWED;
                };
        };
    }
}
