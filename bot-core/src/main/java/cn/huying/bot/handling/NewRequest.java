package cn.huying.bot.handling;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Submission.Matter;
import cn.huying.bot.request.Submission.Place;
import cn.huying.bot.request.Submission.Requester;
import cn.huying.bot.request.Unit;
import java.time.Instant;
import java.util.List;

/**
 * A matter ready to become a request: its words went through the emergency screen, its place and category are found.
 *
 * @param id derived from the message it came by, see {@link RequestId#of}
 * @param text the matter in the resident's words
 * @param at when the resident sent it; the same when the message is handled again
 */
public record NewRequest(
        RequestId id, Requester requester, Matter matter, Place place, String text, Routing routing, Instant at) {
    /** What the routing rules said. */
    public sealed interface Routing {
        /**
         * Exactly one rule fired.
         *
         * @param copies whose groups are told as well
         */
        record ToUnit(Unit unit, List<GridId> copies) implements Routing {
            public ToUnit {
                copies = List.copyOf(copies);
            }

            public ToUnit(Unit unit) {
                this(unit, List.of());
            }
        }

        /** No rule fired, or several: a human decides. The reason is a code. */
        record ToTriage(String reason) implements Routing {}
    }

    /** The sender's clock may be ahead of ours; nothing happens in the future. */
    NewRequest notAfter(Instant now) {
        return at.isAfter(now) ? new NewRequest(id, requester, matter, place, text, routing, now) : this;
    }

    Submission submission() {
        return new Submission(requester, matter, place, text, at);
    }

    @Override
    public String toString() {
        return "NewRequest " + id;
    }
}
