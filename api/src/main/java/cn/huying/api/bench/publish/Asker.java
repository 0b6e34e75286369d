package cn.huying.api.bench.publish;

import cn.huying.api.bench.kill.Gate;
import cn.huying.api.bench.kill.Postman;
import cn.huying.api.bench.load.Platform;
import cn.huying.knowledge.faq.Entry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a replica as residents do, each question as somebody who never wrote before. */
final class Asker implements AutoCloseable {
    private static final AtomicInteger RESIDENTS = new AtomicInteger();

    private final Platform platform = new Platform(Clock.systemUTC());
    private final Gate open = new Gate();
    private final Postman postman;

    Asker(int port) {
        this.postman = new Postman(platform, port, open);
    }

    /** The reply to the entry's own question. */
    String reply(Entry entry) {
        String resident = Platform.openId("publish", RESIDENTS.incrementAndGet());
        return postman.deliver(platform.message(resident, entry.question())).words();
    }

    boolean answers(Entry entry) {
        return reply(entry).contains(Almanac.mark(entry));
    }

    @Override
    public void close() {
        postman.close();
    }
}
