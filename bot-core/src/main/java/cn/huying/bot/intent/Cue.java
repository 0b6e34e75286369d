package cn.huying.bot.intent;

/** What a phrase inside a message says about what its writer wants. */
enum Cue {
    /** 怎么办理、多少钱: wants to know. */
    QUESTION,
    /** 怎么投诉、举报电话: asks about complaining, whatever its words sound like. */
    INQUIRY,
    /** 凭什么、难道: a question in form only. */
    RHETORICAL,
    /** 坏了、没人管: something is wrong. */
    TROUBLE,
    /** 请尽快、派人来: wants it done. */
    DEMAND,
    /** 催一下、怎么还没来: waits for something that was promised. */
    URGE,
    /** Waited for from somebody else: no request of theirs is late. */
    OTHERS,
    /** 没修好、重新办理: what was done did not help. */
    UNSOLVED,
    /** 不用修了、撤销: a request is not needed any more. */
    WITHDRAW,
    /** 说不用、又坏了: what sounds like taking back is told of somebody else, or taken back itself. */
    KEEP,
    /** 地址写错了: what was registered is wrong. */
    CORRECTION,
    /** 不知道、说不清: no question, whatever follows. */
    UNSURE,
    /** 点赞、表扬: good words. */
    PRAISE,
    /** Insults. */
    ABUSE,
    /** 天气、气温. */
    WEATHER
}
