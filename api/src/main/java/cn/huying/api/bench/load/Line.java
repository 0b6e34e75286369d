package cn.huying.api.bench.load;

import cn.huying.api.bench.load.Letters.Letter;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One kept-alive HTTP/1.1 connection with at most one message under way. Understands just what the servers measured here answer. */
public final class Line implements AutoCloseable {
    private static final int FIRST_ROOM = 8 * 1024;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LENGTH = {'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'};
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(FIRST_ROOM);
    private int bodyFrom = -1;
    private int bodyLength;
    private Letter letter = new Letter("", new byte[0]);
    private long startedAt;

    private Line(SocketChannel channel) {
        this.channel = channel;
    }

    static Line open(int port, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Line line = new Line(channel);
        channel.register(selector, SelectionKey.OP_READ, line);
        return line;
    }

    /** @param nanos since when the resident waits */
    void send(Letter next, long nanos) throws IOException {
        letter = next;
        startedAt = nanos;
        in.clear();
        bodyFrom = -1;
        ByteBuffer out = ByteBuffer.wrap(next.request());
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Takes in what has come; true when the answer is whole. */
    boolean receive() throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
        }
        if (channel.read(in) < 0) {
            throw new EOFException("closed by the server");
        }
        if (bodyFrom < 0) {
            readHead();
        }
        return bodyFrom >= 0 && in.position() >= bodyFrom + bodyLength;
    }

    private void readHead() {
        byte[] bytes = in.array();
        int end = find(HEAD_END, bytes, 0, in.position());
        if (end < 0) {
            return;
        }
        int length = find(LENGTH, bytes, 0, end);
        bodyLength = length < 0 ? 0 : number(bytes, length + LENGTH.length);
        bodyFrom = end + HEAD_END.length;
    }

    private static int find(byte[] wanted, byte[] bytes, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && lower(bytes[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    private static int number(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int value = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
        }
        return value;
    }

    int status() {
        return number(in.array(), STATUS_AT);
    }

    byte[] body() {
        return Arrays.copyOfRange(in.array(), bodyFrom, bodyFrom + bodyLength);
    }

    Letter letter() {
        return letter;
    }

    long startedAt() {
        return startedAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
