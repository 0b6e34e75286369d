package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.town.DemoResident;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FakeFollowersTest {
    private final HandClock clock = new HandClock();
    private final FakeFollowers followers = new FakeFollowers(DemoResident.all(), clock, Notebook.none());

    @Test
    void unknownOpenIdIsInvalid() {
        assertThat(followers.take("oNobody0000000000000000").code()).isEqualTo(40003);
        assertThat(followers.following("oNobody0000000000000000")).isFalse();
    }

    @Test
    void strangerMustFollowFirst() {
        assertThat(followers.take(Demo.STRANGER).code()).isEqualTo(43004);
        followers.follow(Demo.STRANGER);
        assertThat(followers.take(Demo.STRANGER).ok()).isTrue();
    }

    @Test
    void nothingMayBeSentBeforeTheResidentDidAnything() {
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(45015);
    }

    @Test
    void fiveMessagesMayFollowAMessage() {
        followers.wrote(Demo.RESIDENT);
        assertThat(taken()).isEqualTo(5);
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(45047);
    }

    @Test
    void anotherMessageGivesFiveMore() {
        followers.wrote(Demo.RESIDENT);
        taken();
        followers.wrote(Demo.RESIDENT);
        assertThat(taken()).isEqualTo(5);
    }

    @Test
    void windowClosesAfterFortyEightHours() {
        followers.wrote(Demo.RESIDENT);
        clock.forward(Duration.ofHours(48).minusSeconds(1));
        assertThat(followers.take(Demo.RESIDENT).ok()).isTrue();
        clock.forward(Duration.ofSeconds(1));
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(45015);
    }

    @Test
    void threeMessagesMayFollowATouchWithinOneMinute() {
        followers.touched(Demo.RESIDENT);
        assertThat(taken()).isEqualTo(3);
        followers.touched(Demo.RESIDENT);
        clock.forward(Duration.ofMinutes(1));
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(45015);
    }

    @Test
    void touchIsUsedUpBeforeTheLongWindow() {
        followers.wrote(Demo.RESIDENT);
        followers.touched(Demo.RESIDENT);
        assertThat(taken()).isEqualTo(8);
    }

    @Test
    void unfollowingEndsEverything() {
        followers.wrote(Demo.RESIDENT);
        followers.unfollow(Demo.RESIDENT);
        assertThat(followers.take(Demo.RESIDENT).code()).isEqualTo(43004);
        followers.follow(Demo.RESIDENT);
        assertThat(taken()).isEqualTo(3);
    }

    private int taken() {
        int taken = 0;
        while (followers.take(Demo.RESIDENT).ok()) {
            taken++;
        }
        return taken;
    }
}
