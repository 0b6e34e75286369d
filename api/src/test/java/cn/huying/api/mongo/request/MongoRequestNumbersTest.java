package cn.huying.api.mongo.request;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.request.RequestNumbers;
import cn.huying.bot.request.RequestNumbersContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoRequestNumbersTest extends RequestNumbersContract {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoRequestNumbersTest.class);

    private final MongoRequestNumbers numbers = new MongoRequestNumbers(MONGO.database());

    @BeforeEach
    void prepare() {
        numbers.prepare().block(Duration.ofSeconds(20));
    }

    @Override
    protected RequestNumbers numbers() {
        return numbers;
    }
}
