package cn.huying.bot.delivery.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.delivery.Entries;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import org.junit.jupiter.api.Test;

final class OpeningTest {
    private static final Origin FROM =
            new Origin(InboxId.ofMessage(Entries.SENDER, "1"), Entries.SENDER, "gh_huyingdemo01", Entries.T0);

    @Test
    void wordsPicturesAndPlacesShouldOpenTheLongWindow() {
        assertThat(Opening.of(new InboundMessage.Text(FROM, "你好"))).contains(Opening.WROTE);
        assertThat(Opening.of(new InboundMessage.Location(FROM, 1, 2, ""))).contains(Opening.WROTE);
    }

    @Test
    void touchesShouldOpenTheShortWindow() {
        assertThat(Opening.of(new InboundMessage.Subscribed(FROM, ""))).contains(Opening.TOUCHED);
        assertThat(Opening.of(new InboundMessage.Scanned(FROM, "grid:g1"))).contains(Opening.TOUCHED);
        assertThat(Opening.of(new InboundMessage.MenuClicked(FROM, "help"))).contains(Opening.TOUCHED);
    }

    @Test
    void whatTheResidentDidNotDoShouldOpenNothing() {
        assertThat(Opening.of(new InboundMessage.Unsubscribed(FROM))).isEmpty();
        assertThat(Opening.of(new InboundMessage.LocationReported(FROM, 1, 2))).isEmpty();
        assertThat(Opening.of(new InboundMessage.JobFinished(FROM, "MASSSENDJOBFINISH", "1", "ok")))
                .isEmpty();
        assertThat(Opening.of(new InboundMessage.Unsupported(FROM, "card"))).isEmpty();
    }
}
