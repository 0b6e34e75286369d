package cn.huying.bot.broadcast;

import cn.huying.bot.alert.Colour;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a broadcast says, in its final words.
 *
 * @param colour of the warning; empty for a campaign
 * @param expires after this nothing is sent any more
 */
public record Content(String title, String text, Optional<Colour> colour, Instant expires) {
    /** What the platform takes as one text. */
    public static final int LONGEST_BYTES = 2_048;

    public static final int LONGEST_TITLE = 64;

    /** Whether it can be sent as it is. */
    public boolean isFit() {
        return !title.isBlank()
                && title.codePointCount(0, title.length()) <= LONGEST_TITLE
                && !text.isBlank()
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }
}
