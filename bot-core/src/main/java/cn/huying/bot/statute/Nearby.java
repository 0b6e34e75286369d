package cn.huying.bot.statute;

/**
 * An article that may have to do with a question.
 *
 * @param citation what names it
 * @param text of it
 */
public record Nearby(Citation citation, String text) {}
