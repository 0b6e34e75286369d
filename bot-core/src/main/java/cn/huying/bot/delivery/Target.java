package cn.huying.bot.delivery;

import cn.huying.bot.delivery.channel.CardText;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.staff.WorkerId;
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

    /**
     * To one worker's phone as a card of the WeCom application: a new card, or a new face for the one already there.
     *
     * @param about the request, for finding the card again
     */
    record WorkerCard(WorkerId to, String about, boolean update, CardText text) implements Target {
        @Override
        public String lane() {
            return "worker " + to;
        }
    }
}
