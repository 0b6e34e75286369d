package cn.huying.bot.handling.lifecycle;

import cn.huying.bot.request.Due;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.time.Instant;

/**
 * The steps by which a matter that drags on climbs up. A general matter climbs by shares of its limit; an emergency or an urgent one at 15,
 * 30 and 60 minutes after it was submitted.
 *
 * @param nudge nobody has spoken with the resident yet: worker and stand-in are nudged
 * @param yellow the leader sees it
 * @param red the next level watches
 * @param leadUp the next level leads
 */
record Ladder(Instant nudge, Instant yellow, Instant red, Instant leadUp, Instant now) {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    private static final Duration WORKING_DAY = Duration.ofDays(1);

    static Ladder of(Case situation) {
        ServiceRequest request = situation.request();
        Instant start = request.submission().at();
        Due due = request.standing().due();
        if (request.standing().tier().compareTo(Tier.P1) <= 0) {
            return new Ladder(
                    start.plus(QUARTER_HOUR),
                    start.plus(QUARTER_HOUR.multipliedBy(2)),
                    start.plus(QUARTER_HOUR.multipliedBy(4)),
                    start.plus(QUARTER_HOUR.multipliedBy(8)),
                    situation.at());
        }
        Instant limit =
                request.state() == RequestState.SCHEDULED ? due.promised().orElse(due.resolve()) : due.resolve();
        Duration whole = Duration.between(start, limit);
        Duration contact = Duration.between(start, due.firstContact());
        return new Ladder(
                start.plus(contact.dividedBy(2)),
                start.plus(whole.multipliedBy(4).dividedBy(5)),
                limit,
                limit.plus(WORKING_DAY),
                situation.at());
    }

    boolean nudgeDue() {
        return !now.isBefore(nudge);
    }

    boolean yellowDue() {
        return !now.isBefore(yellow);
    }

    boolean redDue() {
        return !now.isBefore(red);
    }

    boolean leadUpDue() {
        return !now.isBefore(leadUp);
    }
}
