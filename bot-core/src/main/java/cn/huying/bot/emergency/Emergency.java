package cn.huying.bot.emergency;

import java.util.List;

/**
 * A danger heard in a message.
 *
 * @param category the taxonomy code of the P0 request it becomes
 * @param numbers the numbers to call, the first one first
 * @param template the key of the instructions shown at once
 */
public record Emergency(Danger danger, String category, List<String> numbers, String template) {
    public Emergency {
        numbers = List.copyOf(numbers);
    }
}
