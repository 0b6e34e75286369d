package cn.huying.bot.intent;

/** What may be asked of an answer just given without saying what it was about. */
public enum Aspect {
    /** 都要带啥. */
    BRING,
    /** 去哪办. */
    WHERE,
    /** 要多久. */
    DURATION,
    /** 多少钱. */
    COST,
    /** 可以代办吗. */
    PROXY,
    /** 有什么条件. */
    CONDITIONS,
    /** 怎么办理、第一步. */
    STEPS,
    /** 打什么电话. */
    PHONE,
    /** 有依据吗. */
    SOURCE,
    /** 谁赔. */
    LIABILITY,
    /** 还有别的吗. */
    MORE,
    /** 那我妈呢: the same for somebody else. */
    OTHERS
}
