package cn.huying.bot.alert;

/** Whether a message may be acted on. */
public sealed interface Verdict {
    record Accepted(Alert alert) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}

    /** Why a message is not acted on. */
    enum Reason {
        /** Not well-formed, or a field the standard demands is missing or unreadable. */
        MALFORMED("不是完整的 CAP 1.2 报文"),
        /** Larger or deeper than any real one. */
        OVERSIZED("报文过大或嵌套过深"),
        UNKNOWN_SENDER("发布单位不在允许的名单里"),
        /** An exercise, a test or a draft. */
        NOT_ACTUAL("不是正式发布的预警（status 不是 Actual）"),
        /** Meant for a few only, by its scope. */
        NOT_PUBLIC("不是面向公众的预警（scope 不是 Public）"),
        /** Expired already, or sent so long ago that it is no news. */
        STALE("预警已过期或发布已久"),
        FROM_THE_FUTURE("发布时间在未来"),
        /** No warning holds that long: a slip in the date, which residents would read. */
        ENDLESS("有效期超过 31 天，请核对失效时间"),
        /** An update or cancellation that does not say of what. */
        NO_REFERENCE("更新或解除没有写明针对哪一条预警");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For the person who sent it. */
        public String words() {
            return words;
        }
    }
}
