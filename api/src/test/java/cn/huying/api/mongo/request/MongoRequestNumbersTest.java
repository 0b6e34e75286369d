package cn.huying.api.mongo.request;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.request.RequestNumbers;
import cn.huying.bot.request.RequestNumbersContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MongoRequestNumbersTest extends RequestNumbersContract {
    private final ContractMongo mongo = ContractMongo.open(MongoRequestNumbersTest.class);
    private final MongoRequestNumbers numbers = new MongoRequestNumbers(mongo.database());

    @BeforeAll
    void prepare() {
        numbers.prepare().block(Duration.ofSeconds(20));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Override
    protected RequestNumbers numbers() {
        return numbers;
    }
}
