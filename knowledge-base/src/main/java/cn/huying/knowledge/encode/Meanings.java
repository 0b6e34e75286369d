package cn.huying.knowledge.encode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder behind a knowledge base, loaded beside the start rather than before it. Until it is there, and on a machine it does not run on,
 * nothing has a meaning and words decide alone. One for the whole program: knowledge bases come and go with the content, and each learns here
 * only what the one before it did not have.
 */
public final class Meanings {
    private static final Logger log = LoggerFactory.getLogger(Meanings.class);
    /** Questions come again: 办居住证要什么材料 is asked by everybody. */
    private static final int REMEMBERED = 4_096;
    /** As many texts are encoded in half a second at most: a publication can wait for them. */
    private static final int FEW = 100;

    private static final int PRACTICE = 16;

    private final Loader loader;
    private final Optional<VectorKeeping> keeping;
    private final boolean atOnce;
    private final LongAdder encoded = new LongAdder();
    private final LongAdder remembered = new LongAdder();
    private final Map<String, byte[]> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final BlockingQueue<Lesson> lessons = new LinkedBlockingQueue<>();
    private final ReentrantLock teaching = new ReentrantLock();
    private VectorFile known = VectorFile.empty();
    private volatile Optional<Encoder> encoder = Optional.empty();
    private volatile boolean absent;

    @FunctionalInterface
    interface Loader {
        Encoder load() throws IOException;
    }

    private record Lesson(List<String> texts, Consumer<List<byte[]>> ready) {}

    private Meanings(Loader loader, Optional<VectorKeeping> keeping, boolean atOnce) {
        this.loader = loader;
        this.keeping = keeping;
        this.atOnce = atOnce;
    }

    /**
     * Nothing happens before {@link #start()}.
     *
     * @param file where vectors of the content are kept between starts
     * @param shipped vectors somebody made before, used where the file knows less
     */
    public static Meanings beside(Path file, Optional<Path> shipped) {
        return beside(
                () -> {
                    NativeLibraries.unpackTo(file.resolveSibling("encoder"));
                    return practised(SentenceModel.load());
                },
                file,
                shipped);
    }

    /** The runtime's first steps take ten times as long as the others: nobody is to wait for them. */
    private static Encoder practised(Encoder encoder) {
        for (int length = 1; length <= PRACTICE; length++) {
            encoder.encode("问".repeat(length));
        }
        return encoder;
    }

    static Meanings beside(Loader loader, Path file, Optional<Path> shipped) {
        return new Meanings(loader, Optional.of(new VectorKeeping(file, shipped)), false);
    }

    /** Ready when it comes back, for measuring. */
    public static Meanings atOnce(Encoder encoder) {
        return new Meanings(() -> encoder, Optional.empty(), true);
    }

    static Meanings atOnce(Loader loader) {
        return new Meanings(loader, Optional.empty(), true);
    }

    /** Loads the encoder on a thread of its own, which then teaches what was asked for meanwhile and whatever is long. To be called once. */
    public void start() {
        Thread thread = new Thread(this::teachOnAndOn, "meanings");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void teachOnAndOn() {
        load();
        try {
            while (!absent) {
                teach(lessons.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        try {
            Encoder loaded = loader.load();
            known = keeping.map(VectorKeeping::read).orElseGet(VectorFile::empty);
            encoder = Optional.of(loaded);
        } catch (IOException | RuntimeException e) {
            absent = true;
            lessons.clear();
            log.warn("no sentence encoder, questions are answered by words alone: {}", e.toString());
        }
    }

    /**
     * Tells the meanings of these texts, in their order: before this comes back where the encoder is there and has few of them to encode; else when
     * it is done with them, and until then words decide; never where it does not run.
     */
    public void learn(List<String> texts, Consumer<List<byte[]>> ready) {
        Lesson lesson = new Lesson(texts, ready);
        if (atOnce && encoder.isEmpty() && !absent) {
            load();
        }
        if (!absent && !taughtNow(lesson)) {
            lessons.add(lesson);
        }
    }

    private boolean taughtNow(Lesson lesson) {
        if (atOnce) {
            teach(lesson);
            return true;
        }
        if (encoder.isEmpty() || !teaching.tryLock()) {
            return false;
        }
        try {
            boolean few = known.lacksAtMost(FEW, lesson.texts());
            if (few) {
                teach(lesson);
            }
            return few;
        } finally {
            teaching.unlock();
        }
    }

    private void teach(Lesson lesson) {
        teaching.lock();
        try {
            int before = known.size();
            List<byte[]> vectors = new VectorWork(encoder.orElseThrow(), known, 1).encode(lesson.texts(), _ -> {});
            boolean grown = known.size() > before;
            known = VectorFile.of(lesson.texts(), vectors);
            keeping.filter(_ -> grown || known.size() < before).ifPresent(keep -> keep.write(known));
            lesson.ready().accept(vectors);
        } catch (RuntimeException e) {
            log.warn("the meanings of some content are not known, words decide: {}", e.toString());
        } finally {
            teaching.unlock();
        }
    }

    /** Whether questions can be given a meaning by now. */
    public boolean ready() {
        return encoder.isPresent();
    }

    /** For whoever has texts of their own to keep; empty while there is none. */
    public Optional<Encoder> encoder() {
        return encoder;
    }

    /** Of a question; empty while there is no encoder. Takes milliseconds where the question is new. */
    public Optional<byte[]> of(String text) {
        Optional<Encoder> present = encoder;
        if (present.isEmpty()) {
            return Optional.empty();
        }
        synchronized (recent) {
            byte[] before = recent.get(text);
            if (before != null) {
                remembered.increment();
                return Optional.of(before);
            }
        }
        byte[] vector = CompactVector.of(present.get().encode(text));
        encoded.increment();
        synchronized (recent) {
            recent.put(text, vector);
        }
        return Optional.of(vector);
    }

    /** How many questions went through the encoder. */
    public long encoded() {
        return encoded.sum();
    }

    /** How many questions were known from before. */
    public long remembered() {
        return remembered.sum();
    }
}
