package cn.huying.api.mongo;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Sender;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A message as bytes, whole: the form in which it is stored, with its id and its sender. */
public final class MessageBytes {
    private MessageBytes() {}

    public static byte[] of(InboundMessage message) {
        return BsonBytes.of(MessageMapping.document(message)
                .append("_id", new BsonString(message.origin().inboxId().value()))
                .append("sender", new BsonString(message.origin().sender().key())));
    }

    public static InboundMessage parse(byte[] bytes) {
        BsonDocument document = BsonBytes.parse(bytes);
        return MessageMapping.message(
                new InboxId(document.getString("_id").getValue()),
                Sender.ofKey(document.getString("sender").getValue()),
                document);
    }
}
