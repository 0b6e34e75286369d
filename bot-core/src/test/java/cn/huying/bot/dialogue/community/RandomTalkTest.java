package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.request.ServiceRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RandomTalkTest {
    private static final int FEW = 200;
    private static final int ALL = 2_000;

    @Test
    void fewTalksShouldHoldEveryPromise() {
        play(0, FEW);
    }

    @Test
    @Tag("slow")
    void manyTalksShouldHoldEveryPromise() {
        play(FEW, ALL);
    }

    private static void play(int from, int to) {
        Community community = Community.inMemory();
        Set<String> numbers = new HashSet<>();
        int requests = 0;
        for (int seed = from; seed < to; seed++) {
            Talk talk = RandomTalk.play(community, seed, seed);
            for (ServiceRequest request : talk.requests()) {
                numbers.add(request.number().toString());
                requests++;
            }
        }
        assertThat(numbers).hasSize(requests);
        assertThat(requests).isGreaterThan((to - from) / 10);
    }
}
