package cn.huying.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[QUJD]]></Encrypt></xml>",
                "<xml>\n    <ToUserName><![CDATA[gh_1]]></ToUserName>\n    <Encrypt>\n<![CDATA[QUJD]]>\n</Encrypt>\n</xml>\n",
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><Encrypt>QUJD</Encrypt></xml>",
                "<xml><Encrypt> QUJD </Encrypt><AgentID>1000002</AgentID><Later></Later></xml>",
                "<xml><Encrypt>QUJD</Encrypt><Encrypt>REVG</Encrypt></xml>"
            })
    void whatTheCiphertextIsShouldBeFound(String body) {
        assertThat(of(body)).isEqualTo(new Envelope.Sealed("QUJD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml/>",
                "<xml></xml>",
                "<xml><Encrypt></Encrypt></xml>",
                "<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[<Encrypt>QUJD</Encrypt>]]></Content></xml>"
            })
    void aDocumentWithoutCiphertextShouldBePlaintext(String body) {
        assertThat(of(body)).isEqualTo(new Envelope.Plaintext());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "<xml>",
                "<xml><Encrypt>",
                "<xml><Encrypt>QUJD</Encrypt>",
                "<xml><Encrypt><![CDATA[QUJD</Encrypt></xml>",
                "<xml><Encrypt>QUJD</Decrypt></xml>",
                "<xml><Encrypt>QUJD</Encrypt></xml><xml/>",
                "<xml><a><Encrypt>QUJD</Encrypt></a></xml>",
                "<!DOCTYPE xml><xml><Encrypt>QUJD</Encrypt></xml>",
                "<xml><!-- --><Encrypt>QUJD</Encrypt></xml>",
                "<xml><Encrypt a=\"1\">QUJD</Encrypt></xml>",
                "<?xml <xml><Encrypt>QUJD</Encrypt></xml>",
                "<xml>text<Encrypt>QUJD</Encrypt></xml>",
                "<XML><Encrypt>QUJD</Encrypt></XML>",
                "<xml><></></xml>"
            })
    void everythingElseShouldBeMalformed(String body) {
        assertThat(of(body)).isEqualTo(new Envelope.Malformed());
    }

    @Test
    void endlessElementsShouldBeMalformed() {
        assertThat(of("<xml>" + "<a></a>".repeat(33) + "<Encrypt>QUJD</Encrypt></xml>"))
                .isEqualTo(new Envelope.Malformed());
    }

    private static Envelope of(String body) {
        return Envelope.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
