package cn.huying.bot.broadcast.alert;

import cn.huying.bot.alert.Verdict;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import java.util.Optional;

/** What taking in an alert came to. */
public sealed interface AlertReceipt {
    /** @param stopped how many earlier ones it replaced */
    record Drafted(Broadcast broadcast, int stopped) implements AlertReceipt {}

    /** It came in before: nothing changed. */
    record Known(Broadcast broadcast) implements AlertReceipt {}

    /**
     * @param stopped how many it ended; 0 when they had ended, or are not known here
     * @param allClear what is to be said to those who were told; empty when nobody was
     */
    record Lifted(int stopped, Optional<BroadcastId> allClear) implements AlertReceipt {}

    record Refused(Verdict.Reason reason) implements AlertReceipt {}
}
