package cn.huying.knowledge.encode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder behind a knowledge base, loaded beside the start rather than before it. Until it is there, and on a machine it does not run on,
 * nothing has a meaning and words decide alone.
 */
public final class Meanings {
    private static final Logger log = LoggerFactory.getLogger(Meanings.class);
    /** Questions come again: 办居住证要什么材料 is asked by everybody. */
    private static final int REMEMBERED = 4_096;

    private final Loader loader;
    private final Optional<Path> file;
    private final boolean beside;
    private final LongAdder encoded = new LongAdder();
    private final LongAdder remembered = new LongAdder();
    private final Map<String, byte[]> recent = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private volatile Optional<Encoder> encoder = Optional.empty();

    @FunctionalInterface
    interface Loader {
        Encoder load() throws IOException;
    }

    private Meanings(Loader loader, Optional<Path> file, boolean beside) {
        this.loader = loader;
        this.file = file;
        this.beside = beside;
    }

    /** @param file where vectors of the content are kept between starts */
    public static Meanings beside(Path file) {
        return new Meanings(SentenceModel::load, Optional.of(file), true);
    }

    /** Ready when it comes back, for measuring. */
    public static Meanings atOnce(Encoder encoder) {
        return new Meanings(() -> encoder, Optional.empty(), false);
    }

    static Meanings atOnce(Loader loader) {
        return new Meanings(loader, Optional.empty(), false);
    }

    /** Loads the encoder and then tells the meanings of these texts, in their order. Told once, or never. */
    public void learn(List<String> texts, Consumer<List<byte[]>> ready) {
        if (beside) {
            Thread thread = new Thread(() -> work(texts, ready), "meanings");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        } else {
            work(texts, ready);
        }
    }

    private void work(List<String> texts, Consumer<List<byte[]>> ready) {
        try {
            Encoder loaded = loader.load();
            VectorFile known = file.map(VectorFile::read).orElseGet(VectorFile::empty);
            int before = known.size();
            List<byte[]> vectors = new VectorWork(loaded, known, 1).encode(texts, _ -> {});
            ready.accept(vectors);
            encoder = Optional.of(loaded);
            if (file.isPresent() && known.size() > before) {
                VectorFile.of(texts, vectors).write(file.get());
            }
        } catch (IOException | RuntimeException e) {
            log.warn("no sentence encoder, questions are answered by words alone: {}", e.toString());
        }
    }

    /** Of a question; empty while there is no encoder. */
    public Optional<byte[]> of(String text) {
        Optional<Encoder> present = encoder;
        if (present.isEmpty()) {
            return Optional.empty();
        }
        synchronized (recent) {
            byte[] known = recent.get(text);
            if (known != null) {
                remembered.increment();
                return Optional.of(known);
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
