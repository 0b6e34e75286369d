package cn.huying.api.console.broadcasts;

import cn.huying.api.console.Member;
import cn.huying.api.console.Right;
import cn.huying.bot.broadcast.BroadcastState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A button of a broadcast's page. That writer and approver are two people is decided by the broadcast; here nobody is shown a vain button. */
enum BroadcastDeed {
    EDIT(Right.WRITE_BROADCASTS, BroadcastState.DRAFT, BroadcastState.SUBMITTED),
    SUBMIT(Right.WRITE_BROADCASTS, BroadcastState.DRAFT),
    APPROVE(Right.APPROVE_BROADCASTS, BroadcastState.SUBMITTED),
    SEND_BACK(Right.APPROVE_BROADCASTS, BroadcastState.SUBMITTED),
    PAUSE(Right.STOP_BROADCASTS, BroadcastState.SENDING),
    RESUME(Right.APPROVE_BROADCASTS, BroadcastState.PAUSED),
    CANCEL(
            Right.STOP_BROADCASTS,
            BroadcastState.DRAFT,
            BroadcastState.SUBMITTED,
            BroadcastState.APPROVED,
            BroadcastState.SENDING,
            BroadcastState.PAUSED);

    private final Right right;
    private final Set<BroadcastState> states;

    BroadcastDeed(Right right, BroadcastState... states) {
        this.right = right;
        this.states = EnumSet.of(states[0], states);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<BroadcastDeed> ofPath(String path) {
        return Stream.of(values()).filter(deed -> deed.path().equals(path)).findFirst();
    }

    boolean isFor(Member member, BroadcastState state, boolean wrote) {
        return member.may(right) && states.contains(state) && !(this == APPROVE && wrote);
    }
}
