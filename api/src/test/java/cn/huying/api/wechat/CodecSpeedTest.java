package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.SignedQuery;
import cn.huying.api.wechat.Door.Opened;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what one message costs at the door, warm, with varied texts. The figures decide nothing here. */
@Tag("slow")
class CodecSpeedTest {
    private static final int MESSAGES = 2_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 50;

    private final Door door = new Door(DemoAccount.ACCOUNT, DemoAccount.CLOCK);
    private final PlatformCodec codec = new PlatformCodec(DemoAccount.ACCOUNT, DemoAccount.CLOCK);

    @Test
    void theCodecShouldOpenAndSealEveryMessage() {
        Random random = new Random(20261121);
        List<PlatformCodec.Post> posts = new ArrayList<>();
        List<String> replies = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            posts.add(codec.seal(
                    MessageDocument.text(words(random, 10 + random.nextInt(50))).xml()));
            replies.add(words(random, 60 + random.nextInt(200)));
        }
        long opened = 0;
        long sealed = 0;
        for (int round = 0; round < WARM_UP; round++) {
            opened += open(posts);
            sealed += seal(replies);
        }
        print("verify+decrypt+decode", () -> open(posts));
        print("reply+encrypt+sign", () -> seal(replies));
        assertThat(opened).isEqualTo((long) WARM_UP * MESSAGES);
        assertThat(sealed).isEqualTo((long) WARM_UP * MESSAGES);
    }

    private long open(List<PlatformCodec.Post> posts) {
        return posts.stream()
                .filter(post -> door.open(SignedQuery.of(post.query()), post.body()) instanceof Opened.Message)
                .count();
    }

    private long seal(List<String> replies) {
        return replies.stream()
                .filter(reply -> door.seal(DemoAccount.ORIGIN, reply).length > 0)
                .count();
    }

    private static void print(String what, Runnable round) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        double count = (double) ROUNDS * MESSAGES;
        System.out.printf(
                "%s: %.2f µs CPU, %.0f bytes allocated%n",
                what,
                (threads.getCurrentThreadCpuTime() - nanos) / count / 1_000,
                (threads.getCurrentThreadAllocatedBytes() - bytes) / count);
    }

    private static String words(Random random, int length) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < length; i++) {
            words.append((char) (0x4E00 + random.nextInt(0x2000)));
        }
        return words.toString();
    }
}
