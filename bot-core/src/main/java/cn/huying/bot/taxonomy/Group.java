package cn.huying.bot.taxonomy;

/**
 * A first-level category: one of the buttons a resident sees.
 *
 * @param code three letters, for example {@code ENV}
 * @param key the stable English name other systems use
 * @param name what a resident reads
 */
public record Group(String code, String key, String name) {}
