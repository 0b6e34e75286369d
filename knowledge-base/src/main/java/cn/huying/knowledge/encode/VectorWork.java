package cn.huying.knowledge.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Encodes a great many texts on several threads; what a file of vectors knows already is taken from there. */
public final class VectorWork {
    /** Texts given to a thread at once; sorted by length inside, so more is better until the last thread is waited for. */
    private static final int PORTION = 500;

    private final Encoder encoder;
    private final VectorFile known;
    private final int threads;

    public VectorWork(Encoder encoder, VectorFile known, int threads) {
        this.encoder = encoder;
        this.known = known;
        this.threads = threads;
    }

    /** @param progress told how many of the texts are done; called from several threads */
    public List<byte[]> encode(List<String> texts, LongConsumer progress) {
        List<String> unknown = texts.stream()
                .distinct()
                .filter(text -> known.find(text).isEmpty())
                .toList();
        AtomicLong done = new AtomicLong(texts.size() - unknown.size());
        progress.accept(done.get());
        List<List<String>> portions = portions(unknown);
        List<Future<List<float[]>>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (List<String> portion : portions) {
                running.add(pool.submit(() -> {
                    List<float[]> vectors = encoder.encodeAll(portion);
                    progress.accept(done.addAndGet(portion.size()));
                    return vectors;
                }));
            }
            for (int i = 0; i < portions.size(); i++) {
                keep(portions.get(i), result(running.get(i)));
            }
        }
        return texts.stream().map(text -> known.find(text).orElseThrow()).toList();
    }

    private static List<List<String>> portions(List<String> texts) {
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += PORTION) {
            portions.add(texts.subList(from, Math.min(texts.size(), from + PORTION)));
        }
        return portions;
    }

    private void keep(List<String> texts, List<float[]> vectors) {
        for (int i = 0; i < vectors.size(); i++) {
            known.put(texts.get(i), CompactVector.of(vectors.get(i)));
        }
    }

    private static List<float[]> result(Future<List<float[]>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("encoding failed", e);
        }
    }
}
