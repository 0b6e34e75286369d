package cn.huying.api.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection. Takes a command, and lets its reply go when it may. */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);
    /** What today's drivers still send in the old form, before they know the server. */
    private static final Set<String> HANDSHAKE =
            Set.of("ismaster", "isMaster", "hello", "ping", "buildInfo", "buildinfo");

    private final Commands commands;

    CommandHandler(Commands commands) {
        this.commands = commands;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    protected void channelRead0(ChannelHandlerContext connection, ClientRequest request) {
        if (request instanceof MongoMessage message) {
            answer(connection, message);
        } else if (request instanceof MongoQuery query) {
            connection.writeAndFlush(
                    new MongoReply(
                            new MessageHeader(0, query.getHeader().getRequestID()),
                            List.of(greet(connection, query)),
                            0),
                    connection.voidPromise());
        }
    }

    private void answer(ChannelHandlerContext connection, MongoMessage message) {
        int requestId = message.getHeader().getRequestID();
        Commands.Outcome outcome = commands.run(connection.channel(), message.getDatabaseName(), message.getDocument());
        WireReply reply = WireReply.of(connection, requestId, outcome.reply());
        outcome.after().ifPresentOrElse(batch -> batch.hold(reply), reply::send);
    }

    private Document greet(ChannelHandlerContext connection, MongoQuery query) {
        Document command = query.getQuery();
        return query.getCollectionName().equals("$cmd")
                        && HANDSHAKE.contains(command.keySet().iterator().next())
                ? commands.run(connection.channel(), query.getDatabaseName(), command)
                        .reply()
                : WireReply.error(352, "UnsupportedOpQueryCommand", "commands are sent as OP_MSG");
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        if (cause instanceof IOException) {
            log.debug("connection {} ended: {}", connection.channel().id(), cause.toString());
        } else {
            log.error("connection {} is closed", connection.channel().id(), cause);
        }
        connection.close(connection.voidPromise());
    }
}
