package cn.huying.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.Messages;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Draft BEGUN = Draft.begun(Messages.NOON);

    @Test
    void furtherWordsShouldBeJoined() {
        assertThat(BEGUN.about("下水道堵了").about("三天了").text()).isEqualTo("下水道堵了；三天了");
    }

    @Test
    void wordsBeyondTheLimitShouldBeLeftOutOnAWholeCharacter() {
        for (int before = 0; before < 4; before++) {
            String text = BEGUN.about("水".repeat(before) + "💧".repeat(Draft.LONGEST_TEXT))
                    .text();

            assertThat(text.length()).isBetween(Draft.LONGEST_TEXT - 1, Draft.LONGEST_TEXT);
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void draftShouldExpireOnlyAfterTheWholeDay() {
        assertThat(BEGUN.expired(Messages.NOON.plus(Draft.KEPT))).isFalse();
        assertThat(BEGUN.expired(Messages.NOON.plus(Draft.KEPT).plusMillis(1))).isTrue();
    }
}
