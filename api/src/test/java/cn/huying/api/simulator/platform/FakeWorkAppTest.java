package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.PlainSide;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Notebook;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FakeWorkAppTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FACE = "{'card_type':'button_interaction','main_title':{'title':'路灯不亮','desc':'等您接单'},"
            + "'horizontal_content_list':[{'keyname':'编号','value':'HY1'}],"
            + "'card_action':{'type':1,'url':'https://huying.example/1'},"
            + "'button_list':[{'text':'接单','type':0,'key':'sign'}]";

    private final HandClock clock = new HandClock();
    private final FakeWorkApp app =
            new FakeWorkApp(Demo.WORK_APP, new Feed(clock), clock, new SplittableRandom(5), Notebook.none());

    @Test
    void tokenShouldStayTheSameUntilItEnds() {
        String first = token();
        assertThat(token()).isEqualTo(first);
        assertThat(app.check(first).ok()).isTrue();
        clock.forward(FakeWorkApp.TOKEN_LIFE);
        assertThat(app.check(first).code()).isEqualTo(42001);
        assertThat(token()).isNotEqualTo(first);
        assertThat(app.check("").code()).isEqualTo(41001);
        assertThat(app.check("guess").code()).isEqualTo(40014);
        assertThat(app.token("ww", "demo-app-secret").code()).isEqualTo(40013);
        assertThat(app.token("wwdemo0000000001", "guess").code()).isEqualTo(40001);
    }

    @Test
    void cardShouldAppearOnThePhoneWithACodeThatWorksOnce() {
        String code = sent("worker1", "t1");

        assertThat(app.of("worker1")).singleElement().satisfies(card -> {
            assertThat(card.title()).isEqualTo("路灯不亮");
            assertThat(card.offers("sign")).isTrue();
        });
        assertThat(app.update(update("worker1", code)).ok()).isTrue();
        assertThat(app.update(update("worker1", code)).code()).isEqualTo(40096);
        assertThat(app.of("worker2")).isEmpty();
    }

    @Test
    void codeShouldEndAfterThreeDaysAndServeItsOwnCardOnly() {
        String code = sent("worker1", "t1");
        assertThat(app.update(update("worker2", code)).code()).isEqualTo(81013);
        String late = sent("worker1", "t2");
        clock.forward(FakeWorkApp.CODE_LIFE.plusSeconds(1));
        assertThat(app.update(update("worker1", late)).code()).isEqualTo(40096);
    }

    @Test
    void tapShouldCarryAFreshCodeAndOnlyWhatTheCardOffers() {
        sent("worker1", "t1");

        assertThat(app.tap("worker1", "t1", "sign")).hasValueSatisfying(xml -> {
            assertThat(xml).contains("template_card_event", "<![CDATA[t1]]>", "<AgentID>1000002</AgentID>");
            String code = PlainSide.field(xml, "ResponseCode");
            assertThat(app.update(update("worker1", code)).ok()).isTrue();
        });
        assertThat(app.tap("worker1", "t1", "contact")).isEmpty();
        assertThat(app.tap("worker2", "t1", "sign")).isEmpty();
        app.replace("worker1", "t1", "陆采薇已接单");
        assertThat(app.tap("worker1", "t1", "sign")).isEmpty();
    }

    @Test
    void taskShouldBeTakenOnce() {
        sent("worker1", "t1");
        assertThat(app.send(message("worker1", "t1")).code()).isEqualTo(40097);
        assertThat(app.send(message("worker1", "t 2")).code()).isEqualTo(40097);
    }

    @Test
    void messagesOverTheMinutesLimitShouldBeDroppedWithoutAWord() {
        for (int i = 0; i < FakeWorkApp.PER_MINUTE + 5; i++) {
            assertThat(app.send(message("worker1", "t" + i)).ok()).isTrue();
        }
        assertThat(app.of("worker1")).hasSize(FakeWorkApp.PER_MINUTE);
        clock.forward(Duration.ofMinutes(1));
        sent("worker1", "later");
        assertThat(app.of("worker1")).hasSize(FakeWorkApp.PER_MINUTE + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'agentid':1000002 | 'agentid':1         | 40056
            template_card'    | text'               | 40008
            button_interaction| something           | 40008
            'title':'路灯不亮'  | 'title':''           | 40035
            'key':'sign'      | 'key':''            | 40035
            'touser':'worker1'| 'touser':'stranger' | 81013
            """)
    void brokenMessagesShouldHaveTheirCodes(String part, String broken, int code) {
        String json = json("worker1", "t1");
        assertThat(json).contains(part.strip());
        assertThat(app.send(read(json.replace(part.strip(), broken.strip()))).code())
                .isEqualTo(code);
    }

    private String token() {
        return String.valueOf(
                app.token("wwdemo0000000001", "demo-app-secret").body().get("access_token"));
    }

    private String sent(String worker, String task) {
        return String.valueOf(app.send(message(worker, task)).body().get("response_code"));
    }

    private static JsonNode message(String worker, String task) {
        return read(json(worker, task));
    }

    private static String json(String worker, String task) {
        return "{'touser':'" + worker + "','msgtype':'template_card','agentid':1000002,'template_card':" + FACE
                + ",'task_id':'" + task + "'}}";
    }

    private static JsonNode update(String worker, String code) {
        return read("{'userids':['" + worker + "'],'agentid':1000002,'response_code':'" + code + "','template_card':"
                + FACE + "}}");
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
