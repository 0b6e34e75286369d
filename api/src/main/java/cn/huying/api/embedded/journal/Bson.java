package cn.huying.api.embedded.journal;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;

/** A document as the bytes in which it is kept, written and sent. Nobody changes them once they are made. */
public final class Bson {
    private Bson() {}

    /** @throws MongoServerError when it would be larger than a document may be */
    public static byte[] encode(Document document) {
        ByteBuf out = PooledByteBufAllocator.DEFAULT.heapBuffer();
        try {
            BsonEncoder.encodeDocument(document, out);
            if (out.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
                throw new MongoServerError(17419, "the document would be larger than 16 MB");
            }
            byte[] bytes = new byte[out.readableBytes()];
            out.readBytes(bytes);
            return bytes;
        } finally {
            out.release();
        }
    }

    public static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }
}
