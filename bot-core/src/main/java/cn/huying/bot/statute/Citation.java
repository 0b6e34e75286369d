package cn.huying.bot.statute;

import cn.huying.knowledge.law.text.ArticleNumber;

/**
 * A law and one of its articles, as a resident names them.
 *
 * @param title of the law, without the state's name
 * @param alone whether the words say nothing besides: what is wanted is the article, whatever its law is about
 */
public record Citation(String title, ArticleNumber number, boolean alone) {}
