package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.WebhookBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be posted: rows W9 to W11 of the threat model. */
class WebhookBodyTest extends RunningWebhook {
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
}
