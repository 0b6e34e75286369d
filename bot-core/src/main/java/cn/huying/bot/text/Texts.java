package cn.huying.bot.text;

import java.util.Map;

/** The texts of this installation by key, with {@code {placeholders}} filled in. */
public interface Texts {
    /**
     * The text of a key with every {@code {name}} replaced by the parameter of that name. Values are put in as they are, once: a value
     * that itself looks like a placeholder stays what it is.
     *
     * @throws IllegalArgumentException when there is no such key, or the text has a placeholder without a parameter
     */
    String render(String key, Map<String, String> params);
}
