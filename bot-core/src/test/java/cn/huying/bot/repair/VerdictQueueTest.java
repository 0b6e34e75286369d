package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Judged;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.intent.Feedback;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import cn.huying.knowledge.faq.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VerdictQueueTest {
    private final InMemoryVerdictStore store = new InMemoryVerdictStore();
    private final VerdictQueue queue = queue(0);

    private VerdictQueue queue(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new VerdictQueue(store, new Keyring(bytes), () -> 7, _ -> false, new TestClock(Messages.NOON));
    }

    private static Judged judged(int resident, Instant at, Feedback verdict) {
        return new Judged(Messages.sender(resident), "hukou", at, verdict);
    }

    private List<VerdictCount> counts() {
        queue.drained().block(Duration.ofSeconds(5));
        return Objects.requireNonNull(store.counts().collectList().block(Duration.ofSeconds(5)));
    }

    @Test
    void whatWasSaidOfAnAnswerShouldCountForItsEditionHoweverOftenItIsHandled() {
        queue.add(judged(1, Messages.NOON, Feedback.USEFUL));
        queue.add(judged(1, Messages.NOON, Feedback.USEFUL));
        queue.add(judged(2, Messages.NOON, Feedback.USELESS));

        assertThat(counts()).containsExactly(new VerdictCount(new EntryId("hukou"), 7, 1, 1, 0));
    }

    @Test
    void idShouldBeOfNoUseWithoutTheKey() {
        queue.add(judged(1, Messages.NOON, Feedback.USEFUL));
        VerdictQueue another = queue(1);
        another.add(judged(1, Messages.NOON, Feedback.USEFUL));
        another.drained().block(Duration.ofSeconds(5));

        assertThat(counts()).containsExactly(new VerdictCount(new EntryId("hukou"), 7, 2, 0, 0));
    }

    @Test
    void whoThinksBetterOfItShouldBeCountedOnce() {
        queue.add(judged(1, Messages.NOON, Feedback.USEFUL));
        queue.add(judged(1, Messages.NOON, Feedback.UNSOLVED));
        queue.add(judged(1, Messages.NOON.plusSeconds(60), Feedback.USEFUL));

        assertThat(counts()).containsExactly(new VerdictCount(new EntryId("hukou"), 7, 1, 0, 1));
        assertThat(counts().getFirst().notHelped()).isEqualTo(50);
    }
}
