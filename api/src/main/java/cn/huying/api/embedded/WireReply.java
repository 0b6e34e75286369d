package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Batch;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/** A reply encoded at the moment it was computed: the documents it shows may have changed by the time it is sent. */
record WireReply(ChannelHandlerContext connection, int requestId, ByteBuf encoded) implements Batch.Held {
    private static final int INTERNAL_ERROR = 8;

    static WireReply of(ChannelHandlerContext connection, int requestId, Document document) {
        return new WireReply(connection, requestId, encode(connection, requestId, document));
    }

    private static ByteBuf encode(ChannelHandlerContext connection, int requestId, Document document) {
        ByteBuf out = connection.alloc().ioBuffer();
        try {
            out.writeIntLE(0).writeIntLE(0).writeIntLE(requestId).writeIntLE(OpCode.OP_MSG.getId());
            out.writeIntLE(0).writeByte(MongoMessage.SECTION_KIND_BODY);
            BsonEncoder.encodeDocument(document, out);
            return out.setIntLE(0, out.writerIndex());
        } catch (RuntimeException e) {
            out.release();
            throw e;
        }
    }

    // The void promise tells failures to the connection's handler.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void send() {
        connection.writeAndFlush(encoded, connection.voidPromise());
    }

    @Override
    public void refuse(String reason) {
        encoded.release();
        of(connection, requestId, error(INTERNAL_ERROR, "JournalFailed", reason))
                .send();
    }

    static Document error(MongoServerException e) {
        return e instanceof MongoServerError error
                ? error(error.getCode(), error.getCodeName(), error.getMessageWithoutErrorCode())
                : error(INTERNAL_ERROR, "UnknownError", e.getMessageWithoutErrorCode());
    }

    static Document error(int code, String name, String message) {
        return new Document("ok", 0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
