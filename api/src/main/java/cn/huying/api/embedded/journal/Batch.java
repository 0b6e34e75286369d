package cn.huying.api.embedded.journal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;

/** What one force makes durable: the entries of the commands since the last one, and the replies that wait for it. */
public final class Batch {
    private static final int FIRST_SIZE = 16 << 10;

    private final ByteBuf frame = Frame.open(PooledByteBufAllocator.DEFAULT.directBuffer(FIRST_SIZE));
    private final List<Held> waiting = new ArrayList<>();
    private boolean durable;

    /** A reply that must not leave before what it was computed from is on the disk. */
    public interface Held {
        void send();

        void refuse(String reason);
    }

    ByteBuf frame() {
        return frame;
    }

    int size() {
        return frame.readableBytes();
    }

    boolean isEmpty() {
        return size() == Frame.HEADER;
    }

    public boolean isDurable() {
        return durable;
    }

    public void hold(Held reply) {
        waiting.add(reply);
    }

    void durable() {
        durable = true;
        waiting.forEach(Held::send);
        waiting.clear();
    }

    void refuse(String reason) {
        waiting.forEach(reply -> reply.refuse(reason));
        waiting.clear();
    }
}
