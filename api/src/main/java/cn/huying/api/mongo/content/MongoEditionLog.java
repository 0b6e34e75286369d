package cn.huying.api.mongo.content;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.huying.api.mongo.Mongo;
import cn.huying.bot.content.Edition;
import cn.huying.bot.content.EditionLog;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code editions} {_id number, v, at, author, approver, reason, put[], removed[]}: whole documents, written once, never changed. */
public final class MongoEditionLog implements EditionLog {
    /** MongoDB keeps 16 MB in a document; some room is left for what readers of a later version may add. */
    private static final int MOST_BYTES = 12 * 1024 * 1024;

    /** The first edition is a megabyte and read by a program that has just begun. */
    private static final long LONGEST_SECONDS = 15;

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final MongoCollection<BsonDocument> editions;
    private final MongoCollection<BsonDocument> patient;

    public MongoEditionLog(MongoDatabase database) {
        this.editions = database.getCollection("editions", BsonDocument.class);
        this.patient = editions.withTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Mono<Boolean> append(Edition edition) {
        return Mono.fromCallable(() -> fitting(edition))
                .flatMap(document -> Mono.from(patient.insertOne(document)))
                .thenReturn(true)
                .onErrorResume(Mongo::isDuplicate, taken -> Mono.just(false));
    }

    private static BsonDocument fitting(Edition edition) {
        RawBsonDocument document = new RawBsonDocument(EditionMapping.document(edition), CODEC);
        int bytes = document.getByteBuffer().remaining();
        if (bytes > MOST_BYTES) {
            throw new TooLarge("edition " + edition.number() + " has " + bytes + " bytes");
        }
        return document;
    }

    @Override
    public Flux<Edition> after(long number) {
        return Flux.defer(() -> patient.find(gt("_id", new BsonInt64(number))).sort(ascending("_id")))
                .map(EditionMapping::edition);
    }

    @Override
    public Mono<Long> latest() {
        return Mono.defer(() -> Mono.from(editions.find()
                        .projection(include("_id"))
                        .sort(descending("_id"))
                        .limit(1)))
                .map(EditionMapping::number)
                .defaultIfEmpty(0L);
    }
}
