package cn.huying.api.mongo.content;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.content.Patch;
import cn.huying.knowledge.faq.EntryId;
import org.bson.BsonDocument;

/** A patch as fields of whatever document it is part of, and back. */
final class PatchMapping {
    private PatchMapping() {}

    static BsonDocument append(BsonDocument document, Patch patch) {
        return document.append("put", Documents.array(patch.put(), EntryMapping::document))
                .append("removed", Documents.array(patch.removed(), id -> Documents.string(id.value())));
    }

    static Patch patch(BsonDocument document) {
        return new Patch(
                Documents.list(document, "put", EntryMapping::entry),
                EntryMapping.texts(document, "removed").stream()
                        .map(EntryId::new)
                        .toList());
    }
}
