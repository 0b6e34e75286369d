package cn.huying.bot.resident;

import cn.huying.bot.message.Sender;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Residents and the channel users through which they write. */
public interface ResidentStore {
    /** The person behind a channel user; a new person on first contact. */
    Mono<ResidentId> of(Sender sender);

    /** Where the person lives; empty when not known. */
    Mono<Home> homeOf(ResidentId resident);

    Mono<Void> settle(ResidentId resident, Home home);

    /** Keeps whether the channel user follows the account; an older statement never overwrites a newer one. */
    Mono<Void> follows(Sender sender, boolean following, Instant at);
}
