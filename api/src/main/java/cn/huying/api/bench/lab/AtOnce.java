package cn.huying.api.bench.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Much work by a few hands at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** Each on a thread of its own, never more than so many; gives what they came to, in the order of the work. */
    public static <T> List<T> all(int most, List<? extends Callable<T>> work) {
        try (ExecutorService hands =
                Executors.newFixedThreadPool(most, Thread.ofVirtual().factory())) {
            List<T> done = new ArrayList<>();
            for (Future<T> each : hands.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        } catch (ExecutionException e) {
            throw new BenchException("没有做完：" + e.getCause(), e);
        }
    }
}
