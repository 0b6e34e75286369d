package cn.huying.bot.staff;

/** What somebody was appointed to. Nobody holds two: who writes a broadcast never approves one, who runs the system reads no resident. */
public enum Post {
    /** 网格员 */
    WORKER,
    /** 分拨员: sends on what no machine could. */
    DISPATCHER,
    /** 社区工作者 */
    COMMUNITY,
    /** 街道工作人员 */
    SUBDISTRICT,
    /** Writes broadcasts. */
    AUTHOR,
    /** Approves what another has written. */
    APPROVER,
    /** 系统管理员 */
    ADMIN,
    /** 安全管理员 */
    SECURITY,
    /** 审计员 */
    AUDITOR
}
