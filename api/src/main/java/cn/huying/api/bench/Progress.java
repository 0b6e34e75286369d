package cn.huying.api.bench;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the error stream for everything that takes longer than a breath. */
public final class Progress implements AutoCloseable {
    private static final int REFRESH_MS = 1_000;

    private final ProgressBar bar;
    private final long from = System.nanoTime();

    private Progress(String what, long most) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MS)
                .build();
    }

    static Progress seconds(String what, Duration time) {
        return new Progress(what, time.toSeconds());
    }

    public static Progress count(String what, long most) {
        return new Progress(what, most);
    }

    public void at(long done) {
        bar.stepTo(Math.min(done, bar.getMax()));
    }

    void tick() {
        at((System.nanoTime() - from) / 1_000_000_000L);
    }

    @Override
    public void close() {
        bar.close();
    }
}
