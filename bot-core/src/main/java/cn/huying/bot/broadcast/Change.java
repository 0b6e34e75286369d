package cn.huying.bot.broadcast;

/** What asking something of a broadcast came to. */
public sealed interface Change {
    record Changed(Broadcast broadcast) implements Change {}

    /** @param broadcast as it is and stays */
    record Refused(Refusal reason, Broadcast broadcast) implements Change {}

    record Missing() implements Change {}

    /** Why something cannot be done. */
    enum Refusal {
        WRONG_STATE("现在的状态不能这样做"),
        /** Whoever had a hand in it cannot approve it. */
        SAME_PERSON("编写的人不能自己审批，请另一位同事审批"),
        /** It is not what the approver saw. */
        CHANGED_MEANWHILE("内容或对象在您查看之后改过，请重新看一遍再审批"),
        EXPIRED("已经过了有效时间"),
        UNFIT_CONTENT("标题或正文为空或过长"),
        UNFIT_AUDIENCE("请选择网格和渠道；给居民的渠道只能选一种"),
        UNKNOWN_GRID("网格不存在"),
        /** A link or number that is not on the list of those the office vouches for. */
        UNVOUCHED_WORDS("正文里有不在允许名单里的链接或号码");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        /** For the member of staff. */
        public String words() {
            return words;
        }
    }
}
