package cn.huying.bot.request.action;

import java.util.Locale;

/** What a resident answers to the two questions of the follow-up. */
public record Rating(Solved solved, Satisfaction satisfaction) {
    /** 解决了吗. */
    public enum Solved {
        YES,
        PARTLY,
        NO
    }

    /** 满意吗. */
    public enum Satisfaction {
        SATISFIED,
        MOSTLY,
        NOT
    }

    /** Whether this closes the request: at least partly solved, and the resident can live with it. */
    public boolean closes() {
        return solved != Solved.NO && satisfaction != Satisfaction.NOT;
    }

    public String code() {
        return (solved.name() + ',' + satisfaction.name()).toLowerCase(Locale.ROOT);
    }
}
