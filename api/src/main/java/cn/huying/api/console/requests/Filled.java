package cn.huying.api.console.requests;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.action.Action;
import cn.huying.bot.taxonomy.Level;
import java.time.Instant;
import java.util.Map;

/**
 * A form whose fields were understood.
 *
 * @param asker the unit that leads the request now
 */
record Filled(
        Map<DeedField, String> texts,
        Unit unit,
        RequestId main,
        Action.Decline.Reason reason,
        Instant until,
        String asker) {
    private static final Unit SOME_UNIT = new Unit(new GridId("-"), "-", Level.DISTRICT, false);
    private static final RequestId SOME_REQUEST = new RequestId("0".repeat(32));

    /** Filled in so that the life cycle can be asked whether the deed is possible at all. */
    static Filled anyhow(Instant until) {
        return new Filled(Map.of(), SOME_UNIT, SOME_REQUEST, Action.Decline.Reason.OTHER_AREA, until, "-");
    }

    String text(DeedField field) {
        return texts.getOrDefault(field, "-");
    }
}
