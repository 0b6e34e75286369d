package cn.huying.api.bench.load;

import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.PlatformCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Plays the platform for the demo account: writes, seals and posts messages of invented residents and reads the replies. */
public final class Platform {
    /** The account of {@code config/application-demo.yml}; its keys are public. */
    public static final OfficialAccount ACCOUNT = OfficialAccount.of(
            "demo",
            "wxdemo0000000001",
            "huying-demo-secret",
            "huying-demo-token",
            "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA",
            "gh_huyingdemo01");

    public static final String PATH = "/wechat/mp/" + ACCOUNT.appId().value();
    private static final String SUCCESS = "success";

    private final Clock clock;
    private final PlatformCodec codec;
    private final AtomicLong lastMsgId;

    public Platform(Clock clock) {
        this.clock = clock;
        this.codec = new PlatformCodec(ACCOUNT, clock);
        this.lastMsgId = new AtomicLong(clock.millis() * 1_000_000);
    }

    /** What a resident said, with the id that stays the same when it is delivered again. */
    public record Message(String openId, String msgId, long seconds, String text) {}

    /** What came back for a message. */
    public sealed interface Verdict {
        record Replied(String document) implements Verdict {}

        /** {@code success}: the reply comes later as a message of its own, or never. */
        record Silent() implements Verdict {}

        record Wrong(String why) implements Verdict {}
    }

    /** The openid of an invented resident. */
    public static String openId(String series, int number) {
        return String.format(Locale.ROOT, "oBench-%s-%010d", series, number);
    }

    public Message message(String openId, String text) {
        return new Message(openId, Long.toString(lastMsgId.incrementAndGet()), clock.millis() / 1_000, text);
    }

    public PlatformCodec.Post seal(Message message) {
        return codec.seal(
                "<xml><ToUserName><![CDATA[" + ACCOUNT.originalId() + "]]></ToUserName><FromUserName><![CDATA["
                        + message.openId() + "]]></FromUserName><CreateTime>" + message.seconds()
                        + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA["
                        + message.text().replace("]]>", "]]]]><![CDATA[>") + "]]></Content><MsgId>" + message.msgId()
                        + "</MsgId></xml>");
    }

    /** The whole HTTP request, ready for the wire. */
    public byte[] request(Message message, int port) {
        PlatformCodec.Post post = seal(message);
        byte[] head = ("POST " + PATH + "?" + post.query() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nUser-Agent: Mozilla/4.0\r\nContent-Type: text/xml\r\nContent-Length: "
                        + post.body().length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + post.body().length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(post.body(), 0, whole, head.length, post.body().length);
        return whole;
    }

    /** Opens a reply and looks whether it is one to this resident. */
    public Verdict judge(String openId, int status, byte[] body) {
        if (status != 200) {
            return new Verdict.Wrong("HTTP " + status);
        }
        if (body.length == 0 || isSuccess(body)) {
            return new Verdict.Silent();
        }
        Optional<String> document = codec.open(body);
        return document.filter(xml -> xml.contains("<ToUserName><![CDATA[" + openId + "]]>"))
                .<Verdict>map(Verdict.Replied::new)
                .orElseGet(() -> new Verdict.Wrong(document.isEmpty() ? "回复无法验签" : "回复不是给这位居民的"));
    }

    /** The words of a reply's document; the time the platform was answered at is no part of them. */
    public static String words(String document) {
        int from = document.indexOf("<Content>");
        return from < 0 ? document : document.substring(from);
    }

    private static boolean isSuccess(byte[] body) {
        return body.length == SUCCESS.length() && new String(body, StandardCharsets.US_ASCII).equals(SUCCESS);
    }
}
