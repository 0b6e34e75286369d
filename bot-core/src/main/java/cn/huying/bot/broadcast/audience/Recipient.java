package cn.huying.bot.broadcast.audience;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentId;

/** Somebody a broadcast goes to, through one channel. */
public sealed interface Recipient {
    /** Who it is: the same person or group is written down once for each channel. */
    String who();

    /** @param as the channel user through which the person is reached */
    record Resident(ResidentId id, Sender as) implements Recipient {
        @Override
        public String who() {
            return id.value();
        }

        @Override
        public String toString() {
            return "Resident[" + id + "]";
        }
    }

    /** The WeCom group of a grid. */
    record Group(GridId grid) implements Recipient {
        @Override
        public String who() {
            return grid.value();
        }
    }
}
