package cn.huying.bot.delivery;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import java.util.Map;

/** Where something goes, and what it says there. What goes to a resident is sealed at rest, as the openid and the words are personal. */
public sealed interface Target {
    /** Things in one lane go out one after the other. Carries the openid: for comparing only, never for logs. */
    String lane();

    /** Into the WeCom group of a grid. The parameters hold nothing about a person. */
    record GroupPost(GridId grid, String template, Map<String, String> params) implements Target {
        public GroupPost {
            params = Map.copyOf(params);
        }

        @Override
        public String lane() {
            return "group " + grid.value();
        }
    }

    /** To a resident as a customer-service message. */
    record ResidentNotice(Sender to, String template, Map<String, String> params) implements Target {
        public ResidentNotice {
            params = Map.copyOf(params);
        }

        @Override
        public String lane() {
            return "resident " + to.key();
        }

        @Override
        public String toString() {
            return "ResidentNotice[" + template + "]";
        }
    }

    /** A reply that missed the platform's deadline, in its final words. */
    record LateReply(Sender to, String text) implements Target {
        @Override
        public String lane() {
            return "resident " + to.key();
        }

        @Override
        public String toString() {
            return "LateReply[***]";
        }
    }
}
