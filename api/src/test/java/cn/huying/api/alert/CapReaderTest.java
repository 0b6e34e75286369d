package cn.huying.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.alert.CapReader.Reading;
import cn.huying.bot.Home;
import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.Area;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.alert.Verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CapReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private static Reading read(Object document) {
        return CapReader.read(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Alert alert(Object document) {
        assertThat(read(document)).isInstanceOf(Reading.Readable.class);
        return ((Reading.Readable) read(document)).alert();
    }

    private static CapXml red() {
        return CapXml.red("CN-0001", NOON);
    }

    @Test
    void alertShouldBeReadWhole() {
        assertThat(alert(red().with("references", "a@b.example,CN-1,2026-11-21T11:00:00+08:00\n a@b.example,CN-2,x")))
                .isEqualTo(new Alert(
                        new AlertId("qixiang@demo.example", "CN-0001"),
                        NOON.minusSeconds(30),
                        "Actual",
                        Alert.Kind.ALERT,
                        List.of(new AlertId("a@b.example", "CN-1"), new AlertId("a@b.example", "CN-2")),
                        "暴雨",
                        Colour.RED,
                        NOON.minusSeconds(30),
                        NOON.plusSeconds(3 * 3600),
                        "向晴区气象台",
                        "向晴区气象台发布暴雨红色预警信号",
                        "预计未来3小时有100毫米以上的强降雨。",
                        "不要去地下车库。",
                        List.of(new Area("向晴区", List.of()), new Area("晚晴区", List.of()))));
    }

    @ParameterizedTest
    @CsvSource({"Extreme, RED", "Severe, ORANGE", "Moderate, YELLOW", "Minor, BLUE"})
    void severityShouldGiveTheColourWhereNoneIsNamed(String severity, Colour colour) {
        assertThat(alert(red().with("headline", "天气预警").with("severity", severity))
                        .colour())
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T12:00:00+08:00", "2026-11-21T04:00:00-00:00", "2026-11-21T04:00:00Z"})
    void timesShouldBeReadInEveryZone(String time) {
        assertThat(alert(red().with("sent", time)).sent()).isEqualTo(NOON);
    }

    @Test
    void whatIsSaidInChineseShouldBePreferred() {
        String english = "<info><language>en-US</language><event>Rain</event><headline>Rain</headline></info>";
        String both = red().toString().replace("<info>", english + "<info>");

        assertThat(alert(both).event()).isEqualTo("暴雨");
    }

    @Test
    void alertWithoutAnEndShouldHoldForADay() {
        assertThat(alert(red().without("expires")).expires())
                .isEqualTo(NOON.minusSeconds(30).plusSeconds(24 * 3600));
    }

    @Test
    void cancellationNeedNotSayAnything() {
        String cap = red().with("msgType", "Cancel")
                .with("references", "a@b.example,CN-1,x")
                .toString();
        String bare = cap.substring(0, cap.indexOf("<info>")) + "</alert>";

        assertThat(alert(bare).kind()).isEqualTo(Alert.Kind.CANCEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "sender", "sent", "msgType", "scope", "event"})
    void missingPartShouldBeNamed(String part) {
        assertThat(read(red().without(part))).isEqualTo(new Reading.Unreadable(Reason.MALFORMED, part));
    }

    @ParameterizedTest
    @CsvSource({
        "identifier, 'a b'",
        "scope, ''",
        "sender, 'a,b'",
        "sent, yesterday",
        "expires, 2026-13-01T00:00:00Z",
        "expires, +999999999-12-31T00:00:00Z",
        "sent, -999999999-01-01T00:00:00Z",
        "msgType, Ack",
        "references, 'only,two'"
    })
    void partThatCannotBeReadShouldBeNamed(String part, String value) {
        assertThat(read(red().with(part, value))).isEqualTo(new Reading.Unreadable(Reason.MALFORMED, part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Private", "Restricted", "public"})
    void whatIsMeantForAFewShouldNotBeBroadcast(String scope) {
        assertThat(read(red().with("scope", scope))).isEqualTo(new Reading.Unreadable(Reason.NOT_PUBLIC, "scope"));
    }

    @Test
    void alertThatNamesItselfShouldNotEndItself() {
        assertThat(alert(red().with("references", "qixiang@demo.example,CN-0001,x a@b.example,CN-1,x"))
                        .references())
                .containsExactly(new AlertId("a@b.example", "CN-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "{\"identifier\":1}",
                "<alert>",
                "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.1\"/>",
                "<other xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>",
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><alert>&x;</alert>",
                "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">&x;</alert>"
            })
    void anythingElseShouldBeMalformed(String document) {
        assertThat(read(document))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.MALFORMED));
    }

    @Test
    void entityBombShouldNotGoOff() {
        String bomb = "<!DOCTYPE alert [<!ENTITY a \"" + "x".repeat(1_000) + "\"><!ENTITY b \"" + "&a;".repeat(1_000)
                + "\">]>";

        assertThat(read(bomb + red().toString().substring(39).replace("<status>", "<status>&b;")))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void tooLargeTooDeepAndTooManyShouldBeOversized() {
        String start = "<alert xmlns=\"" + CapReader.NAMESPACE + "\">";
        for (String document : List.of(
                " ".repeat(CapReader.MOST_BYTES + 1),
                start + "<a>".repeat(100) + "</a>".repeat(100) + "</alert>",
                start + "<a/>".repeat(6_000) + "</alert>",
                start + "<note>" + "长".repeat(20_000) + "</note></alert>")) {
            assertThat(read(document))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.OVERSIZED));
        }
    }

    @Test
    void damagedDocumentsShouldNeverThrow() {
        long seed = 20261122;
        Random random = new Random(seed);
        byte[] whole = red().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change <= random.nextInt(5); change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(CapReader.read(damaged)).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    @Test
    void realAlertsShouldGetTheirColour() throws Exception {
        Path real = Home.ROOT.resolve("../shared/data/weather/alerts_dev.jsonl");
        Assumptions.assumeTrue(Files.exists(real), "no real alerts beside the project");
        JsonMapper json = new JsonMapper();
        for (String line : Files.readAllLines(real)) {
            JsonNode row = json.readTree(line);
            String text = row.path("text").asString("");
            String signal = row.path("signals_auto").path(0).asString("");
            if (signal.length() > 2 && row.path("signals_auto").size() == 1) {
                assertThat(Colour.namedIn(text).map(Colour::word))
                        .as(text)
                        .contains(signal.substring(signal.length() - 2));
                assertThat(alert(red().with("headline", text.length() > 60 ? text.substring(0, 60) : text)
                                        .with("description", text))
                                .description())
                        .isEqualTo(text.strip());
            }
        }
    }

    @Test
    void areasShouldKeepTheirNamesAndCodes() {
        String two = CapXml.red("CN-7", NOON)
                .toString()
                .replace(
                        "<area><areaDesc>晚晴区</areaDesc></area>",
                        "<area><areaDesc>晚晴区</areaDesc><geocode><valueName>SAME</valueName><value>659902</value></geocode>"
                                + "<geocode><valueName>GB</valueName><value>659902000000</value></geocode></area>");

        assertThat(alert(two).areas())
                .containsExactly(new Area("向晴区", List.of()), new Area("晚晴区", List.of("659902", "659902000000")));
    }
}
