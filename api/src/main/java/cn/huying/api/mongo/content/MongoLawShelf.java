package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.Mongo;
import cn.huying.bot.content.law.Catalogue;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.knowledge.law.text.Law;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import reactor.core.publisher.Mono;

/** {@code laws} {_id law, v, …}, each written once, and {@code law_catalogue}, one document {_id shelf, v, rev, cards[]} that is changed in one step. */
public final class MongoLawShelf implements LawShelf {
    private static final String SHELF = "shelf";
    /** A catalogue of thousands of laws is megabytes. */
    private static final long LONGEST_SECONDS = 15;

    private final MongoCollection<BsonDocument> laws;
    private final MongoCollection<BsonDocument> catalogue;

    public MongoLawShelf(MongoDatabase database) {
        this.laws = database.getCollection("laws", BsonDocument.class).withTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
        this.catalogue = database.getCollection("law_catalogue", BsonDocument.class)
                .withTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Mono<Void> layAside(Law law) {
        return Mono.defer(() -> Mono.from(laws.insertOne(LawMapping.document(law))))
                .then()
                .onErrorResume(Mongo::isDuplicate, there -> Mono.empty());
    }

    @Override
    public Mono<Catalogue> catalogue() {
        return Mono.defer(() -> Mono.from(catalogue.find(eq("_id", SHELF)).limit(1)))
                .map(LawMapping::catalogue)
                .defaultIfEmpty(Catalogue.EMPTY);
    }

    @Override
    public Mono<Long> latest() {
        return Mono.defer(() -> Mono.from(catalogue
                        .find(eq("_id", SHELF))
                        .projection(include("rev"))
                        .limit(1)))
                .map(document -> document.getNumber("rev").longValue())
                .defaultIfEmpty(Catalogue.EMPTY.rev());
    }

    @Override
    public Mono<Boolean> show(Catalogue next) {
        BsonDocument document = LawMapping.document(next).append("_id", Documents.string(SHELF));
        if (next.rev() == 1) {
            return Mono.defer(() -> Mono.from(catalogue.insertOne(document)))
                    .thenReturn(true)
                    .onErrorResume(Mongo::isDuplicate, there -> Mono.just(false));
        }
        return Mono.defer(() -> Mono.from(catalogue.replaceOne(
                        and(eq("_id", SHELF), eq("rev", new BsonInt64(next.rev() - 1))), document)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Law> find(String id) {
        return Mono.defer(() -> Mono.from(laws.find(eq("_id", id)).limit(1))).map(LawMapping::law);
    }
}
