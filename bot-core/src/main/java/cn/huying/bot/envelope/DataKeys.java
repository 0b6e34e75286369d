package cn.huying.bot.envelope;

import cn.huying.bot.resident.ResidentId;
import reactor.core.publisher.Mono;

/** The data keys of residents, unwrapped. */
public interface DataKeys {
    /** The resident's key, created and stored durably on first use. Errors only when the store is away or the key cannot be unwrapped. */
    Mono<DataKey> of(ResidentId resident);
}
