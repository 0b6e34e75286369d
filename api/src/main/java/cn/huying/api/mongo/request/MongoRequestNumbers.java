package cn.huying.api.mongo.request;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.mongo.SharedCommands;
import cn.huying.api.mongo.Together;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code counters} {_id day, v, n} and {@code request_numbers} {_id request, v, number}, the number unique. */
public final class MongoRequestNumbers implements RequestNumbers {
    private static final FindOneAndUpdateOptions COUNT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> counters;
    private final MongoCollection<BsonDocument> numbers;
    private final Together<LocalDate, RequestNumber> counts;
    private final Together<String, BsonDocument> finds;
    private final Together<BsonDocument, Boolean> inserts;

    public MongoRequestNumbers(MongoDatabase database) {
        this.counters = database.getCollection("counters", BsonDocument.class);
        this.numbers = database.getCollection("request_numbers", BsonDocument.class);
        this.counts = new Together<>(this::count);
        this.finds = new Together<>(ids -> SharedCommands.find(numbers, ids));
        this.inserts = new Together<>(documents -> SharedCommands.insert(numbers, documents));
    }

    /** Creates the unique index by which a number finds its request. */
    public Mono<Void> prepare() {
        return Mono.from(numbers.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)))
                .then();
    }

    @Override
    public Mono<RequestNumber> reserve(RequestId request, LocalDate day) {
        return finds.ask(request.value())
                .map(MongoRequestNumbers::number)
                .switchIfEmpty(Mono.defer(() -> counts.ask(day).flatMap(number -> keep(request, number))));
    }

    /** As many numbers as are asked for, by one count a day; a number nobody kept is never given again. */
    private Mono<Function<LocalDate, Mono<RequestNumber>>> count(List<LocalDate> asked) {
        Map<LocalDate, Long> wanted = asked.stream().collect(groupingBy(day -> day, counting()));
        return Flux.fromIterable(wanted.entrySet())
                .concatMap(day -> block(day.getKey(), day.getValue()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(next -> day -> Mono.fromSupplier(() ->
                        new RequestNumber(day, requireNonNull(next.get(day)).incrementAndGet())));
    }

    /** The last number before those that may be given. */
    private Mono<Map.Entry<LocalDate, AtomicLong>> block(LocalDate day, long size) {
        Bson count = combine(inc("n", size), setOnInsert("v", 1));
        return Mono.defer(() -> Mono.from(counters.findOneAndUpdate(eq("_id", "requests " + day), count, COUNT)))
                .retryWhen(Mongo.oneMoreOnDuplicate())
                .map(counter ->
                        Map.entry(day, new AtomicLong(counter.getNumber("n").longValue() - size)));
    }

    private Mono<RequestNumber> keep(RequestId request, RequestNumber number) {
        BsonDocument document = new BsonDocument("_id", Documents.string(request.value()))
                .append("v", new BsonInt32(1))
                .append("number", Documents.string(number.toString()));
        return inserts.ask(document).flatMap(isNew -> isNew ? Mono.just(number) : reserve(request, number.day()));
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
