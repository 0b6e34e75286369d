package cn.huying.api.mongo;

import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.DataKeys;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentStore;
import reactor.core.publisher.Mono;

/** The key that seals what belongs to a sender: that of the person behind it. */
public record PersonalKeys(ResidentStore residents, DataKeys keys) {
    Mono<DataKey> of(Sender sender) {
        return residents.of(sender).flatMap(keys::of);
    }
}
