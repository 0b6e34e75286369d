package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class FirstCallTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void reset() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void databaseThatComesLateShouldBeWaitedFor() {
        var start = FirstCall.waiting(answeringAfter(5)).toFuture();
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(start).isNotDone();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(start).isCompleted();
        assertThat(calls).hasValue(6);
    }

    @Test
    void databaseThatStaysAwayShouldRefuseTheStartWithTheMend() {
        var start = FirstCall.waiting(answeringAfter(Integer.MAX_VALUE)).toFuture();
        time.advanceTimeBy(Duration.ofSeconds(30));
        assertThatThrownBy(start::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("MONGODB_URI")
                .hasMessageContaining("MongoTimeoutException")
                .hasMessageContaining("请先启动数据库")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatTheServerAnsweredShouldNotBeAskedAgain() {
        Mono<Void> refused = Mono.defer(() -> {
            calls.incrementAndGet();
            return Mono.error(new MongoCommandException(new BsonDocument(), new ServerAddress()));
        });
        var start = FirstCall.waiting(refused).toFuture();
        assertThat(start).isCompletedExceptionally();
        assertThat(calls).hasValue(1);
    }

    private Mono<Void> answeringAfter(int failures) {
        return Mono.defer(() -> calls.getAndIncrement() < failures
                ? Mono.error(new MongoTimeoutException("mongodb://user:secret@db"))
                : Mono.empty());
    }
}
