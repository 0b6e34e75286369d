package cn.huying.api.wechat;

import cn.huying.api.callback.SignedQuery;
import cn.huying.bot.message.InboundMessage;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The callback with no bot behind it: verifies, decrypts, echoes, encrypts. What the webhook's cost is measured against; it serves nobody.
 */
public final class EchoDoor {
    private final Door door;

    public EchoDoor(OfficialAccount account, Clock clock) {
        this.door = new Door(account, clock);
    }

    /** The sealed echo of a text message; empty when the call is not the platform's or carries no text. */
    public Optional<byte[]> echo(@Nullable String rawQuery, byte[] body) {
        SignedQuery query = SignedQuery.of(rawQuery);
        return door.mayOpen(query)
                        && door.open(query, body)
                                instanceof Door.Opened.Message(InboundMessage.Text(var origin, var words))
                ? Optional.of(door.seal(origin, words))
                : Optional.empty();
    }
}
