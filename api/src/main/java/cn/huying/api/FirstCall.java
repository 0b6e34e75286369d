package cn.huying.api;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The calls a start makes to MongoDB. A database that is started together with us may need a while: it is waited for, and that is told. */
final class FirstCall {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCall.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** With the pauses and the second and a half a call may wait, about half a minute. */
    private static final int MOST_RETRIES = 12;

    /** For a call that is answered, only slowly: making an index over many documents. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private FirstCall() {}

    /** @throws ConfigException when it does not answer for half a minute */
    static void to(Mono<?> call) {
        waiting(call).block(LONGEST);
    }

    /** As {@link #to}, for whoever waits in another way. */
    static Mono<Void> waiting(Mono<?> call) {
        return call.then()
                .retryWhen(Retry.fixedDelay(MOST_RETRIES, PAUSE)
                        .filter(FirstCall::mayComeBack)
                        .doBeforeRetry(FirstCall::tell))
                .onErrorMap(Exceptions::isRetryExhausted, FirstCall::refusal);
    }

    /** What the server itself answered it would answer again. */
    private static boolean mayComeBack(Throwable failure) {
        return SpoolConfiguration.isAway(failure)
                && !(failure instanceof MongoCommandException || failure instanceof MongoSecurityException);
    }

    private static void tell(Retry.RetrySignal signal) {
        LOG.warn(
                "MongoDB does not answer ({}); asked again, {} of {}",
                signal.failure().getClass().getSimpleName(),
                signal.totalRetries() + 1,
                MOST_RETRIES);
    }

    /** The words of the driver are not told: they may quote the address with its password. */
    private static ConfigException refusal(Throwable exhausted) {
        Throwable cause = exhausted.getCause() == null ? exhausted : exhausted.getCause();
        return new ConfigException(List.of(new ConfigProblem(
                "MONGODB_URI",
                0,
                "等了约半分钟，仍连不上 MongoDB（" + cause.getClass().getSimpleName() + "）",
                "请先启动数据库，检查地址、账号和网络，再启动；不设置 MONGODB_URI 则使用内置存储")));
    }
}
