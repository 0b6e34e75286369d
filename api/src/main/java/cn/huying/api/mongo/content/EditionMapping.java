package cn.huying.api.mongo.content;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.content.Edition;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** An edition as a document and back. */
final class EditionMapping {
    private static final int VERSION = 1;

    private EditionMapping() {}

    static BsonDocument document(Edition edition) {
        BsonDocument document = new BsonDocument("_id", new BsonInt64(edition.number()))
                .append("v", Documents.number(VERSION))
                .append("at", Documents.time(edition.at()))
                .append("author", Documents.string(edition.credit().author()))
                .append("approver", Documents.string(edition.credit().approver()))
                .append("reason", Documents.string(edition.reason()));
        return PatchMapping.append(document, edition.patch());
    }

    static long number(BsonDocument document) {
        return document.getNumber("_id").longValue();
    }

    /** @throws IllegalStateException for an edition of a later program: half understood content is not served */
    static Edition edition(BsonDocument document) {
        int version = Documents.integer(document, "v");
        if (version > VERSION) {
            throw new IllegalStateException("edition " + number(document) + " is of a later version: " + version);
        }
        Edition.Credit credit =
                new Edition.Credit(Documents.text(document, "author"), Documents.text(document, "approver"));
        return new Edition(
                number(document),
                PatchMapping.patch(document),
                credit,
                Documents.time(document, "at"),
                Documents.text(document, "reason"));
    }
}
