package cn.huying.api.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.DemoProgram;
import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Platform.Message;
import cn.huying.api.bench.load.Sayings;
import cn.huying.bot.Home;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** The platform delivers a message up to three times when an answer is late, also at once: it must still be one message. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeDeliveriesTest {
    private static final int MESSAGES = 1_000;
    private static final int DELIVERIES = 3;
    private static final int AT_ONCE = 8;

    @TempDir
    private static Path data;

    private final Platform platform = new Platform(Clock.systemUTC());
    private final Random random = new Random(20261121);
    private final Sayings sayings = Sayings.of(Home.CONFIG);
    private DemoProgram program;

    /** One message and what each of its deliveries was answered. */
    private record Answered(Message message, List<Delivered> deliveries) {}

    @BeforeAll
    void start() {
        program = new DemoProgram(data);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void aMessageDeliveredThreeTimesAtOnceShouldBeOneEffectWithOneReply() throws Exception {
        List<Message> messages = IntStream.range(0, MESSAGES)
                .mapToObj(i -> platform.message(Platform.openId("three", i), sayings.emergency(random)))
                .toList();

        List<Answered> answered = deliverAll(messages);

        assertThat(answered).allSatisfy(one -> {
            assertThat(one.deliveries()).allMatch(Delivered::acknowledged);
            assertThat(registered(one).map(Delivered::words).distinct())
                    .as("replies to %s", one.message().text())
                    .hasSize(1);
        });
        Set<String> numbers = new HashSet<>();
        answered.forEach(
                one -> registered(one).flatMap(d -> d.number().stream()).forEach(numbers::add));
        assertThat(numbers).hasSize(MESSAGES);
        assertThat(stored("requests"))
                .hasSize(MESSAGES)
                .extracting(d -> d.getString("number"))
                .containsAll(numbers);
        assertThat(stored("inbox")).hasSize(MESSAGES).allMatch(d -> "ANSWERED".equals(d.getString("state")));
    }

    /** Without those that got the instructions ahead of the store, as a slow machine makes the program do. */
    private static Stream<Delivered> registered(Answered one) {
        return one.deliveries().stream().filter(delivered -> delivered.number().isPresent());
    }

    /** Each message by three postmen at the same time, and once more when the others are done. */
    private List<Answered> deliverAll(List<Message> messages) throws Exception {
        try (Postman postman = new Postman(platform, program.port(), new Gate());
                ExecutorService three = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService lines = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Answered>> all = messages.stream()
                    .map(message -> lines.submit(() -> deliver(postman, three, message)))
                    .toList();
            return all.stream().map(ThreeDeliveriesTest::get).toList();
        }
    }

    private static Answered deliver(Postman postman, ExecutorService three, Message message) {
        List<Future<Delivered>> deliveries = IntStream.range(0, DELIVERIES)
                .mapToObj(i -> three.submit(() -> postman.deliver(message)))
                .toList();
        List<Delivered> answered =
                deliveries.stream().map(ThreeDeliveriesTest::get).toList();
        return new Answered(
                message,
                Stream.concat(answered.stream(), Stream.of(postman.deliver(message)))
                        .toList());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("a delivery failed", e);
        }
    }

    private List<Document> stored(String collection) {
        return Flux.from(program.bean(MongoDatabase.class)
                        .getCollection(collection)
                        .find())
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
