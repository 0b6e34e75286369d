package cn.huying.bot.request;

import static cn.huying.bot.request.ResidentClock.ENDED;
import static cn.huying.bot.request.ResidentClock.FOLLOWS_MAIN;
import static cn.huying.bot.request.ResidentClock.NOT_STARTED;
import static cn.huying.bot.request.ResidentClock.PAUSED;
import static cn.huying.bot.request.ResidentClock.RUNS;
import static cn.huying.bot.request.ResidentClock.RUNS_TO_PROMISE;
import static cn.huying.bot.request.ResidentClock.STOPPED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a request stands, and what the resident's clock does meanwhile. */
public enum RequestState {
    /** 对话中: the bot is still collecting. Kept with the conversation, never in the store. */
    DRAFT(NOT_STARTED),
    /** 已提交: the number is issued. */
    SUBMITTED(RUNS),
    /** 待分拨: a human decides who handles it. */
    TRIAGE(RUNS),
    /** 待补充: the resident was asked something. */
    NEEDS_INFO(PAUSED),
    /** 不予受理: out of scope, with reason and alternative. */
    DECLINED(ENDED),
    /** 并单: follows a main request. */
    MERGED(FOLLOWS_MAIN),
    /** 已派单: sent to a unit. */
    DISPATCHED(RUNS),
    /** 退单待审: the unit says it is not theirs. */
    RETURN_PENDING(RUNS),
    /** 已签收: the unit accepted. */
    SIGNED(RUNS),
    /** 办理中: the resident was contacted or work has begun. */
    IN_PROGRESS(RUNS),
    /** 已排期: planned for a date the resident knows. */
    SCHEDULED(RUNS_TO_PROMISE),
    /** 外转: in another system, with its reference. */
    EXTERNAL(RUNS),
    /** 挂账待批. */
    DEFER_PENDING(STOPPED),
    /** 挂账: lawful but not possible now; the review date runs. */
    DEFERRED(STOPPED),
    /** 已办结: the unit's reply is there. */
    RESOLVED(STOPPED),
    /** 审核中: sampled, or sensitive. */
    REVIEW(STOPPED),
    /** 待回访: the resident is asked whether it is solved. */
    FOLLOW_UP(ResidentClock.FOLLOW_UP),
    /** 重办: not solved, or not satisfied with cause. */
    REWORK(RUNS),
    /** 已结案. */
    CLOSED(ENDED),
    /** 已撤回: by the resident. */
    WITHDRAWN(ENDED);

    private static final Set<RequestState> OPEN = EnumSet.of(
            SUBMITTED,
            TRIAGE,
            NEEDS_INFO,
            DISPATCHED,
            RETURN_PENDING,
            SIGNED,
            IN_PROGRESS,
            SCHEDULED,
            EXTERNAL,
            DEFER_PENDING,
            DEFERRED,
            REWORK);

    private final ResidentClock clock;

    RequestState(ResidentClock clock) {
        this.clock = clock;
    }

    public ResidentClock clock() {
        return clock;
    }

    /** Submitted, and nobody has yet said that it is done. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** The key of the words a resident reads for it. */
    public String textKey() {
        return "state." + name().toLowerCase(Locale.ROOT);
    }
}
