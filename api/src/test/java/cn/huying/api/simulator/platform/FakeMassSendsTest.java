package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.SimulatorEvent;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.town.DemoResident;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeMassSendsTest {
    private static final List<String> TWO = List.of(Demo.RESIDENT, "oStranger00000000000001");

    private final HandClock clock = new HandClock();
    private final Feed feed = new Feed(clock);
    private final Timelines timelines = new Timelines(feed, clock, Notebook.none());
    private final FakeFollowers followers = new FakeFollowers(DemoResident.all(), clock, Notebook.none());
    private final FakeMassSends sends = new FakeMassSends(followers, timelines, feed, clock, Notebook.none());

    private int code(String key, List<String> to) {
        return sends.send(key, "有暴雨", to).answer().code();
    }

    @Test
    void massSendReachesThePhones() {
        FakeMassSends.Result result = sends.send("k1", "有暴雨", TWO);

        assertThat(result.answer().body()).containsEntry("errcode", 0).containsKey("msg_id");
        assertThat(result.report()).isNotNull().matches(report -> report.sent() == 2 && report.filtered() == 0);
        assertThat(timelines.of(Demo.RESIDENT)).extracting(PhoneEntry::text).containsExactly("有暴雨");
    }

    @Test
    void pageHearsOfAMassSendOnceAndOfWatchedPhonesOneByOne() {
        timelines.watch(Demo.RESIDENT);
        long before = feed.last();
        sends.send("k1", "有暴雨", List.of(Demo.RESIDENT, DemoResident.all().get(1).openId()));

        assertThat(feed.last() - before).isEqualTo(2);
        assertThat(feed.after(before)
                        .map(Feed.Numbered::event)
                        .take(2)
                        .collectList()
                        .block(Duration.ofSeconds(20)))
                .hasAtLeastOneElementOfType(SimulatorEvent.Said.class)
                .contains(new SimulatorEvent.MassSent(2, "有暴雨"));
        assertThat(timelines.of(DemoResident.all().get(1).openId())).hasSize(1);
    }

    @Test
    void sameKeyIsCarriedOutOnce() {
        Object first = sends.send("k1", "有暴雨", TWO).answer().body().get("msg_id");
        assertThat(code("k1", TWO)).isEqualTo(45066);
        clock.forward(Duration.ofSeconds(61));

        FakeMassSends.Result again = sends.send("k1", "有暴雨", TWO);
        assertThat(again.answer().code()).isEqualTo(45065);
        assertThat(again.answer().body()).containsEntry("msg_id", first);
        assertThat(again.report()).isNull();
        assertThat(timelines.of(Demo.RESIDENT)).hasSize(1);
    }

    @Test
    void listsMustBeNeitherTooShortNorTooLong() {
        assertThat(code("k1", List.of(Demo.RESIDENT))).isEqualTo(40130);
        List<String> many = IntStream.rangeClosed(0, FakeMassSends.MOST)
                .mapToObj(i -> "oStranger%014d".formatted(i))
                .toList();
        assertThat(code("k2", many)).isEqualTo(40130);
    }

    @Test
    void keysMustBeShortAndWordsFit() {
        assertThat(code("k".repeat(65), TWO)).isEqualTo(45067);
        assertThat(sends.send("k3", "", TWO).answer().code()).isEqualTo(44004);
        assertThat(sends.send("k3", "长".repeat(683), TWO).answer().code()).isEqualTo(45002);
    }

    @Test
    void sixtyOfAMinuteAreTaken() {
        for (int i = 0; i < FakeMassSends.PER_MINUTE; i++) {
            assertThat(code("k" + i, List.of("oStrangerA0000000000" + i, "oStrangerB0000000000" + i)))
                    .isZero();
        }
        assertThat(code("over", TWO)).isEqualTo(45011);
        clock.forward(Duration.ofSeconds(60));
        assertThat(code("over", TWO)).isZero();
    }

    @Test
    void fifthOfAMonthAndWhoLeftAreFiltered() {
        for (int i = 0; i < FakeMassSends.PER_MONTH; i++) {
            code("k" + i, TWO);
        }
        assertThat(sends.send("k9", "有暴雨", TWO).report())
                .isNotNull()
                .matches(report -> report.filtered() == 2 && report.sent() == 0);

        followers.unfollow(Demo.RESIDENT);
        assertThat(sends.send("k10", "有暴雨", List.of(Demo.RESIDENT, "oStranger00000000000009"))
                        .report())
                .isNotNull()
                .matches(report -> report.filtered() == 1 && report.sent() == 1);
    }
}
