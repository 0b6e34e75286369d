package cn.huying.bot.text;

import java.util.Set;

/** A text the code will ask for, and the placeholders it fills in; {@link Templates#require} holds the files to it at start. */
public record TextKey(String key, Set<String> placeholders) {
    public TextKey {
        placeholders = Set.copyOf(placeholders);
    }

    public static TextKey of(String key, String... placeholders) {
        return new TextKey(key, Set.of(placeholders));
    }
}
