package cn.huying.bot.text;

import java.util.Map;

/** Words for residents by key. */
public interface Texts {
    /**
     * The text under the key with its {@code {placeholders}} filled in. A value is put in as it is: braces inside it stay text.
     *
     * @throws IllegalArgumentException when the key is unknown or a placeholder has no value
     */
    String render(String key, Map<String, String> params);
}
