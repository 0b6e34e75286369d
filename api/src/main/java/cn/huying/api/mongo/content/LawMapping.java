package cn.huying.api.mongo.content;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.content.law.Catalogue;
import cn.huying.bot.content.law.LawCard;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.Provision;
import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Laws and their catalogue as documents and back. */
final class LawMapping {
    private static final int VERSION = 1;

    private LawMapping() {}

    static BsonDocument document(Law law) {
        return new BsonDocument("_id", Documents.string(law.id()))
                .append("v", Documents.number(VERSION))
                .append("title", Documents.string(law.title()))
                .append("part", Documents.string(law.part()))
                .append("version", Documents.string(law.version().toString()))
                .append("effective", Documents.string(law.effective().toString()))
                .append("history", EntryMapping.texts(law.history()))
                .append("preface", Documents.string(law.preface()))
                .append("provisions", Documents.array(law.provisions(), LawMapping::document));
    }

    static Law law(BsonDocument document) {
        return new Law(
                Documents.text(document, "title"),
                Documents.text(document, "part"),
                date(document, "version"),
                date(document, "effective"),
                EntryMapping.texts(document, "history"),
                Documents.text(document, "preface"),
                Documents.list(document, "provisions", LawMapping::provision));
    }

    private static BsonDocument document(Provision provision) {
        return number(provision.number())
                .append("path", EntryMapping.texts(provision.path()))
                .append("text", Documents.string(provision.text()));
    }

    private static Provision provision(BsonDocument document) {
        return new Provision(EntryMapping.texts(document, "path"), number(document), Documents.text(document, "text"));
    }

    private static BsonDocument number(ArticleNumber number) {
        return new BsonDocument("number", Documents.number(number.number()))
                .append("inserted", Documents.number(number.inserted()));
    }

    private static ArticleNumber number(BsonDocument document) {
        return new ArticleNumber(Documents.integer(document, "number"), Documents.integer(document, "inserted"));
    }

    static BsonDocument document(Catalogue catalogue) {
        return new BsonDocument("v", Documents.number(VERSION))
                .append("rev", new BsonInt64(catalogue.rev()))
                .append("cards", Documents.array(catalogue.cards(), LawMapping::document));
    }

    static Catalogue catalogue(BsonDocument document) {
        return new Catalogue(
                document.getNumber("rev").longValue(), Documents.list(document, "cards", LawMapping::card));
    }

    private static BsonDocument document(LawCard card) {
        return new BsonDocument("law", Documents.string(card.id()))
                .append("title", Documents.string(card.name().title()))
                .append("part", Documents.string(card.name().part()))
                .append("version", Documents.string(card.name().version().toString()))
                .append("effective", Documents.string(card.effective().toString()))
                .append("repeals", EntryMapping.texts(card.repeals()))
                .append("first", Documents.number(card.first()))
                .append("last", Documents.number(card.last()))
                .append("inserted", Documents.array(card.inserted(), LawMapping::number));
    }

    private static LawCard card(BsonDocument document) {
        return new LawCard(
                Documents.text(document, "law"),
                new LawCard.Name(
                        Documents.text(document, "title"), Documents.text(document, "part"), date(document, "version")),
                date(document, "effective"),
                EntryMapping.texts(document, "repeals"),
                Documents.integer(document, "first"),
                Documents.integer(document, "last"),
                Documents.list(document, "inserted", LawMapping::number));
    }

    private static LocalDate date(BsonDocument document, String name) {
        return LocalDate.parse(Documents.text(document, name));
    }
}
