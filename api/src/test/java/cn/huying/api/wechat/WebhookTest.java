package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What may knock at the door, and what the door does. The names in brackets are the rows of the threat model. */
class WebhookTest {
    private static final String CALLBACK = "/wechat/mp/" + DemoAccount.APP_ID;
    private static final String TIMESTAMP = Long.toString(DemoAccount.NOW.getEpochSecond());
    private static WebhookServer server;
    private static WechatClient wechat;

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

    @Test
    void aTextShouldBeAnsweredEncryptedAndSigned() {
        var answer = wechat.send(MessageDocument.text("楼道灯坏了"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/xml");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        assertThat(answer.text()).isEqualTo("楼道灯坏了");
        assertThat(answer.body()).doesNotContain("楼道灯坏了");
        String reply = wechat.codec().open(answer.response().body()).orElseThrow();
        assertThat(reply)
                .contains("<ToUserName><![CDATA[" + DemoAccount.OPEN_ID + "]]>")
                .contains("<FromUserName><![CDATA[gh_huyingdemo01]]>")
                .contains("<CreateTime>" + TIMESTAMP + "</CreateTime>");
    }

    @Test
    void silenceShouldBeSuccess() {
        server.reception.answers(message -> Mono.just(new Reply.Silence()));

        var answer = wechat.send(MessageDocument.text("谢谢"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("success");
        assertThat(answer.contentType()).startsWith("text/plain");
    }

    @Test
    void aMessageThatCouldNotBeReceivedShouldBeRefusedSoThatItComesAgain() {
        server.reception.answers(message -> Mono.error(new IllegalStateException("the store is away: 楼道灯坏了")));

        var answer = wechat.send(MessageDocument.text("楼道灯坏了"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aReceptionThatThrowsOrSaysNothingShouldBeRefusedToo() {
        server.reception.answers(message -> {
            throw new IllegalStateException("broken");
        });
        assertThat(wechat.send(MessageDocument.text("a")).status()).isEqualTo(503);

        server.reception.reset();
        server.reception.answers(message -> Mono.empty());
        assertThat(wechat.send(MessageDocument.text("b")).status()).isEqualTo(503);
    }

    @Test
    void anUnknownAccountShouldBeNotFound() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());

        var answer = wechat.exchange(
                wechat.request("/wechat/mp/wxother?" + post.query()).POST(BodyPublishers.ofByteArray(post.body())));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(wechat.get("/wechat/mp/wxother?" + wechat.codec().verification("1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theEchoShouldComeBackToThePlatform() {
        var answer = wechat.get(CALLBACK + "?" + wechat.codec().verification("5927384756102938475"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("5927384756102938475");
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void w1AWrongSignatureShouldNotBeEchoed() {
        String query = wechat.codec().verification("5927384756102938475");

        var answer = wechat.get(CALLBACK + "?" + query.replace("nonce=", "nonce=7"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3E", "", "a.b", "%E5%91%BC"})
    void w2AHarmfulEchoShouldBeRefusedThoughSigned(String echo) {
        var answer = wechat.get(CALLBACK + "?" + wechat.codec().verification(echo));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void w2AnEchoOfMoreThan64CharactersShouldBeRefused() {
        assertThat(wechat.get(CALLBACK + "?" + wechat.codec().verification("x".repeat(65)))
                        .status())
                .isEqualTo(400);
        assertThat(wechat.get(CALLBACK + "?" + wechat.codec().verification("x".repeat(64)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void w3PlaintextShouldBeForbiddenThoughTheSignatureIsRight() {
        byte[] plain = MessageDocument.text("你好").bytes();
        String query = wechat.codec().verification("1");

        assertThat(wechat.post(query, plain).status()).isEqualTo(403);
        String sealed = wechat.codec().seal("<xml/>").query();
        assertThat(wechat.post(sealed, plain).status()).isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_795_233_599L, -601, 601, 86_400})
    void w4AStaleTimestampShouldBeForbidden(long offset) {
        String timestamp = Long.toString(DemoAccount.NOW.getEpochSecond() + offset);
        var post = wechat.codec().seal(MessageDocument.text("你好").bytes(), timestamp, "1");

        assertThat(wechat.post(post).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 0, 600})
    void w4ATimestampInTheWindowShouldBeTaken(long offset) {
        String timestamp = Long.toString(DemoAccount.NOW.getEpochSecond() + offset);
        var post = wechat.codec().seal(MessageDocument.text("你好").bytes(), timestamp, "1");

        assertThat(wechat.post(post).status()).isEqualTo(200);
    }

    @Test
    void w4ARefusalShouldBeCounted() {
        double before = server.count("huying.webhook.refused");

        wechat.post(wechat.codec().seal(MessageDocument.text("你好").bytes(), "1", "1"));

        assertThat(server.count("huying.webhook.refused")).isEqualTo(before + 1);
    }

    @Test
    void w5AReplayShouldGetTheSameReplyAndDoNothing() {
        var post = wechat.codec().seal(MessageDocument.text("楼道灯坏了").xml());

        var first = wechat.post(post);
        var second = wechat.post(post);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(server.reception.effects()).hasSize(1);
    }

    @Test
    void w6AMessageForAnotherAppIdShouldBeForbidden() {
        MessageCrypt other = new MessageCrypt(DemoAccount.AES_KEY, "wxother000000001");
        String encrypted = other.encrypt(MessageDocument.text("你好").bytes());

        assertThat(wechat.post(wechat.codec().post(encrypted, TIMESTAMP, "1")).status())
                .isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    @Test
    void w7AMissingEmptyHugeOrRepeatedSignatureShouldBeForbidden() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());
        int from = post.query().indexOf("&msg_signature=");
        String without = post.query().substring(0, from);
        String signature = post.query().substring(from);

        assertThat(wechat.post(without, post.body()).status()).isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=", post.body()).status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature", post.body()).status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=" + "a".repeat(3_000), post.body())
                        .status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=" + "a".repeat(10_240), post.body())
                        .status())
                .isBetween(400, 499);
        assertThat(wechat.post(post.query() + signature, post.body()).status()).isEqualTo(403);
        assertThat(wechat.post(without + signature.replace("=", "%5B%5D="), post.body())
                        .status())
                .isEqualTo(403);
        assertThat(wechat.post(post.query().replace("aes", "raw"), post.body()).status())
                .isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    static Stream<String> brokenCiphertexts() {
        MessageCrypt crypt = new MessageCrypt(DemoAccount.AES_KEY, DemoAccount.APP_ID);
        byte[] good = Base64.getDecoder()
                .decode(crypt.encrypt(MessageDocument.text("你好").bytes()));
        byte[] odd = ByteBuffer.allocate(good.length - 1)
                .put(good, 0, good.length - 1)
                .array();
        byte[] wrongPadding = good.clone();
        wrongPadding[good.length - 1] ^= 0x55;
        byte[] wrongLength = good.clone();
        wrongLength[0] ^= 0x7F;
        Base64.Encoder encoder = Base64.getEncoder();
        return Stream.of(
                "!!! no base64 !!!",
                encoder.encodeToString(odd),
                encoder.encodeToString(wrongPadding),
                encoder.encodeToString(wrongLength),
                encoder.encodeToString(new byte[16]),
                "=");
    }

    @ParameterizedTest
    @MethodSource("brokenCiphertexts")
    void w8EveryBrokenCiphertextShouldLookTheSame(String encrypted) {
        var answer = wechat.post(wechat.codec().post(encrypted, TIMESTAMP, "1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    static Stream<String> doctypes() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE xml [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return Stream.of(
                "<!DOCTYPE xml>",
                "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p.dtd\"> %p;]>",
                laughs.append("]>").toString());
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void w9ADoctypeShouldBeRefusedOutsideAndInside(String doctype) {
        String document =
                MessageDocument.message("text").raw("Content", "&f;&l19;").xml();
        String sealed = doctype + document;

        assertThat(wechat.send(MessageDocument.text("x")).status()).isEqualTo(200);
        assertThat(wechat.post(wechat.codec().seal(sealed)).status()).isEqualTo(400);
        String query = wechat.codec().seal(document).query();
        byte[] envelope = (doctype + "<xml><Encrypt>&f;</Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
        assertThat(wechat.post(query, envelope).status()).isEqualTo(400);
        assertThat(server.reception.effects()).hasSize(1);
    }

    @Test
    void w10DepthShouldBeRefused() {
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        assertThat(wechat.post(wechat.codec().seal("x").query(), ("<xml>" + deep).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(400, 413);

        String inside = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        var answer = wechat.post(wechat.codec().seal("<xml>" + inside + "</xml>"));
        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    void w10ABodyOverTheCapShouldBeTooLargeWhetherItsSizeIsToldOrNot() {
        String query = wechat.codec().seal("x").query();
        byte[] large = new byte[1024 * 1024];

        assertThat(statusOf(query, large.length, large.length)).isEqualTo(413);
        assertThat(wechat.exchange(wechat.request(CALLBACK + "?" + query)
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[WebhookBody.MOST_BYTES + 1]))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void w10ACompressedBodyShouldBeRefused() throws IOException {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(post.body());
        }

        var answer = wechat.exchange(wechat.request(CALLBACK + "?" + post.query())
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void w10ABodyThatDripsInShouldTimeOut() {
        String query = wechat.codec().seal("x").query();

        assertThat(statusOf(query, 5_000, 100)).isEqualTo(408);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event:VIEW", "event:something_new", "file", "robot_to_be"})
    void w11UnknownKindsShouldBeAcknowledgedAndCounted(String kind) {
        double before = server.count("huying.webhook.unsupported");
        MessageDocument document = kind.startsWith("event:")
                ? MessageDocument.event(kind.substring(6))
                : MessageDocument.from(DemoAccount.OPEN_ID, kind);

        var answer = wechat.send(document);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("success");
        assertThat(server.count("huying.webhook.unsupported")).isEqualTo(before + 1);
        assertThat(server.reception.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<xml/>", "<xml></xml>", "{}", "<xml><a></xml>", "<xml>", "<message/>", "\0"})
    void w11UnparsableDocumentsShouldBeRefused(String document) {
        assertThat(wechat.post(wechat.codec().seal(document)).status()).isEqualTo(400);
    }

    @Test
    void w11AnEmptyBodyShouldBeRefused() {
        assertThat(wechat.post(wechat.codec().seal("x").query(), new byte[0]).status())
                .isEqualTo(400);
    }

    @Test
    void w11RepeatedElementsOddIdsAndControlCharactersShouldBeTolerated() {
        var answer = wechat.send(MessageDocument.from(DemoAccount.OPEN_ID, "text")
                .raw("MsgId", "not-a-number_1")
                .with("Content", "灯\u0000坏\u0008了")
                .with("Content", "second")
                .with("Novelty", "x"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("灯坏了");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]></Content><MsgType><![CDATA[news]]></MsgType>",
                "]]>",
                "a]]]]>b]]><![CDATA[c",
                "]]&gt;&lt;&amp;",
                "</Content></xml>"
            })
    void w12TextThatLooksLikeTheEndOfTextShouldStayText(String content) {
        assertThat(wechat.send(MessageDocument.text(content)).text()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[x]]>", "<MediaId>1</MediaId>", "<ReplaceName>a</ReplaceName>", "<![CDATA["})
    void w13TextThatOtherSerializersPassRawShouldStayText(String content) {
        var answer = wechat.send(MessageDocument.text(content));

        assertThat(answer.text()).isEqualTo(content);
        assertThat(wechat.codec().open(answer.response().body()).orElseThrow())
                .contains("<MsgType><![CDATA[text]]></MsgType>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ne",
                "{\"$gt\":\"\"}",
                "o😀23456789012345678901",
                "oRtl\u202E567890123456789012",
                "oZero\u200B67890123456789012",
                "o234567890123456789\u0000",
                "oDemo:Resident-0000000_0001",
                ""
            })
    void w14AnOpenidOfOtherCharactersShouldBeRefused(String from) {
        var document = MessageDocument.from(from, "text").raw("MsgId", "1").with("Content", "你好");

        assertThat(wechat.send(document).status()).isEqualTo(400);
    }

    @Test
    void w14AnOpenidOf300CharactersShouldBeRefusedNotCut() {
        var document = MessageDocument.from("o".repeat(300), "text").raw("MsgId", "1");

        assertThat(wechat.send(document).status()).isEqualTo(400);
    }

    @Test
    void w14WhatHidesOrTurnsRoundTextShouldBeTakenOut() {
        var answer = wechat.send(MessageDocument.text("转\u200B账\u202E给\uFEFF我👨\u200D👩\u200D👧\r\n好"));

        assertThat(answer.text()).isEqualTo("转账给我👨\u200D👩\u200D👧\n好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"路街巷", "路路", "幸福路1", "号", "12栋"})
    void w15ALongAddressLikeTextShouldTakeNoLongerThanAnyOther(String unit) {
        String text = unit.repeat(2_000 / unit.length()) + "号";
        server.reception.answers(message -> Mono.just(new Reply.Text("收到")));

        var answer = wechat.send(MessageDocument.text(text));

        assertThat(answer.text()).isEqualTo("收到");
        assertThat(server.reception.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.Text.class, t -> assertThat(t.content()).isEqualTo(text));
    }

    @Test
    void w18LongFieldsShouldBeCut() {
        String long10k = "幸福里3栋".repeat(2_000);
        List<MessageDocument> documents = List.of(
                MessageDocument.message("location")
                        .raw("Location_X", "30.5")
                        .raw("Location_Y", "114.3")
                        .with("Label", long10k),
                MessageDocument.from(DemoAccount.OPEN_ID, "voice")
                        .raw("MsgId", "2")
                        .with("MediaId", "m")
                        .with("Recognition", long10k),
                MessageDocument.event("CLICK").with("EventKey", long10k),
                MessageDocument.event("SCAN").with("EventKey", long10k));
        documents.forEach(document -> assertThat(wechat.send(document).status()).isEqualTo(200));

        List<Integer> kept = server.reception.effects().stream()
                .map(WebhookTest::lengthOfLongField)
                .toList();
        assertThat(kept).containsExactly(256, 2_048, 128, 64);
    }

    private static int lengthOfLongField(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Location location -> location.label().length();
            case InboundMessage.Voice voice -> voice.recognition().length();
            case InboundMessage.MenuClicked clicked -> clicked.key().length();
            case InboundMessage.Scanned scanned -> scanned.scene().length();
            default -> -1;
        };
    }

    @Test
    void w19ASceneShouldBeHandedOnAsWordsOnly() {
        wechat.send(MessageDocument.event("SCAN").with("EventKey", "grid:999"));
        wechat.send(MessageDocument.event("subscribe").with("EventKey", "qrscene_grid:999"));

        assertThat(server.reception.effects())
                .extracting(message -> switch (message) {
                    case InboundMessage.Scanned scanned -> scanned.scene();
                    case InboundMessage.Subscribed subscribed -> subscribed.scene();
                    default -> "";
                })
                .containsExactly("grid:999", "grid:999");
    }

    @Test
    void w20ForwardedHeadersAndHostShouldChangeNothing() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());
        String forged = "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /x\r\n"
                + "Forwarded: for=127.0.0.1;host=evil.example\r\n";

        assertThat(raw("POST " + CALLBACK + "?" + post.query(), "evil.example", forged, post.body()))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example");
        String unsigned = post.query().replace("msg_signature=", "msg_signature=0");
        assertThat(raw("POST " + CALLBACK + "?" + unsigned, "evil.example", forged, post.body()))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "PATCH"})
    void w21OtherVerbsShouldBeRefused(String verb) {
        assertThat(raw(verb + " " + CALLBACK, "localhost", "", new byte[0])).startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wechat/mp//wxdemo0000000001",
                "//wechat/mp/wxdemo0000000001",
                "/wechat/mp/wxdemo0000000001;jsessionid=1",
                "/wechat;a=b/mp/wxdemo0000000001",
                "/wechat/mp/%77xdemo0000000001",
                "/wechat/mp/x/%2e%2e/wxdemo0000000001",
                "/wechat/mp/%2e%2e",
                "/wechat/mp/x/../wxdemo0000000001",
                "/WECHAT/mp/wxdemo0000000001",
                "/wechat/mp/wxdemo0000000001/"
            })
    void w21OtherSpellingsOfThePathShouldNotOpenTheDoor(String path) {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());

        String signed = raw("POST " + path + "?" + post.query(), "localhost", "", post.body());
        String unsigned = raw("POST " + path, "localhost", "", post.body());

        assertThat(signed.substring(9, 12)).isIn("400", "404", "405");
        assertThat(unsigned.substring(9, 12)).isEqualTo(signed.substring(9, 12));
        assertThat(server.reception.effects()).isEmpty();
    }

    @Test
    void aLongAnswerShouldBeCutToWhatThePlatformTakes() {
        String part = PassiveText.fit("呼应".repeat(1_000), "回复“继续”看余下内容").part();
        server.reception.answers(message -> Mono.just(new Reply.Text("呼应".repeat(1_000))));

        String text = wechat.send(MessageDocument.text("说说")).text();

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(2_046);
        assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
    }

    @Test
    void blockingInTheMessagePathShouldBeNoticed() {
        server.reception.answers(message -> Mono.fromCallable(() -> {
            Thread.sleep(Duration.ofMillis(1));
            return new Reply.Text("slept");
        }));

        assertThat(wechat.send(MessageDocument.text("a")).status()).isEqualTo(503);
    }

    private static int statusOf(String query, int announced, int sent) {
        String answer = raw(
                "POST " + CALLBACK + "?" + query, "localhost", "Content-Length: " + announced + "\r\n", new byte[sent]);
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** Writes a request byte by byte as given, so that no client tidies it up. */
    private static String raw(String line, String host, String headers, byte[] body) {
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
    private static void sendWhileListening(OutputStream out, byte[] body) {
        try {
            out.write(body, 0, Math.min(body.length, WebhookBody.MOST_BYTES));
            out.flush();
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }
}
