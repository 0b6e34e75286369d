package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.GroupPost.Format;
import cn.huying.api.simulator.feed.Notebook;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeRobotsTest {
    private static final String KEY = "demo-robot-key-00000000-3";
    private static final String OTHER = "demo-robot-key-00000000-4";

    private final HandClock clock = new HandClock();
    private final FakeRobots robots = new FakeRobots(new Demo.FourteenGrids(), new Feed(clock), clock, Notebook.none());

    @Test
    void unknownKeyIsRefused() {
        assertThat(robots.post("guess", Format.TEXT, "你好").code()).isEqualTo(93000);
    }

    @Test
    void postAppearsInItsGroupOnly() {
        robots.post(KEY, Format.MARKDOWN, "## 新诉求");
        assertThat(robots.of("grid-3")).extracting(GroupPost::content).containsExactly("## 新诉求");
        assertThat(robots.of("grid-4")).isEmpty();
    }

    @Test
    void twentyPostsAMinuteAreTakenPerRobot() {
        for (int i = 0; i < FakeRobots.PER_MINUTE; i++) {
            assertThat(robots.post(KEY, Format.TEXT, "第" + i).ok()).isTrue();
        }
        assertThat(robots.post(KEY, Format.TEXT, "多了").code()).isEqualTo(45009);
        assertThat(robots.post(OTHER, Format.TEXT, "别的群").ok()).isTrue();
        clock.forward(Duration.ofMinutes(1));
        assertThat(robots.post(KEY, Format.TEXT, "又可以了").ok()).isTrue();
    }

    @Test
    void limitsCountBytes() {
        assertThat(robots.post(KEY, Format.TEXT, "字".repeat(682)).ok()).isTrue();
        assertThat(robots.post(KEY, Format.TEXT, "字".repeat(683)).code()).isEqualTo(40058);
        assertThat(robots.post(KEY, Format.MARKDOWN, "字".repeat(1_365)).ok()).isTrue();
        assertThat(robots.post(KEY, Format.MARKDOWN, "字".repeat(1_366)).message())
                .isEqualTo("markdown.content exceed max length 4096. invalid Request Parameter");
    }

    @Test
    void emptyPostIsRefused() {
        assertThat(robots.post(KEY, Format.TEXT, "").code()).isEqualTo(44004);
    }
}
