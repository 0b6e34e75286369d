package cn.huying.api.mongo.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.mongo.ContractMongo;
import cn.huying.bot.content.Edition;
import cn.huying.bot.content.EditionLog;
import cn.huying.bot.content.EditionLogContract;
import cn.huying.bot.content.Sample;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class MongoEditionLogTest implements EditionLogContract {
    @RegisterExtension
    static final ContractMongo MONGO =
            ContractMongo.open(MongoEditionLogTest.class).emptying("editions");

    @Override
    public EditionLog emptyLog() {
        return new MongoEditionLog(MONGO.database());
    }

    @Test
    void editionOfMegabytesShouldBeKeptWhole() {
        EditionLog log = emptyLog();
        Edition large = Sample.edition(1, Sample.put(Sample.entry("much", "长".repeat(3_500_000))));

        assertThat(log.append(large).block(WAIT)).isTrue();
        assertThat(log.after(0).collectList().block(WAIT)).isEqualTo(List.of(large));
    }

    @Test
    void editionOfALaterProgramShouldNotBeHalfUnderstood() {
        EditionLog log = emptyLog();
        log.append(Sample.edition(1, Sample.put(Sample.entry("one", "甲")))).block(WAIT);
        Mono.from(MONGO.documents("editions").updateOne(Filters.eq("_id", 1L), Updates.set("v", 2)))
                .block(WAIT);

        assertThatThrownBy(() -> log.after(0).collectList().block(WAIT)).hasMessageContaining("later version");
        assertThat(log.latest().block(WAIT)).isEqualTo(1);
    }
}
