package cn.huying.api.bench.kill;

import cn.huying.api.bench.lab.BenchException;

/** Shut while the server is down, so that the platform's tries are spent on a server that could answer. */
public final class Gate {
    private boolean open = true;

    synchronized void shut() {
        open = false;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void await() {
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }
}
