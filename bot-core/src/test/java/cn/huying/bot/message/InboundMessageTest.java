package cn.huying.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundMessageTest {
    private static final InboundMessage TEXT = Messages.text(Messages.sender(1), "m1", "路灯不亮");

    @Test
    void whatIsWrittenOrSpokenShouldBeSaid() {
        assertThat(TEXT.said()).isEqualTo("路灯不亮");
        assertThat(new InboundMessage.Voice(TEXT.origin(), "media", "路灯坏了").said())
                .isEqualTo("路灯坏了");
    }

    @Test
    void whatIsOnlyPressedOrShownShouldSayNothing() {
        assertThat(new InboundMessage.MenuClicked(TEXT.origin(), "我的诉求").said()).isEmpty();
        assertThat(new InboundMessage.Location(TEXT.origin(), 31.2, 121.4, "幸福里").said())
                .isEmpty();
        assertThat(new InboundMessage.Image(TEXT.origin(), "media", "").said()).isEmpty();
    }
}
