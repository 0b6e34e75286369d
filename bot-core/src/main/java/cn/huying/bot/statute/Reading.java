package cn.huying.bot.statute;

import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Provision;
import java.time.LocalDate;

/** What there is to read where a law and an article were named. */
public sealed interface Reading {
    /**
     * The article as it holds.
     *
     * @param title as people cite it
     * @param version the day this wording was adopted
     */
    record Article(String title, Provision provision, LocalDate version) implements Reading {}

    /**
     * The law in force has no such article.
     *
     * @param last the number of its last one; 0 where not all of its parts are there to tell
     */
    record NoSuchArticle(String title, ArticleNumber number, int last) implements Reading {}

    /** No text of such a law is on the shelf. */
    record NotHere(String title, ArticleNumber number) implements Reading {}

    /** No wording of the law holds yet. */
    record NotYet(String title, LocalDate from) implements Reading {}

    /** Another law ended it. */
    record Ended(String title, String by) implements Reading {}
}
