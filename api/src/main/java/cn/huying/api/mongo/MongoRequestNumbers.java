package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestNumbers;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** {@code counters} {_id day, v, n} and {@code request_numbers} {_id request, v, number}, the number unique. */
public final class MongoRequestNumbers implements RequestNumbers {
    private static final FindOneAndUpdateOptions COUNT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> counters;
    private final MongoCollection<BsonDocument> numbers;

    public MongoRequestNumbers(MongoDatabase database) {
        this.counters = database.getCollection("counters", BsonDocument.class);
        this.numbers = database.getCollection("request_numbers", BsonDocument.class);
    }

    /** Creates the unique index by which a number finds its request. */
    public Mono<Void> prepare() {
        return Mono.from(numbers.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)))
                .then();
    }

    @Override
    public Mono<RequestNumber> reserve(RequestId request, LocalDate day) {
        return reserved(request).switchIfEmpty(Mono.defer(() -> next(day).flatMap(number -> keep(request, number))));
    }

    private Mono<RequestNumber> reserved(RequestId request) {
        return Mono.from(numbers.find(eq("_id", request.value())).limit(1)).map(MongoRequestNumbers::number);
    }

    private Mono<RequestNumber> next(LocalDate day) {
        Bson count = combine(inc("n", 1L), setOnInsert("v", 1));
        return Mono.defer(() -> Mono.from(counters.findOneAndUpdate(eq("_id", "requests " + day), count, COUNT)))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .map(counter -> new RequestNumber(day, counter.getNumber("n").longValue()));
    }

    private Mono<RequestNumber> keep(RequestId request, RequestNumber number) {
        BsonDocument document = new BsonDocument("_id", Documents.string(request.value()))
                .append("v", new BsonInt32(1))
                .append("number", Documents.string(number.toString()));
        return Mono.from(numbers.insertOne(document))
                .thenReturn(number)
                .onErrorResume(Mongo::isDuplicate, taken -> reserve(request, number.day()));
    }

    @Override
    public Mono<RequestId> find(RequestNumber number) {
        return Mono.from(numbers.find(eq("number", number.toString())).limit(1))
                .map(document -> new RequestId(Documents.text(document, "_id")));
    }

    private static RequestNumber number(BsonDocument document) {
        return RequestNumber.parse(Documents.text(document, "number")).orElseThrow();
    }
}
