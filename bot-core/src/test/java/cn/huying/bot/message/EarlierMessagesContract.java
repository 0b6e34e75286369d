package cn.huying.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every inbox promises of what was said before. */
public interface EarlierMessagesContract extends InboxStoreContract {
    EarlierMessages earlier();

    private InboundMessage.Text said(int sender, String id, String words, int second) {
        clockAt(NOON.plusSeconds(second));
        InboundMessage.Text message = new InboundMessage.Text(Messages.origin(Messages.sender(sender), id), words);
        inbox().acceptAnswered(message, REPLY).block();
        return message;
    }

    private List<String> before(InboundMessage message, int second, int limit) {
        return Objects.requireNonNull(earlier()
                .before(message.origin(), NOON.plusSeconds(second), limit)
                .map(EarlierMessagesContract::words)
                .collectList()
                .block());
    }

    private static String words(InboundMessage message) {
        return message instanceof InboundMessage.Text text ? text.content() : "（图片）";
    }

    @Test
    default void earlierWordsShouldBeTheSendersOwnNewestFirst() {
        said(301, "1", "第一句", 1);
        said(301, "2", "第二句", 2);
        said(302, "1", "别人的话", 3);
        said(3010, "1", "名字更长的人", 3);
        clockAt(NOON.plusSeconds(4));
        inbox().accept(new InboundMessage.Image(Messages.origin(Messages.sender(301), "3"), "m", "u"), LEASE)
                .block();
        InboundMessage now = said(301, "4", "没用", 5);

        assertThat(before(now, 0, 9)).containsExactly("（图片）", "第二句", "第一句");
        assertThat(before(now, 0, 2)).containsExactly("（图片）", "第二句");
        assertThat(before(now, 2, 9)).containsExactly("（图片）", "第二句");
    }

    @Test
    default void wordsThatCameLaterShouldNotBeBeforeThem() {
        said(304, "1", "物业费怎么交", 1);
        InboundMessage between = said(304, "2", "没用", 2);
        said(304, "3", "医保怎么办", 3);

        assertThat(before(between, 0, 9)).containsExactly("物业费怎么交");
    }

    @Test
    default void messageThatIsNotKeptYetShouldComeAfterAll() {
        said(305, "1", "物业费怎么交", 1);
        InboundMessage coming = new InboundMessage.Text(Messages.origin(Messages.sender(305), "2"), "没用");

        assertThat(before(coming, 0, 9)).containsExactly("物业费怎么交");
    }

    @Test
    default void forgottenWordsShouldBeGone() {
        said(303, "1", "很久以前", 1);
        InboundMessage now = said(303, "2", "没用", 60);
        inbox().forgetPayloads(NOON.plusSeconds(30)).block();

        assertThat(before(now, 0, 9)).isEmpty();
    }
}
