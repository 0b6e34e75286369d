package cn.huying.api.bench.publish;

import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.lab.Laboratory.Store;
import cn.huying.bot.content.Content;
import cn.huying.bot.content.Patch;
import cn.huying.knowledge.faq.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Kills a replica, and every other time its store with it, while editions are written and indexed as fast as they can be; then holds what
 * it answers after the next start against what was published.
 */
public final class KilledPublishRun {
    private static final int EARLIEST_MS = 1_000;
    private static final int LATEST_MS = 5_000;
    private static final int OWN_ASKED = 12;
    private static final int BETWEEN_MS = 50;

    private final Laboratory laboratory;
    private final int kills;
    private final Random random;
    private final Almanac almanac;
    private final List<String> wrong = new ArrayList<>();
    private Optional<Patch> doubtful = Optional.empty();
    private int published;
    private int asked;
    private Store store;
    private Server replica;
    private final List<Entry> own;

    /** @param wrong answers that were not as published, each in words */
    public record Report(int kills, int editions, int asked, List<String> wrong) {
        public boolean clean() {
            return wrong.isEmpty();
        }

        /** One line for people and scripts; the upper bound is the rule of three, at 95 %. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "publish kills: kills=%d editions=%d asked=%d wrong=%d upper95=%s",
                    kills,
                    editions,
                    asked,
                    wrong.size(),
                    clean() ? String.format(Locale.ROOT, "%.1f%%", Math.min(100, 300.0 / kills)) : "n/a");
        }
    }

    private KilledPublishRun(Laboratory laboratory, int kills, long seed) {
        this.laboratory = laboratory;
        this.kills = kills;
        this.random = new Random(seed);
        this.almanac = new Almanac(random);
        this.store = openStore();
        this.replica = openReplica();
        this.own = answered();
    }

    /** Runs it all and cleans up. @param home the folder with {@code config/} */
    public static Report run(Path home, int kills, long seed, Consumer<String> said) throws IOException {
        try (Laboratory laboratory = new Laboratory(home)) {
            return new KilledPublishRun(laboratory, kills, seed).run(said);
        }
    }

    private Store openStore() {
        return laboratory.store(laboratory.data("store"), List.of());
    }

    private Server openReplica() {
        return laboratory.full(
                "replica", laboratory.data("replica"), List.of(), PublishRun.settings(laboratory, store));
    }

    private Report run(Consumer<String> said) {
        for (int kill = 1; kill <= kills; kill++) {
            int after = random.nextInt(EARLIEST_MS, LATEST_MS);
            boolean withStore = kill % 2 == 0;
            publishUntil(() -> {
                Child.pause(after);
                laboratory.kill(replica);
                if (withStore) {
                    laboratory.kill(store);
                }
            });
            if (withStore) {
                store = openStore();
            }
            replica = openReplica();
            judge();
            said.accept("第 %d/%d 次：就绪 %d 毫秒后强杀%s；共 %d 期，核对 %d 问，错 %d"
                    .formatted(kill, kills, after, withStore ? "（连同存储）" : "", published, asked, wrong.size()));
        }
        return new Report(kills, published, asked, List.copyOf(wrong));
    }

    private void publishUntil(Runnable death) {
        AtomicBoolean ended = new AtomicBoolean();
        Thread killer = Thread.ofPlatform().start(() -> {
            death.run();
            ended.set(true);
        });
        try (Press press = Press.fast(store.mongoUri())) {
            while (!ended.get() && publish(press)) {
                Child.pause(BETWEEN_MS);
            }
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when nobody knows whether it was written: the store is being killed. */
    private boolean publish(Press press) {
        Patch patch = almanac.next().patch();
        try {
            press.publish(patch);
            almanac.published(patch);
            published++;
            return true;
        } catch (RuntimeException storeGone) {
            doubtful = Optional.of(patch);
            return false;
        }
    }

    private void judge() {
        Content content;
        try (Press press = Press.fast(store.mongoUri())) {
            content = press.content();
        }
        doubtful.filter(patch -> patch.put().stream()
                        .allMatch(entry -> content.entry(entry.id()).equals(Optional.of(entry))))
                .ifPresent(almanac::published);
        doubtful = Optional.empty();
        if (!Almanac.ours(content.entries()).equals(almanac.expected())) {
            wrong.add("第 " + content.edition() + " 期的内容与已发布的不同");
        }
        try (Asker asker = new Asker(replica.port())) {
            almanac.live().forEach(entry -> expect(asker, entry, Almanac.mark(entry), true));
            almanac.gone().stream().limit(OWN_ASKED).forEach(entry -> expect(asker, entry, Almanac.mark(entry), false));
            own.forEach(entry -> expect(asker, entry, firstLine(entry), true));
        }
    }

    /** Some of the real content that is answered as it stands: words of danger, for one, are answered otherwise. */
    private List<Entry> answered() {
        List<Entry> all = new ArrayList<>();
        try (Press press = Press.fast(store.mongoUri());
                Asker asker = new Asker(replica.port())) {
            all.addAll(press.content().list());
            Collections.shuffle(all, random);
            return all.stream()
                    .filter(entry -> asker.reply(entry).contains(firstLine(entry)))
                    .limit(OWN_ASKED)
                    .toList();
        }
    }

    private static String firstLine(Entry entry) {
        return entry.answer().text().lines().findFirst().orElse("");
    }

    private void expect(Asker asker, Entry entry, String words, boolean there) {
        asked++;
        String reply = asker.reply(entry);
        if (reply.contains(words) != there) {
            wrong.add("%s：%s，回的是 %s".formatted(entry.question(), there ? "应答 " + words : "不应再答 " + words, reply));
        }
    }
}
