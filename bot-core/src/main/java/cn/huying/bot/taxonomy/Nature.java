package cn.huying.bot.taxonomy;

/** What the resident wants, the six kinds every government hotline knows; independent of what the matter is about. */
public enum Nature {
    /** 咨询. */
    INQUIRY,
    /** 求助. */
    HELP,
    /** 投诉. */
    COMPLAINT,
    /** 举报. */
    REPORT,
    /** 建议. */
    SUGGESTION,
    /** 表扬. */
    PRAISE
}
