package cn.huying.bot.handling.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.handling.lifecycle.Next.Moved;
import cn.huying.bot.handling.lifecycle.Next.Refusal;
import cn.huying.bot.handling.lifecycle.Next.Refused;
import cn.huying.bot.handling.notice.Notices;
import java.net.URI;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each condition just not met, and the nearest case in which it is. */
final class GuardTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LifeCycle lifeCycle =
            new LifeCycle(Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);

    @TestFactory
    Stream<DynamicTest> guardShouldRefuseByNameAndLetTheNearestCasePass() {
        return examples()
                .map(example -> DynamicTest.dynamicTest(example.guard().name(), () -> {
                    for (GuardExample.Attempt attempt : example.refused()) {
                        assertThat(apply(attempt)).isEqualTo(new Refused(new Refusal.Unmet(example.guard())));
                    }
                    for (GuardExample.Attempt attempt : example.granted()) {
                        assertThat(apply(attempt)).isInstanceOf(Moved.class);
                    }
                }));
    }

    @Test
    void everyGuardShouldHaveAnExample() {
        assertThat(examples().map(GuardExample::guard)).containsExactlyInAnyOrder(Guard.values());
    }

    private Next apply(GuardExample.Attempt attempt) {
        return lifeCycle.apply(attempt.request(), attempt.action(), attempt.actor(), attempt.at());
    }

    private static Stream<GuardExample> examples() {
        return Stream.concat(HandlingExamples.all(), ClosingExamples.all());
    }
}
