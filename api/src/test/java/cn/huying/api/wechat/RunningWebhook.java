package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.WebhookBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The door on a running server, with a platform before it and a reception behind it that each test sets up. */
abstract class RunningWebhook {
    static final String CALLBACK = "/wechat/mp/" + DemoAccount.APP_ID;
    static final String TIMESTAMP = Long.toString(DemoAccount.NOW.getEpochSecond());
    static WebhookServer server;
    static WechatClient wechat;

    @BeforeAll
    static void start() {
        server = new WebhookServer();
        wechat = new WechatClient(server.baseUrl(), new PlatformCodec(DemoAccount.ACCOUNT, DemoAccount.CLOCK));
    }

    @AfterAll
    static void stop() {
        wechat.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        server.reception.reset();
    }

    static int statusOf(String query, int announced, int sent) {
        String answer = raw(
                "POST " + CALLBACK + "?" + query, "localhost", "Content-Length: " + announced + "\r\n", new byte[sent]);
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** Writes a request byte by byte as given, so that no client tidies it up. */
    static String raw(String line, String host, String headers, byte[] body) {
        String length = headers.contains("Content-Length") ? "" : "Content-Length: " + body.length + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + length + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            sendWhileListening(out, body);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[16 * 1024];
            int read = in.read(buffer);
            return new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + line, e);
        }
    }

    /** The server may answer and hang up before it has everything: that is no failure of the sender. */
    static void sendWhileListening(OutputStream out, byte[] body) {
        try {
            out.write(body, 0, Math.min(body.length, WebhookBody.MOST_BYTES));
            out.flush();
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }
}
