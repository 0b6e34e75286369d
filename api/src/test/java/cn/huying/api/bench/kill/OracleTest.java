package cn.huying.api.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.bench.kill.Oracle.Finding;
import cn.huying.api.bench.kill.Oracle.Kept;
import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Platform.Message;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final String NUMBER = "HY20261121-0042";
    private static final String TOLD = "<Content><![CDATA[已登记，编号 " + NUMBER + "。]]></Content>";

    private final Platform platform = new Platform(Clock.systemUTC());
    private static final String BUSY = "稍后回复您";
    private final Ledger ledger = new Ledger(BUSY);
    private final Map<String, String> inbox = new HashMap<>();
    private final Map<String, String> requests = new HashMap<>();
    private final Message message = platform.message(Platform.openId("test", 1), "楼道着火了");

    @BeforeEach
    void delivered() {
        ledger.add(new Delivered(message, true, TOLD, 1));
        inbox.put(Oracle.inboxId(message).value(), "ANSWERED");
        requests.put(Oracle.requestId(message), NUMBER);
    }

    private Finding judged() {
        return Oracle.judge(ledger, new Kept(inbox, requests));
    }

    @Test
    void shouldFindNothingWhenAllIsThereOnce() {
        assertThat(judged()).isEqualTo(new Finding(List.of(), List.of(), 1, 0));
    }

    @Test
    void shouldFindAnAcknowledgedMessageThatIsGone() {
        inbox.clear();

        assertThat(judged().lost()).hasSize(1);
    }

    @Test
    void shouldFindAMessageThatNeverCameToRest() {
        inbox.replaceAll((id, state) -> "PENDING");

        assertThat(judged().lost()).hasSize(1);
        assertThat(judged().unfinished()).isEqualTo(1);
    }

    @Test
    void shouldFindARequestThatWasToldButIsNotThere() {
        requests.clear();

        assertThat(judged().lost()).hasSize(1);
    }

    @Test
    void shouldFindARequestThatHasAnotherNumberThanWasTold() {
        requests.replaceAll((id, number) -> "HY20261121-0043");

        assertThat(judged().lost()).hasSize(1);
    }

    @Test
    void shouldFindARequestNoMessageExplains() {
        requests.put("00000000000000000000000000000000", "HY20261121-0043");

        assertThat(judged().twice()).hasSize(1);
    }

    @Test
    void shouldFindANumberGivenTwice() {
        Message other = platform.message(Platform.openId("test", 2), "煤气味");
        ledger.add(new Delivered(other, true, TOLD, 1));
        inbox.put(Oracle.inboxId(other).value(), "ANSWERED");
        requests.put(Oracle.requestId(other), NUMBER);

        assertThat(judged().twice()).hasSize(2);
    }

    @Test
    void shouldFindARepeatedDeliveryAnsweredDifferently() {
        Delivered first = ledger.acknowledged().getFirst();
        ledger.deliveredAgain(first, new Delivered(message, true, TOLD, 1));
        assertThat(judged().twice()).isEmpty();

        ledger.deliveredAgain(first, new Delivered(message, true, "<Content>别的</Content>", 1));
        assertThat(judged().twice()).hasSize(1);
    }

    @Test
    void anAnswerAfterThePromiseOfOneShouldNotCountAsDifferent() {
        Message kept = platform.message(Platform.openId("test", 4), "单元门坏了");
        Delivered promised = new Delivered(kept, true, "<Content>" + BUSY + "</Content>", 2);

        ledger.deliveredAgain(promised, new Delivered(kept, true, TOLD, 1));

        assertThat(ledger.differing()).isEmpty();
        assertThat(ledger.stopgaps()).isEqualTo(1);
    }

    @Test
    void aRequestOfAMessageThatWasNotAcknowledgedShouldBeNeitherLostNorTwice() {
        Message unheard = platform.message(Platform.openId("test", 3), "有人摔倒");
        ledger.add(new Delivered(unheard, false, "", 3));
        requests.put(Oracle.requestId(unheard), "HY20261121-0099");

        assertThat(judged()).isEqualTo(new Finding(List.of(), List.of(), 1, 0));
    }
}
