package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.PlainSide;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.SheetOfPaper;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.feed.WorkCard;
import cn.huying.api.simulator.town.DemoResident;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform before and after the program was started anew. */
class RememberedPlatformTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RESIDENT = Demo.RESIDENT;
    private static final String NEIGHBOUR = DemoResident.all().get(1).openId();

    private final HandClock clock = new HandClock();
    private final SheetOfPaper paper = new SheetOfPaper();
    private Platform platform = new Platform();

    /** Everything of the platform that remembers, on one notebook. */
    private final class Platform {
        private final Notebook notebook = new Notebook(paper, JSON);
        private final Feed feed = new Feed(clock);
        private final Timelines timelines = new Timelines(feed, clock, notebook);
        private final FakeFollowers followers = new FakeFollowers(DemoResident.all(), clock, notebook);
        private final FakeMassSends sends = new FakeMassSends(followers, timelines, feed, clock, notebook);
        private final FakeRobots robots = new FakeRobots(new Demo.FourteenGrids(), feed, clock, notebook);
        private final FakeWorkApp app = new FakeWorkApp(
                Demo.WORK_APP, feed, clock, new SplittableRandom(paper.lines().size()), notebook);
    }

    @Test
    void codeOfACardShouldStillUpdateItOnceAfterARestart() {
        String used = sent("t1");
        String code = sent("t2");
        assertThat(platform.app.update(update(used, "已派单")).ok()).isTrue();
        List<WorkCard> before = platform.app.of("worker1");

        restart();

        assertThat(platform.app.of("worker1")).isEqualTo(before);
        assertThat(platform.app.update(update(used, "已办结")).code()).isEqualTo(40096);
        assertThat(platform.app.update(update(code, "已办结")).ok()).isTrue();
        assertThat(platform.app.of("worker1"))
                .extracting(WorkCard::task, WorkCard::title)
                .containsExactly(tuple("t1", "已派单"), tuple("t2", "已办结"));
        restart();
        assertThat(platform.app.update(update(code, "已办结")).code()).isEqualTo(40096);
    }

    @Test
    void cardShouldBeTappedAndItsTaskTakenOnceAfterARestart() {
        sent("t1");
        restart();
        assertThat(platform.app.send(message("t1")).code()).isEqualTo(40097);
        assertThat(platform.app.tap("worker1", "t1", "sign"))
                .hasValueSatisfying(xml -> assertThat(platform.app
                                .update(update(PlainSide.field(xml, "ResponseCode"), "已接单"))
                                .ok())
                        .isTrue());
        platform.app.replace("worker1", "t1", "陆采薇已接单");
        restart();
        assertThat(platform.app.tap("worker1", "t1", "sign")).isEmpty();
    }

    @Test
    void phonesAndGroupsShouldShowWhatTheyShowed() {
        platform.timelines.add(RESIDENT, PhoneEntry.Source.RESIDENT, PhoneEntry.Kind.TEXT, "灯坏了", "");
        platform.sends.send("k1", "谨防诈骗", List.of(RESIDENT, NEIGHBOUR));
        platform.robots.post("demo-robot-key-00000000-1", GroupPost.Format.MARKDOWN, "新诉求");

        restart();

        assertThat(platform.timelines.of(RESIDENT)).extracting(PhoneEntry::text).containsExactly("灯坏了", "谨防诈骗");
        assertThat(platform.timelines.of(NEIGHBOUR))
                .extracting(PhoneEntry::text)
                .containsExactly("谨防诈骗");
        assertThat(platform.robots.of("grid-1")).extracting(GroupPost::content).containsExactly("新诉求");
    }

    @Test
    void massSendShouldStillBeKnownByItsKeyAndCountedInTheMonth() {
        for (int i = 0; i < FakeMassSends.PER_MONTH; i++) {
            platform.sends.send("k" + i, "第" + i + "条", List.of(RESIDENT, NEIGHBOUR));
        }
        restart();
        clock.forward(Duration.ofMinutes(2));
        assertThat(platform.sends
                        .send("k0", "第0条", List.of(RESIDENT, NEIGHBOUR))
                        .answer()
                        .code())
                .isEqualTo(45065);
        FakeMassSends.Report fifth =
                platform.sends.send("k9", "又一条", List.of(RESIDENT, NEIGHBOUR)).report();
        assertThat(fifth).isNotNull().extracting(FakeMassSends.Report::sent).isEqualTo(0);
    }

    @Test
    void whoWroteMayStillBeWrittenToAndWhoLeftIsGone() {
        platform.followers.wrote(RESIDENT);
        platform.followers.take(RESIDENT);
        platform.followers.unfollow(NEIGHBOUR);
        restart();
        for (int i = 0; i < 4; i++) {
            assertThat(platform.followers.take(RESIDENT).ok()).isTrue();
        }
        assertThat(platform.followers.take(RESIDENT).code()).isEqualTo(45047);
        assertThat(platform.followers.following(NEIGHBOUR)).isFalse();
    }

    @Test
    void noteNobodyCanReadShouldCostNothingElse() {
        platform.followers.unfollow(NEIGHBOUR);
        paper.lines().addFirst("{\"note\":\"of a later build\"}");
        paper.lines().addFirst("half a li");
        restart();
        assertThat(platform.followers.following(NEIGHBOUR)).isFalse();
    }

    @Test
    void restartShouldLeaveTheNewestNoteOfAThing() {
        for (int i = 0; i < 50; i++) {
            platform.followers.wrote(RESIDENT);
        }
        restart();
        assertThat(paper.lines()).hasSize(1);
    }

    private void restart() {
        platform = new Platform();
    }

    private String sent(String task) {
        return String.valueOf(platform.app.send(message(task)).body().get("response_code"));
    }

    private static JsonNode message(String task) {
        return read("{'touser':'worker1','msgtype':'template_card','agentid':1000002,'template_card':"
                + face("等您接单", ",'task_id':'" + task + "'") + "}");
    }

    private static JsonNode update(String code, String title) {
        return read("{'userids':['worker1'],'agentid':1000002,'response_code':'" + code + "','template_card':"
                + face(title, "") + "}");
    }

    private static String face(String title, String more) {
        return "{'card_type':'button_interaction','main_title':{'title':'" + title
                + "'},'button_list':[{'text':'接单','type':0,'key':'sign'}]" + more + "}";
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
