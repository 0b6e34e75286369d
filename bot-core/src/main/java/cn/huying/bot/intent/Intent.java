package cn.huying.bot.intent;

/** What a resident wants with one message. Prints how long the words are, never the words. */
public sealed interface Intent {
    record Command(CommandKind kind) implements Intent {}

    /** A bare number, from 0 to 999: one of the choices shown before. */
    record Number(int value) implements Intent {}

    record SmallTalk(SmallTalkKind kind) implements Intent {}

    /** "我住幸福里3栋2单元". @param place the words after 我住 */
    record Bind(String place) implements Intent {
        @Override
        public String toString() {
            return hidden("Bind", place);
        }
    }

    /**
     * A question.
     *
     * @param trouble whether it also tells of something wrong ("楼上漏水怎么办"): the answer should offer to register it
     */
    record Ask(String text, boolean trouble) implements Intent {
        @Override
        public String toString() {
            return hidden(trouble ? "Ask in trouble" : "Ask", text);
        }
    }

    /** Something is wrong and wants doing. */
    record Report(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Report", text);
        }
    }

    /** Waits for something that was promised: 怎么还没来修. */
    record Urge(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Urge", text);
        }
    }

    /** What was done did not help: 没修好，重新办理. */
    record Unsolved(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Unsolved", text);
        }
    }

    /** Adds to what was said before: 补充：是昨晚开始的. @param text everything, with its beginning */
    record Add(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Add", text);
        }
    }

    /** A request is not needed any more: 路灯不用修了，已经亮了. */
    record Withdraw(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Withdraw", text);
        }
    }

    /** What was registered is wrong: 地址写错了，是5栋. */
    record Correct(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Correct", text);
        }
    }

    /** Does not know, or does not care: 不清楚. */
    record Unsure(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Unsure", text);
        }
    }

    /** Neither can be told from the words: try the answer first, then offer to register. */
    record Unclear(String text) implements Intent {
        @Override
        public String toString() {
            return hidden("Unclear", text);
        }
    }

    private static String hidden(String kind, String words) {
        return kind + '[' + words.length() + " characters]";
    }
}
