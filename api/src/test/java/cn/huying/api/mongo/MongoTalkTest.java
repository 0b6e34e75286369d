package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.community.Community;
import cn.huying.bot.dialogue.community.RandomTalk;
import cn.huying.bot.dialogue.community.Talk;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole conversations on the real stores: what was written must come back as it was, message by message. */
class MongoTalkTest {
    @RegisterExtension
    static final ContractMongo MONGO = ContractMongo.open(MongoTalkTest.class);

    private static final int FEW = 40;
    private static final int MANY = 500;

    private final TestClock clock = new TestClock(Messages.NOON);

    private Community community() {
        return MongoStores.of(MONGO.database(), clock).community();
    }

    @Test
    void draftShouldBeContinuedByAnotherReplica() {
        Talk begun = community().with(90_001).says("桂香苑3栋路灯不亮");

        Talk continued = begun.on(community());
        continued.says("2").on(community()).says("已经三天了").on(community()).says("确认");

        assertThat(continued.reply()).contains("已登记，编号 HY2026");
        assertThat(continued.requests()).singleElement().satisfies(request -> {
            assertThat(request.submission().text()).isEqualTo("桂香苑3栋路灯不亮；已经三天了");
            assertThat(request.submission().place().publicLabel()).isEqualTo("桂香苑二期3幢");
        });
    }

    @Test
    void fewRandomTalksShouldHoldEveryPromise() {
        play(0, FEW);
    }

    @Test
    @Tag("slow")
    void manyRandomTalksShouldHoldEveryPromise() {
        play(FEW, MANY);
    }

    private void play(int from, int to) {
        Community community = community();
        for (int seed = from; seed < to; seed++) {
            RandomTalk.play(community, 91_000 + seed, seed);
        }
    }
}
