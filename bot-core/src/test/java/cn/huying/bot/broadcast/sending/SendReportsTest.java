package cn.huying.bot.broadcast.sending;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.message.InboundMessage.Reach;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendReportsTest {
    private static final Reach REACH = new Reach(10, 2, 7, 1);

    @ParameterizedTest
    @ValueSource(strings = {"send success", "sendsuccess"})
    void successShouldBeCountedByWhatBecameOfEach(String status) {
        assertThat(SendReports.tally(status, REACH))
                .isEqualTo(new Tally(0, 7, Map.of(Tally.FILTERED, 2, Tally.NOT_DELIVERED, 1), 0));
    }

    @Test
    void failureShouldBeAllOfThem() {
        assertThat(SendReports.tally("send fail", REACH)).isEqualTo(Tally.failed(Tally.NOT_DELIVERED, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"err(10001)", "err(2.$0)"})
    void refusedWordsShouldBeNamedByTheirNumber(String status) {
        assertThat(SendReports.tally(status, REACH).failed().keySet())
                .singleElement()
                .matches(reason -> reason.startsWith("err(") && !reason.contains(".") && !reason.contains("$"));
    }
}
