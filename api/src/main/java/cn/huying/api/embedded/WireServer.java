package cn.huying.api.embedded;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Listens on the loopback address. One thread serves all connections; it is the thread that applies commands. */
final class WireServer {
    private final ChannelGroup connections;
    private final Channel listener;

    private WireServer(ChannelGroup connections, Channel listener) {
        this.connections = connections;
        this.listener = listener;
    }

    /** @throws RuntimeException that is a {@link java.net.BindException} when the port is taken */
    static WireServer bind(EventLoopGroup thread, Commands commands, int port) {
        ChannelGroup connections = new DefaultChannelGroup("store", thread.next());
        Channel listener = new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(new MongoWireReplyEncoder(), new MongoWireProtocolHandler())
                                .addLast(new CommandHandler(commands));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
        return new WireServer(connections, listener);
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    void stopListening() {
        listener.close().syncUninterruptibly();
    }

    void closeConnections() {
        connections.close().syncUninterruptibly();
    }
}
