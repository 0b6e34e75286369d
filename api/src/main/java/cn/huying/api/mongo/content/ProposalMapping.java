package cn.huying.api.mongo.content;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.content.Objection;
import cn.huying.bot.repair.Proposal;
import cn.huying.bot.repair.Proposal.State;
import cn.huying.bot.repair.Proposal.Verdict;
import cn.huying.bot.repair.Proposal.Written;
import cn.huying.bot.repair.ProposalId;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** A proposal as a document and back. */
final class ProposalMapping {
    private ProposalMapping() {}

    static BsonDocument document(Proposal proposal, long rev) {
        Written written = proposal.written();
        BsonDocument document = new BsonDocument(
                        "_id", Documents.string(proposal.id().value()))
                .append("v", Documents.number(1))
                .append("rev", new BsonInt64(rev))
                .append("state", Documents.name(proposal.state()))
                .append("basedOn", new BsonInt64(proposal.basedOn()))
                .append("author", Documents.string(written.author()))
                .append("at", Documents.time(written.at()))
                .append("reason", Documents.string(written.reason()));
        PatchMapping.append(document, proposal.patch())
                .append("questions", Documents.array(proposal.questions(), Documents::string));
        return Documents.appendIf(document, "verdict", proposal.verdict().map(ProposalMapping::verdict));
    }

    private static BsonDocument verdict(Verdict verdict) {
        return new BsonDocument("state", Documents.name(verdict.state()))
                .append("by", Documents.string(verdict.by()))
                .append("at", Documents.time(verdict.at()))
                .append("edition", new BsonInt64(verdict.edition()))
                .append("note", Documents.string(verdict.note()))
                .append("objections", Documents.array(verdict.objections(), ProposalMapping::objection));
    }

    private static BsonDocument objection(Objection objection) {
        return new BsonDocument("about", Documents.string(objection.about()))
                .append("reason", Documents.string(objection.reason()));
    }

    static Proposal proposal(BsonDocument document) {
        return new Proposal(
                new ProposalId(Documents.text(document, "_id")),
                document.getNumber("rev").longValue(),
                PatchMapping.patch(document),
                document.getNumber("basedOn").longValue(),
                new Written(
                        Documents.text(document, "author"),
                        Documents.time(document, "at"),
                        Documents.text(document, "reason")),
                EntryMapping.texts(document, "questions"),
                Documents.optional(document, "verdict").map(ProposalMapping::readVerdict));
    }

    private static Verdict readVerdict(BsonDocument document) {
        return new Verdict(
                Documents.oneOf(State.class, document, "state"),
                Documents.text(document, "by"),
                Documents.time(document, "at"),
                document.getNumber("edition").longValue(),
                Documents.text(document, "note"),
                Documents.list(document, "objections", ProposalMapping::readObjection));
    }

    private static Objection readObjection(BsonDocument document) {
        return new Objection(Documents.text(document, "about"), Documents.text(document, "reason"));
    }
}
