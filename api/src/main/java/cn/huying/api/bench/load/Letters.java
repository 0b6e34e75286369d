package cn.huying.api.bench.load;

import cn.huying.api.bench.load.Platform.Message;
import cn.huying.api.bench.load.Platform.Verdict;
import java.util.Random;
import java.util.function.Supplier;

/** What the generator puts into the callback. Used by one thread. */
public interface Letters {
    /** A message on the wire and the resident whose reply is expected. */
    record Letter(String openId, byte[] request) {}

    Letter next();

    Verdict judge(Letter letter, int status, byte[] body);

    /** A new message each time, of a resident picked at random; every reply is opened. */
    static Letters fresh(Platform platform, Supplier<Message> messages, int port) {
        return new Letters() {
            @Override
            public Letter next() {
                Message message = messages.get();
                return new Letter(message.openId(), platform.request(message, port));
            }

            @Override
            public Verdict judge(Letter letter, int status, byte[] body) {
                return platform.judge(letter.openId(), status, body);
            }
        };
    }

    /**
     * The same sealed messages round and round, for a server that does not know what it has seen. Only some replies are opened: against a
     * bare server sealing and opening all would make the generator the slower side.
     */
    static Letters recycled(Platform platform, Supplier<Message> messages, int port) {
        return new Recycled(platform, messages, port);
    }

    /** Residents picked at random saying things picked at random. */
    static Supplier<Message> talk(Platform platform, Sayings sayings, String series, int users, Random random) {
        return () -> platform.message(Platform.openId(series, random.nextInt(users)), sayings.next(random));
    }

    /** See {@link #recycled}. */
    final class Recycled implements Letters {
        private static final int KEPT = 16_384;
        private static final int OPENED_ONE_OF = 32;
        private static final Verdict FINE = new Verdict.Replied("");

        private final Platform platform;
        private final Letter[] letters = new Letter[KEPT];
        private int at;
        private int judged;

        private Recycled(Platform platform, Supplier<Message> messages, int port) {
            this.platform = platform;
            for (int i = 0; i < KEPT; i++) {
                Message message = messages.get();
                letters[i] = new Letter(message.openId(), platform.request(message, port));
            }
        }

        @Override
        public Letter next() {
            at = (at + 1) % KEPT;
            return letters[at];
        }

        @Override
        public Verdict judge(Letter letter, int status, byte[] body) {
            judged++;
            boolean looksFine = status == 200 && body.length > 0;
            return looksFine && judged % OPENED_ONE_OF != 0 ? FINE : platform.judge(letter.openId(), status, body);
        }
    }
}
