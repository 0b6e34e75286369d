package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.statute.Nearby;
import cn.huying.bot.statute.Reading;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Provision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is said of articles of law. */
public final class ArticlePhrases {
    static final List<TextKey> KEYS = List.of(
            TextKey.of("article", "law", "number", "text", "chapter", "version"),
            TextKey.of("article-chapter", "chapter"),
            TextKey.of("article-beyond", "law", "number", "last"),
            TextKey.of("article-unknown", "law", "number"),
            TextKey.of("articles-near", "choices"),
            TextKey.of("article-line", "law", "number", "beginning"),
            TextKey.of("article-chosen", "article"),
            TextKey.of("article-not-here", "law", "number"),
            TextKey.of("law-not-yet", "law", "date"),
            TextKey.of("law-ended", "law", "by"));

    /** Enough to tell whether it is worth reading. */
    private static final int BEGINNING = 32;

    private final Texts texts;

    ArticlePhrases(Texts texts) {
        this.texts = texts;
    }

    /** The article with where it stands and since when, or why there is none. */
    public String reading(Reading reading) {
        return switch (reading) {
            case Reading.Article(String title, Provision provision, LocalDate version) ->
                texts.render(
                        "article",
                        Map.of(
                                "law", title,
                                "number", provision.number().toString(),
                                "text", provision.text(),
                                "chapter", chapter(provision),
                                "version", version.toString()));
            case Reading.NoSuchArticle(String title, ArticleNumber number, int last) ->
                last > 0
                        ? texts.render(
                                "article-beyond",
                                Map.of("law", title, "number", number.toString(), "last", Integer.toString(last)))
                        : texts.render("article-unknown", Map.of("law", title, "number", number.toString()));
            case Reading.NotHere(String title, ArticleNumber number) ->
                texts.render("article-not-here", Map.of("law", title, "number", number.toString()));
            case Reading.NotYet(String title, LocalDate from) ->
                texts.render("law-not-yet", Map.of("law", title, "date", from.toString()));
            case Reading.Ended(String title, String by) -> texts.render("law-ended", Map.of("law", title, "by", by));
        };
    }

    /** Articles to choose from. */
    public String nearby(List<Nearby> articles) {
        return texts.render(
                "articles-near",
                Map.of(
                        "choices",
                        Lines.numbered(articles.stream().map(this::line).toList())));
    }

    private String line(Nearby article) {
        return texts.render(
                "article-line",
                Map.of(
                        "law", article.citation().title(),
                        "number", article.citation().number().toString(),
                        "beginning", Lines.beginning(article.text(), BEGINNING)));
    }

    /** One that was chosen: who asked may still want an answer. */
    public String chosen(String article) {
        return texts.render("article-chosen", Map.of("article", article));
    }

    private String chapter(Provision provision) {
        return provision.path().isEmpty()
                ? ""
                : texts.render("article-chapter", Map.of("chapter", String.join(" ", provision.path())));
    }
}
