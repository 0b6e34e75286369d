package cn.huying.api.mongo.content;

import cn.huying.api.mongo.Documents;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** An entry as a document and back; the fields are called as in the files. */
final class EntryMapping {
    private EntryMapping() {}

    static BsonDocument document(Entry entry) {
        Validity validity = entry.validity();
        BsonDocument document = new BsonDocument(
                        "id", Documents.string(entry.id().value()))
                .append("topic", Documents.string(entry.topic()))
                .append("question", Documents.string(entry.question()))
                .append("variants", texts(entry.wording().variants()))
                .append("answer", Documents.string(entry.answer().text()))
                .append("steps", texts(entry.answer().steps()))
                .append("bring", texts(entry.answer().bring()))
                .append("sources", Documents.array(entry.sources(), EntryMapping::source))
                .append("region", Documents.string(validity.region()))
                .append("from", day(validity.from()))
                .append("reviewed", day(validity.reviewed()));
        Documents.appendIf(document, "until", validity.until().map(EntryMapping::day));
        return withAction(document, entry.action());
    }

    private static BsonDocument withAction(BsonDocument document, Action action) {
        Documents.appendIf(document, "category", action.category().map(Documents::string));
        Documents.appendIf(document, "phone", action.phone().map(Documents::string));
        return document.append(
                "related", texts(action.related().stream().map(EntryId::value).toList()));
    }

    private static BsonDocument source(Source source) {
        return switch (source) {
            case Source.Article(String law, String article, String note) ->
                new BsonDocument("law", Documents.string(law))
                        .append("article", Documents.string(article))
                        .append("note", Documents.string(note));
            case Source.Policy(String policy, String issuer, String note) ->
                new BsonDocument("policy", Documents.string(policy))
                        .append("issuer", Documents.string(issuer))
                        .append("note", Documents.string(note));
        };
    }

    /** A day has no time zone, so it is no instant. */
    private static BsonString day(LocalDate day) {
        return Documents.string(day.toString());
    }

    static BsonArray texts(List<String> texts) {
        return Documents.array(texts, Documents::string);
    }

    static Entry entry(BsonDocument document) {
        return new Entry(
                new EntryId(Documents.text(document, "id")),
                Documents.text(document, "topic"),
                new Wording(Documents.text(document, "question"), texts(document, "variants")),
                new Answer(Documents.text(document, "answer"), texts(document, "steps"), texts(document, "bring")),
                Documents.list(document, "sources", EntryMapping::source),
                validity(document),
                new Action(
                        optional(document, "category"),
                        optional(document, "phone"),
                        texts(document, "related").stream().map(EntryId::new).toList()));
    }

    private static Source source(BsonDocument document) {
        String note = Documents.text(document, "note");
        return document.containsKey("law")
                ? new Source.Article(Documents.text(document, "law"), Documents.text(document, "article"), note)
                : new Source.Policy(Documents.text(document, "policy"), Documents.text(document, "issuer"), note);
    }

    private static Validity validity(BsonDocument document) {
        return new Validity(
                Documents.text(document, "region"),
                LocalDate.parse(Documents.text(document, "from")),
                optional(document, "until").map(LocalDate::parse),
                LocalDate.parse(Documents.text(document, "reviewed")));
    }

    private static Optional<String> optional(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(Documents.text(document, name)) : Optional.empty();
    }

    static List<String> texts(BsonDocument document, String name) {
        return document.getArray(name).stream()
                .map(value -> value.asString().getValue())
                .toList();
    }
}
