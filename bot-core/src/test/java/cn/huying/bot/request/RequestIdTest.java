package cn.huying.bot.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.message.InboxId;
import org.junit.jupiter.api.Test;

final class RequestIdTest {
    private static final InboxId MESSAGE = InboxId.ofMessage(Sample.sender(1), "42");

    @Test
    void oneMessageShouldAlwaysBringTheSameRequest() {
        assertThat(RequestId.of(MESSAGE, 0)).isEqualTo(RequestId.of(InboxId.ofMessage(Sample.sender(1), "42"), 0));
    }

    @Test
    void otherMessagesAndOrdinalsShouldBringOthers() {
        assertThat(RequestId.of(MESSAGE, 0))
                .isNotEqualTo(RequestId.of(MESSAGE, 1))
                .isNotEqualTo(RequestId.of(InboxId.ofMessage(Sample.sender(2), "42"), 0))
                .isNotEqualTo(RequestId.of(InboxId.ofMessage(Sample.sender(1), "43"), 0));
    }

    @Test
    void idShouldTellNothingAboutTheResident() {
        assertThat(RequestId.of(MESSAGE, 0).value()).hasSize(32).doesNotContain("xxx");
    }

    @Test
    void onlyLowerHexIsAnId() {
        for (String wrong : new String[] {"", "x".repeat(32), "A".repeat(32), "a".repeat(31)}) {
            assertThatThrownBy(() -> new RequestId(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
